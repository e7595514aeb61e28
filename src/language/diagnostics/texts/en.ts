import type { DiagnosticTexts } from '../diagnostic-codes.js';
import { exploring } from './en/exploring.js';
import { knowledge } from './en/knowledge.js';
import { outputs } from './en/outputs.js';
import { reading } from './en/reading.js';
import { tables } from './en/tables.js';
import { usage } from './en/usage.js';
import { workload } from './en/workload.js';

export { findings } from './en/findings.js';
export { problems } from './en/problems.js';
export { catalogue, words } from './en/words.js';
export const diagnostics: DiagnosticTexts = {
  ...usage,
  ...reading,
  ...workload,
  ...knowledge,
  ...outputs,
  ...tables,
  ...exploring,
};
