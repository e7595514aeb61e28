import type { KnowledgeOptions } from '../commands/common.js';
import type { WorkloadFlags } from '../flags.js';

/** The file that a workload is written to by default. */
export const WORKLOAD_FILE = 'workload.yaml';

/** The flags of `ask`. */
export interface AskOptions extends WorkloadFlags, KnowledgeOptions {
  readonly answers?: string;
  /** False for --no-input. */
  readonly input: boolean;
  readonly output?: string;
  readonly force?: true;
}

/** The stream of the interview: that of messages where the workload goes to standard output. */
export const screenOf = ({ output }: Pick<AskOptions, 'output'>): NodeJS.WriteStream =>
  output === '-' ? process.stderr : process.stdout;
