import type { Distance } from '../counterfactuals.js';

/** How a reply differs from what is stated. */
export type ChangeKind =
  'falls' | 'rises' | 'becomes' | 'stated' | 'withdrawn' | 'gains' | 'loses' | 'below' | 'atMost' | 'atLeast' | 'above';

/** The texts of changes to a workload and of what a search for them proves. */
export interface WhatIfTexts {
  readonly notStated: string;
  readonly none: string;
  /** The last item of an abridged list. */
  readonly oneOfOthers: (count: number) => string;
  /** A change to a question: `Security falls to low or becomes high`; each of `kinds` in a text of its own. */
  readonly change: (question: string, alternatives: string) => string;
  readonly kinds: Readonly<Record<ChangeKind, (replies: string) => string>>;
  /** At least two changes that have to be made jointly. */
  readonly jointly: (changes: readonly string[]) => string;

  /** `decided` is the number of variants that the search decided. */
  readonly proofs: {
    /** One step changes the choice, and no other single step does. */
    readonly singleStep: (decided: number) => string;
    readonly smallest: (distance: Distance, decided: number) => string;
    /** As {@link smallest}, where the search ended before all that tie were found. */
    readonly smallestKnown: (distance: Distance, decided: number) => string;
    readonly impossible: (decided: number) => string;
    /** The search ended without result; nothing nearer than this changes the choice. */
    readonly searchEnded: (distance: Distance, decided: number) => string;
    readonly alreadyChosen: (title: string) => string;
    readonly forbidden: (title: string) => string;
    /** No rule names it for the place, and it substitutes for nothing. */
    readonly outOfReach: (title: string) => string;
  };
}
