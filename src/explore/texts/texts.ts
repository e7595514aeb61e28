import type { MapAnswer } from '../../language/schema/results/decision-map.js';

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

  /** The smallest changes that lead to a rival, each with what is chosen then where that is more than the rival. */
  readonly leadsToRival: (
    changes: readonly { readonly condition: string; readonly title: string | undefined }[],
  ) => string;

  /** `decided` is the number of variants that the search decided. */
  readonly proofs: {
    /** One step changes the choice, and no other single step does. */
    readonly singleStep: (decided: number) => string;
    /** Nothing nearer changes the choice. */
    readonly smallest: (decided: number) => string;
    /** As {@link smallest}, where the search ended before all that tie were found. */
    readonly smallestKnown: (decided: number) => string;
    /** Nothing changes the choice, or leads to the target where there is one. */
    readonly impossible: (decided: number, keeps: boolean, target: string | undefined) => string;
    /** The search ended without result; no change of fewer factors changes the choice. */
    readonly searchEnded: (beyond: { readonly factors: number }, decided: number) => string;
    readonly alreadyChosen: (title: string) => string;
    readonly forbidden: (title: string) => string;
    /** No rule names it for the place, and it substitutes for nothing. */
    readonly outOfReach: (title: string) => string;
  };
}

/** The texts of the steps of an axis. */
export interface MapTexts {
  readonly notStated: string;
  /** An empty set, or no value. */
  readonly none: string;
  /** The only cell of a figure that no threshold divides. */
  readonly anyFigure: string;
}

/** The texts of open factors: which replies make another choice, and what the search for them proves. */
export interface OpenTexts {
  /** What is chosen under conditions, such as `Performance: high → KubeVirt`. */
  readonly change: (conditions: readonly string[], chosen: string) => string;
  /** As {@link change}, where the conditions without the last make the choice `otherwise`. */
  readonly changeFrom: (conditions: readonly string[], chosen: string, otherwise: string) => string;
  /** `found` is whether there are open factors that matter; `decided` the number of variants that the search decided. */
  readonly proven: (found: boolean, decided: number) => string;
  /** The search ended within the replies to a single question. */
  readonly endedEarly: (decided: number) => string;
  /** The search ended when all single replies were tried. */
  readonly endedAlone: (found: boolean, decided: number) => string;
  /** The search ended when all sets of up to `size` replies were tried. */
  readonly endedJointly: (found: boolean, size: number, decided: number) => string;
}

/** The texts for a place where nothing is chosen. */
export interface VariantTexts {
  readonly nothingChosen: Readonly<Record<Exclude<MapAnswer['standing'], 'chosen'>, string>>;
}

/** The texts of a reply that declines a question. */
interface DeclineTexts {
  readonly title: string;
  readonly meaning?: string;
  /** What it is called by those who write it, in lower case and without hyphens. */
  readonly words: readonly string[];
}

/** The texts of interview questions that the knowledge does not give itself. */
export interface InterviewTexts {
  /** The question which items a collection has. */
  readonly whichItems: (collection: string) => string;
  /** Why items are asked for: a choice is made for each, at these places of the stack. */
  readonly choicePerItem: (collection: string, places: readonly string[]) => string;
  /** The empty choice, in a list of choices. */
  readonly nothing: string;

  /** What a question decides; `place` is the title of the place of the stack. */
  readonly why: {
    readonly whetherNeeded: (place: string) => string;
    readonly between: (place: string, one: string, other: string) => string;
    /** Among at least three choices, all of them named. */
    readonly among: (place: string, choices: readonly string[]) => string;
    /** Among more choices than are named. */
    readonly amongOthers: (place: string, choices: readonly string[]) => string;
    readonly notExcluded: string;
    /** What the scenario presets was not confirmed. */
    readonly preset: (value: string) => string;
  };

  /** The replies that decline a question. */
  readonly decline: {
    readonly none: DeclineTexts;
    readonly noScenario: Omit<DeclineTexts, 'words'>;
    readonly noLimit: DeclineTexts;
  };

  /** How to find the reply, where the factor does not state it. */
  readonly howToFind: {
    readonly figure: (examples: readonly string[]) => string;
    readonly closest: string;
  };
}

/** The texts of explorations, by sub-room. */
export interface ExploreTexts {
  readonly whatIf: WhatIfTexts;
  readonly map: MapTexts;
  readonly open: OpenTexts;
  readonly variants: VariantTexts;
  readonly interview: InterviewTexts;
}
