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
  };

  /** How to find the reply, where the factor does not state it. */
  readonly howToFind: {
    readonly figure: (examples: readonly string[]) => string;
    readonly closest: string;
  };
}
