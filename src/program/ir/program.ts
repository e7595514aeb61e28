import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Rule } from '../../language/schema/knowledge/decision.js';
import type { Advisory } from '../../language/schema/knowledge/package.js';
import type { HitPolicyEntry } from '../../language/outputs/hit-policies/policy.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { OutputKind, OutputValues } from '../../language/outputs/values.js';
import type { Compatibilities } from './compatibility.js';
import type { Fit } from './fit.js';
import type { CodeSet } from './codes.js';
import type { Variable } from './domain.js';
import type { Tests } from './tests.js';

/** Where a rule is from: its name, its clause, and the package that it is in. */
export interface RuleOrigin {
  readonly rule: string;
  readonly source?: string;
  readonly package: string;
}

/** A rule that has answers of its own (by output; null where it has none), or delegates to another decision. */
export interface ProgramRule {
  readonly id: string;
  readonly origin: RuleOrigin;
  readonly rule: Rule;
  readonly tests: Tests;
  readonly answers?: readonly (OutputValues | null)[];
  /** The decision that it delegates to, and for each output of its own the output of that decision. */
  readonly ask?: { readonly decision: number; readonly outputs: readonly number[] };
  readonly branches?: readonly ProgramRule[];
}

export interface ProgramTable {
  readonly form: 'table';
  /** What holds for every output: the name, how many hits are relevant, and which rules conflict. */
  readonly policy: HitPolicyEntry;
  /** By output. They differ only in how outputs are combined. */
  readonly policies: readonly HitPolicyEntry[];
  /** By output: what the rules have for it. */
  readonly kinds: readonly OutputKind[];
  /** In the order in which they count: as written, or by priority. */
  readonly rules: readonly ProgramRule[];
}
export interface ProgramTree {
  readonly form: 'tree';
  readonly root: ProgramRule;
}
export interface ProgramVote {
  readonly form: 'vote';
  readonly table: number;
  readonly ballot: number;
  readonly within: number;
  readonly elect: number;
}

/** A decision with its names resolved. */
export interface ProgramDecision {
  readonly number: number;
  readonly id: string;
  readonly outputs: readonly string[];
  readonly each?: string;
  readonly body: ProgramTable | ProgramTree | ProgramVote;
}

/** A decision whose body is a table. */
export type TableDecision = ProgramDecision & { readonly body: ProgramTable };
export const isTable = (decision: ProgramDecision): decision is TableDecision => decision.body.form === 'table';

/** A role and the output that fills it. */
export interface ProgramRole {
  readonly id: string;
  readonly each?: string;
  readonly decision: number;
  readonly output: number;
  /** Nothing chosen means that nothing is needed. */
  readonly optional: boolean;
  /** The decision that narrows the candidates where the role's own decision has no result. */
  readonly narrowedBy?: { readonly decision: number; readonly output: number };
}

/** A finding about the workload, with its conditions lowered. */
export interface ProgramAdvisory {
  readonly advisory: Advisory;
  readonly when: Tests;
  readonly unless?: Tests;
}

/** Knowledge, lowered: finite domains, and rules over their codes. */
export interface Program {
  readonly knowledge: KnowledgeBase;
  readonly variables: readonly Variable[];
  /** Variables by section and factor. */
  readonly lookup: ReadonlyMap<string, ReadonlyMap<Factor, readonly Variable[]>>;
  readonly decisions: readonly ProgramDecision[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly roles: readonly ProgramRole[];
  /** What the tests of each variable accept, anywhere. */
  readonly tested: ReadonlyMap<Variable, ReadonlySet<CodeSet>>;
  /** What the remarks (tensions and trends), what tensions acknowledge, and the presets of scenarios test, by the object that holds the condition. */
  readonly conditions: ReadonlyMap<object, Tests>;
  /** In the order of the knowledge. */
  readonly advisories: readonly ProgramAdvisory[];
  readonly fit: Fit;
  readonly compatibility: Compatibilities;
}
