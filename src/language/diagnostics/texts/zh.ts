import type { DiagnosticTexts } from '../diagnostic-codes.js';
import { exploring } from './zh/exploring.js';
import { knowledge } from './zh/knowledge.js';
import { outputs } from './zh/outputs.js';
import { reading } from './zh/reading.js';
import { tables } from './zh/tables.js';
import { usage } from './zh/usage.js';
import { workload } from './zh/workload.js';

export { findings } from './zh/findings.js';
export { problems } from './zh/problems.js';
export { catalogue, words } from './zh/words.js';
export const diagnostics: DiagnosticTexts = {
  ...usage,
  ...reading,
  ...workload,
  ...knowledge,
  ...outputs,
  ...tables,
  ...exploring,
};
