/** A set of codes: rising ranges that neither touch nor overlap, as `[first, last, first, last, …]`. */
export type CodeSet = readonly number[];

/** The codes of one workload or item, by the index of the variable. */
export type Codes = Int32Array;

/** The codes from the first to the last, both included; none where the last is smaller. */
export function range(first: number, last: number): CodeSet {
  return last < first ? [] : [first, last];
}

/** The codes in the list, in any order. */
export function codeSet(codes: Iterable<number>): CodeSet {
  const sorted = [...new Set(codes)].sort((a, b) => a - b);
  const ranges: number[] = [];
  for (const code of sorted) {
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

/** Whether the set holds the code. */
export function has(set: CodeSet, code: number): boolean {
  for (let at = 0; at < set.length; at += 2) if (code <= (set[at + 1] ?? 0)) return code >= (set[at] ?? 0);
  return false;
}

/** Whether both sets hold the same codes. */
export function sameCodes(a: CodeSet, b: CodeSet): boolean {
  return a === b || (a.length === b.length && a.every((end, at) => end === b[at]));
}

/** How many codes the set holds. */
export function sizeOf(set: CodeSet): number {
  let size = 0;
  for (let at = 0; at < set.length; at += 2) size += (set[at + 1] ?? 0) - (set[at] ?? 0) + 1;
  return size;
}

/** How many codes are in both sets. */
export function sharedSize(a: CodeSet, b: CodeSet): number {
  let size = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [lastA, lastB] = [a[i + 1] ?? 0, b[j + 1] ?? 0];
    const first = Math.max(a[i] ?? 0, b[j] ?? 0);
    const last = Math.min(lastA, lastB);
    if (first <= last) size += last - first + 1;
    if (lastA < lastB) i += 2;
    else j += 2;
  }
  return size;
}

/** What both sets hold. */
export function intersection(a: CodeSet, b: CodeSet): CodeSet {
  const ranges: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [lastA, lastB] = [a[i + 1] ?? 0, b[j + 1] ?? 0];
    const first = Math.max(a[i] ?? 0, b[j] ?? 0);
    const last = Math.min(lastA, lastB);
    if (first <= last) ranges.push(first, last);
    if (lastA < lastB) i += 2;
    else j += 2;
  }
  return ranges;
}

/** What either set holds. */
export function unionOfCodes(a: CodeSet, b: CodeSet): CodeSet {
  const ranges: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const fromA = j >= b.length || (i < a.length && (a[i] ?? 0) <= (b[j] ?? 0));
    const [first, last] = (fromA ? [a[i++], a[i++]] : [b[j++], b[j++]]) as [number, number];
    const end = ranges.at(-1);
    if (end !== undefined && first <= end + 1) ranges[ranges.length - 1] = Math.max(end, last);
    else ranges.push(first, last);
  }
  return ranges;
}

/** What the first set holds and the second does not. */
export function difference(a: CodeSet, b: CodeSet): CodeSet {
  const ranges: number[] = [];
  for (let at = 0; at < a.length; at += 2) {
    let first = a[at] ?? 0;
    const last = a[at + 1] ?? 0;
    for (let j = 0; j < b.length && first <= last; j += 2) {
      if ((b[j + 1] ?? 0) < first) continue;
      if ((b[j] ?? 0) > last) break;
      if ((b[j] ?? 0) > first) ranges.push(first, (b[j] ?? 0) - 1);
      first = (b[j + 1] ?? 0) + 1;
    }
    if (first <= last) ranges.push(first, last);
  }
  return ranges;
}

/** Whether the first set holds all of the second. */
export function contains(a: CodeSet, b: CodeSet): boolean {
  let i = 0;
  for (let j = 0; j < b.length; j += 2) {
    while (i < a.length && (a[i + 1] ?? 0) < (b[j] ?? 0)) i += 2;
    if (i >= a.length || (a[i] ?? 0) > (b[j] ?? 0) || (a[i + 1] ?? 0) < (b[j + 1] ?? 0)) return false;
  }
  return true;
}

/** Whether some code is in both. */
export function overlaps(a: CodeSet, b: CodeSet): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if ((a[i + 1] ?? 0) < (b[j] ?? 0)) i += 2;
    else if ((b[j + 1] ?? 0) < (a[i] ?? 0)) j += 2;
    else return true;
  }
  return false;
}

/** The codes one by one, rising. */
export function* each(set: CodeSet): Iterable<number> {
  for (let at = 0; at < set.length; at += 2) {
    for (let code = set[at] ?? 0; code <= (set[at + 1] ?? 0); code++) yield code;
  }
}
