import { TYPOGRAPHY } from '../../language/texts/index.js';
import { SHARED_TEXTS } from './texts/index.js';
import type { Lang } from '../../language/format.js';
import { listed, withBrackets } from '../../language/text/text.js';
import type { Comparison, FactRow } from '../../language/schema/results/profile.js';

/** What a fact is worth: `benchmark, high confidence, 2026-08-21`. A figure whose age is unknown has no expiry to be past. */
export function worth({ kind, confidence, date, read, stale, undated, derived }: FactRow, lang: Lang): string {
  const words = SHARED_TEXTS[lang].evidence;
  return [
    words.kinds[kind],
    words.confidences[confidence],
    date ?? (read === undefined ? words.undated : words.read(read)),
    ...(derived ? [words.derived] : []),
    ...(undated === true ? [words.unknownAge] : stale ? [words.stale] : []),
  ].join(TYPOGRAPHY[lang].clauseComma);
}

/** What a fact is restricted to, before the conditions that it was stated under: `only with Firecracker`. */
export function restrictions(fact: Pick<FactRow, 'with' | 'conditions'>, lang: Lang): string {
  const others = (fact.with ?? []).map(({ title }) => title);
  return [
    ...(others.length === 0 ? [] : [SHARED_TEXTS[lang].evidence.onlyWith(listed(others, lang, 'and'))]),
    ...(fact.conditions === undefined ? [] : [fact.conditions]),
  ].join(TYPOGRAPHY[lang].semicolon);
}

/** What a row of a comparison is about: the attribute, and what its figures count. */
export const rowTitle = ({ title, scope }: Pick<Comparison['rows'][number], 'title' | 'scope'>, lang: Lang): string =>
  scope === undefined ? title : withBrackets(title, scope.title, lang);
