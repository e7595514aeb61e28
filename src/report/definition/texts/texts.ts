import type { DefinedKind } from '../../../language/schema/results/definition.js';

/** The aspects of a thing that a definition has sections for. */
export type SectionId =
  | 'description'
  | 'how-to-find'
  | 'levels'
  | 'values'
  | 'units'
  | 'bound'
  | 'stated-in'
  | 'example'
  | 'factor'
  | 'factors'
  | 'presets'
  | 'typical'
  | 'items'
  | 'own-decisions'
  | 'preset-by'
  | 'tested-by'
  | 'clause'
  | 'cited-by-rules'
  | 'cited-by'
  | 'sides'
  | 'reading'
  | 'acknowledges'
  | 'published'
  | 'clauses'
  | 'facts'
  | 'members'
  | 'decision'
  | 'rules'
  | 'vote'
  | 'fills'
  | 'attributes'
  | 'demands'
  | 'measure'
  | 'relates'
  | 'reported';

/** The texts of definitions. */
export interface DefinitionTexts {
  /** What a thing is, by its kind. */
  readonly kinds: Readonly<Record<DefinedKind, string>>;
  /** What a value of an ordinal factor is. */
  readonly level: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly upTo: (bound: string) => string;
  readonly withoutBound: string;
  readonly anyScenario: string;
  readonly anyOutcome: string;
  readonly yesOrNo: string;
  readonly figureWithUnit: (examples: readonly string[]) => string;
  /** A unit in base units, such as `0.001 s`. */
  readonly inBase: (size: string, base: string) => string;
  readonly requirements: string;
  readonly environment: string;
  readonly eachItem: (collection: string) => string;
  readonly dated: (date: string) => string;
  readonly read: (date: string) => string;
  readonly version: (version: string) => string;
  readonly lifecycle: string;
  readonly need: string;
  readonly hazard: string;
  /** A condition and what follows from it. */
  readonly rule: (conditions: string, answer: string) => string;
  readonly always: string;
}
  /** A rule that delegates: to a decision, or to the one that each scenario has for it. */
  readonly see: (decision: string) => string;
  readonly seeScenario: string;
  /** The parts of a vote. */
  readonly vote: Readonly<Record<'table' | 'ballot' | 'within' | 'elect', string>>;
