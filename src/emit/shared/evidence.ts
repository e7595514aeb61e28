import { TYPOGRAPHY } from '../../language/texts/index.js';
import { SHARED_TEXTS } from './texts/index.js';
import type { Lang } from '../../language/format.js';
import type { FactRow } from '../../language/schema/results/profile.js';

/** What a fact is worth: `benchmark, high confidence, 2026-08-21`. */
export function worth({ kind, confidence, date, stale, derived }: FactRow, lang: Lang): string {
  const words = SHARED_TEXTS[lang].evidence;
  return [
    words.kinds[kind],
    words.confidences[confidence],
    date ?? words.undated,
    ...(derived ? [words.derived] : []),
    ...(stale ? [words.stale] : []),
  ].join(TYPOGRAPHY[lang].clauseComma);
}
