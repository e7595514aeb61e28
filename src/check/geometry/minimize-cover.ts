import { difference, overlaps, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import { isCovered } from './gaps.js';
import { OverlapIndex } from './overlap-index.js';
import { includesBox, boxKey, type Box } from './space.js';

/** Boxes beyond these are counted and joined, but not put into the fewest: that takes longer than it tells. */
export const MAX_BOXES_TO_MINIMIZE = 1000;

/**
 * Few boxes that hold just what the given ones hold, each as large as it can be; they may overlap. As in the minimisation of logic (expand, then
 * cover without redundancy: Brayton and others, "Logic minimization algorithms for VLSI synthesis", 1984), each box is grown in one
 * column after the other, and of the grown ones those that hold the most are taken. The least number of all is not sought: that problem is NP-hard.
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
    held: new Set(index.meeting(box).filter((n) => includesBox(box, boxes[n] ?? []))),
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

function expanded(box: Box, index: OverlapIndex): Box {
  return box.reduce<Box>((larger, _, column) => {
    const near = index.meeting(larger, column).flatMap((n) => [index.boxes[n] ?? []]);
    // What meets nothing else but for this column has nowhere to grow.
    if (near.length < 2) return larger;
    const here = larger[column] ?? [];
    let set = here;
    for (const stretch of stretches(near, column, here)) {
      if (isCovered(larger.with(column, stretch), near)) set = unionOfCodes(set, stretch);
    }
    return set === here ? larger : larger.with(column, set);
  }, box);
}

/** The stretches of a column between the ends of some boxes, as far as they are outside a set. */
function stretches(boxes: readonly Box[], column: number, outside: CodeSet): CodeSet[] {
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
