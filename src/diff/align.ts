/** Two lists side by side: what only the first has, what only the second has, and what both have. */
export interface Aligned<T> {
  readonly before?: { readonly item: T; readonly index: number };
  readonly after?: { readonly item: T; readonly index: number };
}

/**
 * Aligns two versions of a list, in an order that keeps that of both: first what is equal, by what occurs once in both (patience diff, after
 * Bram Cohen), then, in the stretches between, what is alike.
 *
 * @param same gives equal texts for equal items
 * @param alike what items have in common that are versions of one another, the surest first; undefined where it says nothing
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  same: (item: T) => string,
  alike: readonly ((item: T) => string | undefined)[] = [],
): Aligned<T>[] {
  const one = before.map((item, index) => ({ item, index, key: same(item) }));
  const two = after.map((item, index) => ({ item, index, key: same(item) }));
  const result: Aligned<T>[] = [];
  let [from, to] = [0, 0];
  for (const [m, n] of [...anchors(one, two), [one.length, two.length] as const]) {
    result.push(...between(one.slice(from, m), two.slice(to, n), alike));
    const [old, now] = [one[m], two[n]];
    if (old !== undefined && now !== undefined) result.push({ before: old, after: now });
    [from, to] = [m + 1, n + 1];
  }
  return result;
}

interface Keyed<T> {
  readonly item: T;
  readonly index: number;
  readonly key: string;
}

/** Places of equal items, rising in both lists. */
function anchors<T>(one: readonly Keyed<T>[], two: readonly Keyed<T>[]): (readonly [number, number])[] {
  const [ends, shorter] = [[] as (readonly [number, number])[], Math.min(one.length, two.length)];
  let head = 0;
  while (head < shorter && one[head]?.key === two[head]?.key) head++;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail)?.key === two.at(-1 - tail)?.key) tail++;
  for (let n = tail; n > 0; n--) ends.push([one.length - n, two.length - n]);
  const places = new Map<string, number>();
  const middle = two.slice(head, two.length - tail);
  for (const { key, index } of middle) places.set(key, places.has(key) ? -1 : index);
  const seen = new Map<string, number>();
  for (const { key } of one.slice(head, one.length - tail)) seen.set(key, (seen.get(key) ?? 0) + 1);
  const unique = one.slice(head, one.length - tail).flatMap(({ key, index }) => {
    const place = places.get(key) ?? -1;
    return place < 0 || seen.get(key) !== 1 ? [] : [[index, place] as const];
  });
  const heads = Array.from({ length: head }, (_, n) => [n, n] as const);
  return [...heads, ...longestRising(unique), ...ends];
}

/** The longest run of pairs, not necessarily neighbours, whose second numbers rise (Schensted, 1961). */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  interface Link {
    readonly pair: readonly [number, number];
    readonly before: Link | undefined;
  }
  const piles: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((piles[half]?.pair[1] ?? 0) < pair[1]) low = half + 1;
      else high = half;
    }
    piles[low] = { pair, before: piles[low - 1] };
  }
  const found: (readonly [number, number])[] = [];
  for (let link = piles.at(-1); link !== undefined; link = link.before) found.unshift(link.pair);
  return found;
}

/** A stretch in which no item is equal, except where one occurs several times. */
function between<T>(
  before: readonly Keyed<T>[],
  after: readonly Keyed<T>[],
  alike: readonly ((item: T) => string | undefined)[],
): Aligned<T>[] {
  const partner = new Map<Keyed<T>, Keyed<T>>();
  const taken = new Set<Keyed<T>>();
  for (const likeness of [undefined, ...alike]) {
    const keyOf = (one: Keyed<T>): string | undefined => (likeness === undefined ? one.key : likeness(one.item));
    for (const old of before) {
      const key = partner.has(old) ? undefined : keyOf(old);
      const now = key === undefined ? undefined : after.find((one) => !taken.has(one) && keyOf(one) === key);
      if (now === undefined) continue;
      partner.set(old, now);
      taken.add(now);
    }
  }
  const owner = new Map([...partner].map(([old, now]) => [now, old]));
  const result: Aligned<T>[] = before.flatMap((old) => (partner.has(old) ? [] : [{ before: old }]));
  // What is alike has its position in the second list.
  for (const now of after) {
    const old = owner.get(now);
    result.push(old === undefined ? { after: now } : { before: old, after: now });
  }
  return result;
}
