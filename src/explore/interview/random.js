// Plain JavaScript, so that the bench and the tests that Node runs as they are draw by the same generator.

/**
 * Numbers from 0 up to 1, the same for the same seed (mulberry32, by Tommy Ettinger; public domain).
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
