import type { KnowledgeOptions } from '../commands/common.js';
import type { WorkloadFlags } from '../flags.js';

/** The flags of `ask`. */
export interface AskOptions extends WorkloadFlags, KnowledgeOptions {
  readonly answers?: string;
  /** False for --no-input. */
  readonly input: boolean;
  readonly output?: string;
  readonly force?: true;
}

/** Where somebody is asked: where messages go, if the workload goes to standard output. */
export const screenOf = ({ output }: Pick<AskOptions, 'output'>): NodeJS.WriteStream =>
  output === '-' ? process.stderr : process.stdout;
