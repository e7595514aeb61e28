import type { Lang } from '../../language/format.js';
import type { AnyRecommendation, Finding, FitRow, RoleAnswer } from '../../language/schema/results/recommendation.js';
import { SHARED_TEXTS } from './texts/index.js';

/** The answers of all roles, in the order of the stack. */
export const allAnswers = ({ stack }: AnyRecommendation): RoleAnswer[] => Object.values(stack).flat();

/** The title of the workload of a recommendation. */
export const workloadTitle = ({ workload: { metadata }, lang }: AnyRecommendation): string =>
  metadata?.title ?? metadata?.name ?? SHARED_TEXTS[lang].answer.untitled;

/** The role of an answer, and its item. */
export const nameOf = ({ title, name }: RoleAnswer): string => (name === undefined ? title : `${title} · ${name}`);

/** What is chosen, each with what realises it; where nothing is, why not. */
export function textOfChosen({ chosen, needed, opinion }: RoleAnswer, lang: Lang): string {
  const words = SHARED_TEXTS[lang].answer;
  if (chosen.length > 0)
    return chosen.map(({ title, byTitle }) => (byTitle === undefined ? title : words.by(title, byTitle))).join(' + ');
  if (!needed) return words.notNeeded;
  return opinion === 'guide' ? words.none : words.open;
}

/** So many are named that only the facts offer. */
const MAX_BY_FACTS = 3;

/** What the same rule answers as well; where the facts alone decide, the first that do as well. What is condemned is not offered. */
export function othersOf({ alternatives, opinion, guide: { rules } }: RoleAnswer): string[] {
  const offered = alternatives.filter(({ condemned }) => !condemned);
  const byRules = offered.filter(({ origin }) => origin === 'any-of');
  const byFacts = offered.filter(({ origin }) => origin === 'fit').slice(0, MAX_BY_FACTS);
  return (opinion === 'fit' && rules.length === 0 ? byFacts : byRules).map(({ title }) => title);
}

/** Whether a finding is a hazard that any use of the choice may meet; those that this workload meets are warnings. */
export const isRisk = ({ code, severity }: Finding): boolean => code === 'hazard' && severity === 'info';

/** Verdicts, the gravest first. */
export const GRAVEST_FIRST: readonly FitRow['verdict'][] = ['fails', 'unknown', 'conditional', 'meets'];

/** What is asked of a choice and judged, without what is only typical of a scenario. */
export function judgedRows({ fit }: RoleAnswer): readonly FitRow[] {
  const id = fit[0]?.combination;
  return fit.filter(
    ({ combination, origin, verdict }) =>
      combination === id && origin !== 'typical' && (origin !== undefined || verdict === 'fails'),
  );
}

/** The gravest verdict on what is asked of a choice; a choice that assumes something is conditional at best. Undefined where nothing is asked and nothing assumed. */
export function gravestVerdict(answer: RoleAnswer): FitRow['verdict'] | undefined {
  const verdicts = judgedRows(answer).map(({ verdict }) => verdict);
  if (answer.assumes.length > 0) verdicts.push('conditional');
  return GRAVEST_FIRST.find((one) => verdicts.includes(one));
}

/** What the guide answers where nothing can be chosen; undefined where something is chosen, or the guide has no answer. */
export const wantedBy = ({ chosen, needed, why }: RoleAnswer): string | undefined =>
  chosen.length > 0 || !needed ? undefined : why.at(-1)?.outcomeText;
