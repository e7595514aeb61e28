/** The words by which a document or a table states a value of a flag. */
export interface ValueTexts {
  /** In lower case. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
