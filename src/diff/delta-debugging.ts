/** Whether a set does what it should; false also where that is unknown. */
type Does<T> = (part: readonly T[]) => boolean;

/**
 * A smallest part of a set that still does what the whole does, in the sense that nothing can be left out of it (delta debugging, Zeller and
 * Hildebrandt, 2002). Of several such parts, one of those that come first.
 *
 * @param whole does what it should
 */
export function minimalSubset<T>(whole: readonly T[], does: Does<T>): readonly T[] {
  let left = whole;
  let pieces = 2;
  while (left.length > 1) {
    const chunks = split(left, Math.min(pieces, left.length));
    const subset = chunks.find(does);
    if (subset !== undefined) {
      [left, pieces] = [subset, 2];
      continue;
    }
    // Of two halves, each is what the other leaves.
    const rests = chunks.length > 2 ? chunks.map((chunk) => left.filter((one) => !chunk.includes(one))) : [];
    const rest = rests.find(does);
    if (rest !== undefined) [left, pieces] = [rest, Math.max(2, chunks.length - 1)];
    else if (chunks.length < left.length) pieces *= 2;
    else break;
  }
  return left;
}

function split<T>(items: readonly T[], pieces: number): T[][] {
  return Array.from({ length: pieces }, (_, n) =>
    items.slice(Math.floor((items.length * n) / pieces), Math.floor((items.length * (n + 1)) / pieces)),
  );
}
