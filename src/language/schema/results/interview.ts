import type { API_VERSION, Lang } from '../../format.js';
import type { AnyWorkload } from '../workload.js';
import type { AnyRecommendation } from './recommendation.js';

/** A reply that a question offers. */
export interface InterviewReply {
  /** The argument of `reply`. */
  readonly value: string | number | boolean | readonly string[];
  readonly title: string;
  readonly meaning?: string;
  /** Other words that people have for it. */
  readonly aliases?: readonly string[];
}

/** What the scenario presets for a factor that is not stated. */
export interface InterviewPreset {
  /** The key of the question that `reconsider` puts. */
  readonly key: string;
  readonly factor: string;
  readonly value: InterviewReply['value'];
  /** The title of the factor, and the value in words. */
  readonly title: string;
  readonly text: string;
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
  /** The reply that there is none, or no limit, where the question can be declined and none of the replies says so. */
  readonly decline?: InterviewReply;
  /** Figures as they may be written. */
  readonly examples: readonly string[];
  /** What the scenario presets where nothing is stated: of a list of items, the kind of each. */
  readonly preset: readonly InterviewReply['value'][];
  /** All that the scenario presets where nothing is stated, in words. */
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
  | {
      readonly exact: false;
      /** It is proven that no fewer and no more are put. */
      readonly atLeast: number;
      readonly atMost: number;
      /** An estimate. */
      readonly about: number;
    };

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
  /** What the scenario presets and is not stated. */
  readonly presets: readonly InterviewPreset[];
  readonly workload: AnyWorkload;
  readonly recommendation?: AnyRecommendation;
}
