import { contains, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import type { ProgramEvidence } from '../../program/ir/fit.js';

/**
 * Whether the condition of one of these facts must hold, whatever is stated: each tests the same variable alone, and their tests cover all that can be stated of it, as
 * fewer than three nodes and three or more do.
 */
export function coverEveryCase(facts: readonly ProgramEvidence[]): boolean {
  const [first] = facts;
  const [{ variable } = { variable: undefined }] = first?.tests?.variables ?? [];
  if (variable === undefined) return false;
  let covered: CodeSet = [];
  for (const { tests } of facts) {
    const [only, ...others] = tests?.variables ?? [];
    const isAlone = others.length + (tests?.outcomes.length ?? 0) + (tests?.some.length ?? 0) === 0;
    if (only?.variable !== variable || !isAlone) return false;
    covered = unionOfCodes(covered, only.accepts);
  }
  return contains(covered, variable.statable);
}
