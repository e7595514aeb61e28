import type { Doubt } from '../../decide/fit/judge.js';
import type { TestObject } from '../../language/schema/knowledge/condition.js';

/** The operators of a test that compare with values. */
export type ValueOperator = 'equals' | Exclude<keyof TestObject, 'some' | 'stated' | 'empty'>;

/** The texts of a recommendation without those of its findings, and the texts of profiles and comparisons. */
export interface ReportTexts {
  /** The outcome set without members: nothing is to be installed. */
  readonly nothingExtra: string;
  /** An answer without alternatives. */
  readonly noneFits: string;
  readonly yes: string;
  readonly no: string;
  /** The family of a combination whose members differ in theirs. */
  readonly mixedFamily: string;
  /** An interface with the technology that realises it. */
  readonly realisedBy: (name: string, by: string) => string;

  readonly tests: {
    /** A subject with what is required of it, such as `Nodes is above 2, is at most 5`. */
    readonly sentence: (subject: string, requirements: readonly string[]) => string;
    /** That some item of a collection passes all of the tests. */
    readonly someItem: (collection: string, tests: readonly string[]) => string;
    /** What a test requires of its subject. */
    readonly requirements: Readonly<Record<ValueOperator, (values: string) => string>>;
    readonly stated: (isStated: boolean) => string;
    /** Whether the outcomes that several decisions allow have none in common. */
    readonly empty: (isEmpty: boolean) => string;
  };

  readonly fit: {
    readonly atLeast: (level: string) => string;
    readonly atMost: (level: string) => string;
    readonly oneOfAccepted: (count: number) => string;
    readonly doubts: Readonly<Record<Doubt, string>>;
    /** All evidence there is contradicts the demand, none of it decides. */
    readonly evidenceAgainst: string;
    readonly noSource: (technology: string) => string;
    /** All facts have conditions that do not hold for the workload. */
    readonly otherConditions: (technology: string) => string;
    readonly howToMeasure: (how: string) => string;
  };

  /** Why a candidate is rejected. */
  readonly reasons: {
    readonly lacksRequired: (outcome: string) => string;
    readonly forbiddenByPackage: (outcome: string) => string;
    readonly forbiddenByWorkload: (outcome: string) => string;
    readonly otherFamily: (family: string) => string;
    /** That something does not meet a demand; `subject` is `it` by default. */
    readonly fails: (demand: string, found: string, subject?: string) => string;
  };

  /** Why a rival is not chosen: clauses, and the sentence that they make. */
  readonly rivals: {
    readonly sentence: (rival: string, place: string, clauses: readonly string[]) => string;
    readonly chosen: string;
    readonly omitted: string;
    readonly notNeeded: string;
    readonly required: (chosen: string) => string;
    readonly guide: (answer: string, clauses: readonly string[]) => string;
    /** The guide names it, but after what is chosen. */
    readonly namedSecond: (clauses: readonly string[], chosen: string | undefined) => string;
    /** A rule names it, under a condition that does not hold here: all of its tests, those that hold, what is the case in place of others, and factors that are not stated. */
    readonly ruleMisses: (
      rule: string,
      condition: {
        readonly where: readonly string[];
        readonly holding: readonly string[];
        readonly instead: readonly string[];
        readonly notStated: readonly string[];
      },
    ) => string;
    /** A rule would name it, but delegates to a decision without a result. */
    readonly ruleWithoutResult: (rule: string, why: string) => string;
    readonly noRule: string;
    /** The guide's answer cannot be chosen, and what is chosen is nearer to it. */
    readonly nearerRelative: (chosen: string, answer: string) => string;
    readonly ranked: (rank: number, chosen: string, rankOfChosen: number) => string;
    readonly tied: (chosen: string) => string;
  };

  /** What nothing proves of an alternative. */
  readonly unproven: (demands: readonly string[]) => string;

  /** That the facts do not tell several candidates apart; sentences without their full stop. */
  readonly tied: {
    readonly nothingRequired: (count: number) => string;
    /** They all meet these demands. */
    readonly meetAlike: (count: number, demands: readonly string[]) => string;
    /** The verdicts on these demands are the same. */
    readonly doAlike: (count: number, demands: readonly string[]) => string;
    /** Such a sentence, with some of the others by name. */
    readonly withRivals: (text: string, rivals: readonly string[]) => string;
  };

  /** Why the facts put something else first than what is chosen; sentences without their full stop. */
  readonly firstByFacts: {
    readonly several: (count: number) => string;
    readonly fails: (best: string, chosen: string, demand: string) => string;
    readonly unknown: (best: string, chosen: string, demand: string) => string;
    readonly conditional: (best: string, chosen: string, demand: string) => string;
    /** The verdicts are the same, and by this criterion it comes nearer to what is asked. */
    readonly nearer: (best: string, chosen: string, criterion: string) => string;
  };

  /** Why a rule does not hit. */
  readonly trace: {
    readonly nothingStated: (test: string) => string;
    readonly otherValue: (test: string, found: string) => string;
    /** The decision that the rule delegates to has no result. */
    readonly noResult: (decision: string) => string;
    /** What is the case in place of a test that does not hold. */
    readonly isFound: (factor: string, found: string) => string;
    readonly doesNotHold: (test: string) => string;
  };
}
