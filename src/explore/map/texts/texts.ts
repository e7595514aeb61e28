/** The texts of the steps of an axis. */
export interface MapTexts {
  readonly notStated: string;
  /** An empty set, or no value. */
  readonly none: string;
  /** The only cell of a figure that no threshold divides. */
  readonly anyFigure: string;
}
