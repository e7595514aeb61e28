import type { DefinedKind } from '../../../language/schema/results/definition.js';

/** The aspects of a thing that a definition has sections for. */
export type SectionId =
  | 'description'
  | 'how-to-find'
  | 'levels'
  | 'values'
  | 'figure'
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
  | 'vote'
  | 'fills'
  | 'rules'
  | 'attributes'
  | 'demands'
  | 'measure'
  | 'relates'
  | 'reported';

interface WorkloadSection {
  readonly title: string;
  readonly about: string;
}

/** The texts of definitions. */
export interface DefinitionTexts {
  /** What a thing is, by its kind. */
  readonly kinds: Readonly<Record<DefinedKind, string>>;
  /** What a value of an ordinal factor is. */
  readonly level: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly upTo: (bound: string) => string;
  readonly withoutBound: string;
  /** What a factor takes. */
  readonly takes: {
    readonly yesOrNo: string;
    /** A figure, and how it is read: as the most or the least that may be. */
    readonly figure: (examples: readonly string[], limit?: 'upper' | 'lower') => string;
    readonly oneOf: (values: readonly string[]) => string;
    readonly oneOfOrFigure: (values: readonly string[], figure: string) => string;
    readonly anyOf: (values: readonly string[]) => string;
    readonly anyScenario: string;
    readonly anyOutcome: string;
  };
  /** A unit in base units, such as `0.001 s`; a share has none. */
  readonly inBase: (size: string, base: string) => string;
  /** The sections of a workload that are no collections. */
  readonly requirements: WorkloadSection;
  readonly environment: WorkloadSection;
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
  /** A rule that delegates: to a decision, or to the one that each scenario has for it. */
  readonly see: (decision: string) => string;
  readonly seeScenario: string;
  /** The parts of a vote. */
  readonly vote: Readonly<Record<'table' | 'ballot' | 'within' | 'elect', string>>;
}
