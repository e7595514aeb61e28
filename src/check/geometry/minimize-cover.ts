import { difference, overlaps, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import { isCovered } from './gaps.js';
import { OverlapIndex } from './overlap-index.js';
import { includesBox, boxKey, type Box } from './space.js';

/** A cover of more boxes than these is not minimised, since that takes too long. */
export const MAX_BOXES_TO_MINIMIZE = 1000;

/**
 * Finds few boxes that hold exactly the inputs that the given ones hold. They are as large as possible and may overlap. As in two-level logic
 * minimisation (expand, then make an irredundant cover: Brayton and others, "Logic minimization algorithms for VLSI synthesis", 1984), each
 * box is expanded in one column after the other; then the expanded boxes that hold the most of the given ones are chosen. The number of
 * boxes need not be the smallest: finding that is NP-hard.
 */
export function minimizeCover(boxes: readonly Box[]): Box[] {
  if (boxes.length < 2) return [...boxes];
  const index = new OverlapIndex(boxes);
  const grown = new Map<string, Box>();
  for (const box of boxes) {
    const larger = expanded(box, index);
    grown.set(boxKey(larger), larger);
  }
  const candidates = [...grown.values()].map((box) => ({
    box,
    held: new Set(index.overlapping(box).filter((n) => includesBox(box, boxes[n] ?? []))),
  }));
  const chosen: Box[] = [];
  let left = boxes.length;
  while (left > 0) {
    let best = candidates[0];
    for (const candidate of candidates) if (candidate.held.size > (best?.held.size ?? 0)) best = candidate;
    if (best === undefined || best.held.size === 0) break;
    chosen.push(best.box);
    left -= best.held.size;
    const taken = [...best.held];
    for (const { held } of candidates) for (const n of taken) held.delete(n);
  }
  return chosen;
}

/** A box expanded in each column as far as the indexed boxes cover it. */
function expanded(box: Box, index: OverlapIndex): Box {
  return box.reduce<Box>((larger, _, column) => {
    const near = index.overlapping(larger, column).flatMap((n) => [index.boxes[n] ?? []]);
    // A box without neighbours in this column cannot be expanded there.
    if (near.length < 2) return larger;
    const here = larger[column] ?? [];
    let set = here;
    for (const interval of elementaryIntervals(near, column, here)) {
      if (isCovered(larger.with(column, interval), near)) set = unionOfCodes(set, interval);
    }
    return set === here ? larger : larger.with(column, set);
  }, box);
}

/** The intervals of a column between neighbouring ends of some boxes, without the codes of a set. */
function elementaryIntervals(boxes: readonly Box[], column: number, outside: CodeSet): CodeSet[] {
  let all: CodeSet = [];
  const starts = new Set<number>();
  for (const box of boxes) {
    const set = difference(box[column] ?? [], outside);
    all = unionOfCodes(all, set);
    for (let at = 0; at < set.length; at += 2) starts.add(set[at] ?? 0).add((set[at + 1] ?? 0) + 1);
  }
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts.flatMap((first, n): CodeSet[] => {
    const next = cuts[n + 1];
    return next !== undefined && overlaps(all, [first, next - 1]) ? [[first, next - 1]] : [];
  });
}
