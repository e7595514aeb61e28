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
