import type { CommonOptions } from '../commands/common.js';
import type { WorkloadFlags } from '../flags.js';

/** The flags of `ask`. */
export interface AskOptions extends WorkloadFlags, CommonOptions {
  readonly answers?: string;
  /** False for --no-input. */
  readonly input: boolean;
  readonly output?: string;
  readonly force?: true;
}
