/** How a report of `check` describes inputs and decisions. */
export interface CheckTexts {
  /** A decision by its title and its id. */
  readonly decision: (title: string, id: string) => string;
  /** A region that holds every input. */
  readonly everyInput: string;
  /** An input that states nothing. */
  readonly nothingStated: string;
  /** All values of a factor. */
  readonly anyValue: string;
  /** That a factor is not stated. */
  readonly notStated: string;
  /** What a decision without a result answers. */
  readonly noResult: string;
  /** All values of a factor but some, which are listed. */
  readonly otherThan: (values: string) => string;
  /** Whether a set has a member. */
  readonly member: (member: string, isIn: boolean) => string;
  /** Whether a test of items holds. */
  readonly holds: (test: string, holds: boolean) => string;
  /** A lower and an upper bound. */
  readonly range: (from: string, to: string) => string;
}
