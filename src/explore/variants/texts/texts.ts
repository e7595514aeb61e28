import type { MapAnswer } from '../../../language/schema/results/decision-map.js';

/** The texts for a place where nothing is chosen. */
export interface VariantTexts {
  readonly nothingChosen: Readonly<Record<Exclude<MapAnswer['standing'], 'chosen'>, string>>;
}
