import type { IndexReason } from '../../../language/schema/results/compiled.js';
import type { Freshness } from '../../../language/schema/results/profile.js';
import type { Named } from '../../../language/schema/results/recommendation.js';

/** The texts of documents as text for a terminal, by what they are about. */
export interface TextTexts {
  /** A recommendation. */
  readonly recommendation: {
    readonly trace: string;
    readonly openFactors: string;
    readonly alsoOpen: (titles: readonly string[]) => string;
    readonly others: (title: string, count: number) => string;
    readonly flips: string;
    readonly next: string;
    readonly noResult: string;
    readonly runsOn: (on: string) => string;
    readonly also: (others: string) => string;
    readonly rejected: (id: string, reasons: string) => string;
    readonly answers: (outcome: readonly Named[]) => string;
    readonly wouldChange: (factor: string, value: string, role: string, chosen: string) => string;
    readonly wouldSettle: (factor: string, value: string, role: string, chosen: string) => string;
    readonly explain: string;
  };
  /** A recommendation on one screen. */
  readonly brief: {
    /** How many places are not shown. */
    readonly morePlaces: (count: number) => string;
    /** How many findings are not shown. */
    readonly more: (count: number) => string;
    readonly readOn: (commands: readonly string[]) => string;
  };
  /** The fit of what is chosen. */
  readonly fit: {
    /** Where no figure is known. */
    readonly nothing: string;
    /** Behind a requirement that the scenario is typical of, with the gap before it. */
    readonly typical: string;
    readonly first: (best: string) => string;
    readonly better: (best: string, rank: number) => string;
    readonly share: (share: string) => string;
    readonly chosenShare: (chosen: string, share: string) => string;
    readonly percent: (number: string) => string;
    readonly lessThan: string;
    readonly moreThan: string;
    readonly turning: (rival: string, gains: string, losses: string) => string;
  };
  /** The smallest changes that lead to another choice. */
  readonly whatIf: {
    readonly onlyIf: (title: string, conditions: string) => string;
    readonly onlyIfOne: (title: string) => string;
    readonly more: (count: number, allBy: string) => string;
    readonly moreAnswers: (count: number, allBy: string) => string;
    readonly notReachable: (id: string, role: string | undefined) => string;
  };
  /** How old the facts and sources are. */
  readonly freshness: {
    readonly title: (asOf: string) => string;
    readonly counts: (technologies: number, facts: number, sources: number) => string;
    readonly stale: (count: number) => string;
    readonly staleFact: (
      technology: string,
      attribute: string,
      value: string,
      date: string,
      until: string,
      source: string,
    ) => string;
    readonly undated: (count: number) => string;
    readonly undatedSource: (title: string, id: string, cited: number) => string;
    readonly withoutLifecycle: (count: number) => string;
    readonly unsupported: (count: number) => string;
    readonly verdicts: Readonly<Record<Freshness['unsupported'][number]['verdict'], string>>;
    readonly warns: string;
    readonly allFresh: string;
    /** That only packages below have something stale, undated or unsupported. */
    readonly ownFresh: string;
    readonly more: (count: number) => string;
  };
  /** Several things that a name can mean. */
  readonly definition: {
    readonly several: (name: string, count: number) => string;
    readonly showOne: (name: string) => string;
  };
  /** The state of an interview. */
  readonly interview: {
    readonly yourself: (examples: readonly string[]) => string;
    /** How many questions come after this one: at most, where that is proven, else about. */
    readonly expected: (more: { readonly count: number; readonly isBound: boolean }) => string;
    readonly takes: Readonly<Record<'one' | 'many' | 'figure', string>>;
  };
  /** The compiled forms that `whichstack debug` shows. */
  readonly compiled: CompiledTexts;
}

/** The texts of `whichstack debug`. Names of the program are shown as they are. */
export interface CompiledTexts {
  /** The head of the program, with how much it holds. */
  readonly program: (counts: { variables: number; decisions: number; rules: number }) => string;
  /** Above the variables: what code 0 is, and what the odd codes of a quantity are. */
  readonly variables: string;
  readonly hitPolicy: (policy: string) => string;
  readonly aggregate: (aggregate: string) => string;
  readonly each: (collection: string) => string;
  readonly outputs: (outputs: readonly string[]) => string;
  /** A rule without tests. */
  readonly always: string;
  /** Of a variable of an item: where its code comes from when the item does not state it. */
  readonly fallback: (variable: string) => string;
  readonly delegates: (decision: string) => string;
  readonly noAnswer: string;
  readonly nothingNeeded: string;
  readonly vote: (vote: { table: string; ballot: string; within: string; elect: string }) => string;
  /** Which index a table has, and why. */
  readonly index: Readonly<Record<IndexReason, string>>;
  /** Whether the codes of the input determine the result, so that no other decision and no item is needed. */
  readonly pure: string;
  readonly dependent: string;
  readonly bitmap: (shape: { columns: number; words: number; bytes: number }) => string;
  readonly tree: (shape: { cuts: number; leaves: number; depth: number; copies: number; bytes: number }) => string;
  readonly column: (shape: { variable: string; buckets: number; codesPerBucket: number }) => string;
  readonly rules: (count: number) => string;
  /** The head of the read set of a place. */
  readonly reads: (of: { place: string; choice: string; dependencies: number }) => string;
  readonly noChoice: string;
  readonly notStated: string;
}

/** The ids of the combinations of an outcome, each joined by `+`. */
export const combinationIds = (outcome: readonly Named[]): string[] =>
  outcome.map((one) => (typeof one === 'string' ? one : one.allOf.join(' + ') || '∅'));
