import { randomFrom } from '../../src/explore/interview/random.js';
import { BUILT_IN, seeds, wordsOf, type FuzzInput } from './corpus.js';
import { faultsOf } from './exercise.js';
import { mutated, pick } from './mutate.js';

/** An input with which something goes wrong, and what. */
export interface FuzzCase extends FuzzInput {
  /** Draws what is tried with it. */
  readonly seed: number;
  readonly faults: readonly string[];
}

/** How long to try. */
export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  readonly seconds: number;
}

/** The inputs of each kind, each kind as often as it pays: what is laid over the built-in knowledge takes long. */
const KINDS: readonly ((inputs: readonly FuzzInput[]) => readonly FuzzInput[])[] = (
  [
    'workload',
    'workload',
    'workload',
    'package',
    'package',
    'package',
    'package',
    'table',
    'command',
    'command',
  ] as const
).map((kind, n) => (inputs) => {
  const ofKind = inputs.filter((one) => one.kind === kind);
  return kind === 'package' ? ofKind.filter(({ on }) => (on === BUILT_IN) === (n === 3)) : ofKind;
});

/**
 * Mutates inputs and tries them, until so many were tried or so much time has passed. The same seed tries the same ones.
 *
 * @param onCase called with each input with which something goes wrong
 * @returns how many inputs were tried
 */
export async function fuzz({ seed, runs, seconds }: FuzzOptions, onCase: (found: FuzzCase) => void): Promise<number> {
  const inputs = seeds();
  const words = wordsOf(inputs);
  const end = Date.now() + seconds * 1000;
  let tried = 0;
  for (; tried < runs && Date.now() < end; tried++) {
    const own = seed * 1_000_003 + tried;
    const random = randomFrom(own);
    const input = mutated(pick(pick(KINDS, random)(inputs), random), words, random);
    const faults = await faultsOf(input, randomFrom(own));
    if (faults.length > 0) onCase({ ...input, seed: own, faults });
  }
  return tried;
}
