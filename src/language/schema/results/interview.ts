import type { API_VERSION, Lang } from '../../format.js';
import type { AnyWorkload } from '../workload.js';
import type { AnyRecommendation } from './recommendation.js';

/** A reply that a question offers. */
export interface InterviewReply {
  /** The argument of `reply`. */
  readonly value: string | number | boolean | readonly string[];
  readonly title: string;
  readonly meaning?: string;
}

/** A question of an interview, in words. */
export interface InterviewQuestion {
  /** Where its reply is stated: `requirements/security`, or `data/ledger/iops` for an item; for a list of items the id of the collection. */
  readonly key: string;
  /** The factor, or the one that names the kind of each item. */
  readonly factor: string;
  readonly item?: string;
  /** What it takes: one of the replies, any number of them, or a figure; `one` may take a figure as well, where there are `examples`. */
  readonly takes: 'one' | 'many' | 'figure';
  readonly title: string;
  readonly text: string;
  readonly about?: string;
  readonly replies: readonly InterviewReply[];
  /** Figures as they may be written. */
  readonly examples: readonly string[];
  /** Of a list of items: those that the scenario presets where none are stated. */
  readonly preset: readonly InterviewReply['value'][];
  /** All that the scenario presets where no items are stated, in words. */
  readonly presetText?: string;
  /** What it may decide. */
  readonly why: {
    readonly text: string;
    /** The place of the stack, as `runtime` or `storage/ledger`; absent where it is not known. */
    readonly place?: string;
    /** The choices that its replies lead to, in ids. */
    readonly between: readonly (readonly string[])[];
  };
  /** How to find the answer. */
  readonly howToFind: string;
}

/** What is expected of the rest of an interview, in questions. */
export type Expected =
  | { readonly exact: true; readonly questions: number; readonly most: number }
  | { readonly exact: false; readonly atLeast: number; readonly atMost: number };

/** How far a proof was searched for, and how many completions were drawn after it: full sets of replies. */
export interface Tried {
  readonly points: number;
  readonly completions: number;
}

/** The state of an interview as a document: the next question, or the recommendation that it ends with. */
export interface InterviewDocument {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'Interview';
  readonly lang: Lang;
  readonly asOf: string;
  readonly done: boolean;
  readonly proven: boolean;
  readonly tried: Tried | undefined;
  /** How many questions were asked so far. */
  readonly asked: number;
  readonly expected: Expected;
  readonly question: InterviewQuestion | undefined;
  readonly workload: AnyWorkload;
  readonly recommendation?: AnyRecommendation;
}
