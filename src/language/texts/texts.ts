/** How a language sets texts: its punctuation and its spaces. What code needs to join texts that are complete in themselves. */
export interface Typography {
  /** Between a label and what it labels: `Performance: high`. */
  readonly colon: string;
  /** Between the items of an enumeration without conjunction: `a, b`. */
  readonly comma: string;
  /** Between the clauses of a sentence: `if a, b`. */
  readonly clauseComma: string;
  readonly semicolon: string;
  /** Ends a sentence; without a gap. */
  readonly fullStop: string;
  /** Between two sentences. */
  readonly sentenceGap: string;
  /** Between two words, such as a subject and its predicate. */
  readonly wordGap: string;
  /** An addition in brackets behind a text: ` (ledger)`, with the gap before it. */
  readonly brackets: (inner: string) => string;
  /** Whether Latin words and numbers inside the text are set apart from it by spaces, as in Chinese. */
  readonly spacesLatin: boolean;
  /** Where a line may break: at spaces, or between any words that `Intl.Segmenter` finds. */
  readonly breaks: 'spaces' | 'words';
  /**
   * The separators of `Intl.ListFormat`, written out: the first object of `Intl` with locale data costs more than ten milliseconds, a noticeable part of a
   * short run. A test compares them with `Intl`. A language without them uses `Intl.ListFormat` itself.
   */
  readonly list?: { readonly comma: string; readonly and: string; readonly or: string };
}

/** What is said of a figure by a sign of comparison. */
export type FigureSign = 'atMost' | 'atLeast' | 'about';

/** The words by which a document or a table states a value. */
export interface ValueTexts {
  /** In lower case. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** The characters that separate the values of a list. */
  readonly separators: readonly string[];
  /** How a name says the contrary of another one; in lower case. */
  readonly negations: {
    /** The words of a compound name that do. */
    readonly parts: readonly string[];
    /** What does at the beginning of a word. */
    readonly before: readonly string[];
  };
  /** The words that are written with figures; in lower case. */
  readonly figures: {
    /** Those that say as much as a sign of comparison, before a figure and after it. */
    readonly signs: Readonly<
      Record<FigureSign, { readonly before: readonly string[]; readonly after: readonly string[] }>
    >;
    /** Those between the two ends of a range. */
    readonly between: readonly string[];
    /** Those between a number and what is counted, such as `个` of `3 个节点`. */
    readonly measures: readonly string[];
  };
  /** How a number of nines is written, with the number as the first group; the words for numbers from one up, in lower case. */
  readonly nines: { readonly pattern: RegExp; readonly numbers: readonly string[] };
}

/** The texts and typographic facts that every room may use. */
export interface LanguageTexts {
  readonly typography: Typography;
  readonly values: ValueTexts;
}
