/** The middle of some numbers. */
export const median = (/** @type {readonly number[]} */ list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

/** What this process holds after the garbage is gone, in bytes; Node must run with --expose-gc. */
export function memory() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed + arrayBuffers, rss };
}
