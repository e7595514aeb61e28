import type { AnyRecommendation, FitRow, RoleAnswer } from '../../language/schema/results/recommendation.js';
import type { Lang } from '../../language/format.js';
import { labelled, withBrackets } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { GRAVEST_FIRST, gravestVerdict, judgedRows, nameOf, allAnswers, wantedBy } from './answer.js';
import { nearestChanges } from './nearest-changes.js';
import { SHARED_TEXTS } from './texts/index.js';

/** What a mark says of a place: a verdict, or that nothing can be chosen though something is needed. */
export type Mark = FitRow['verdict'] | 'open';

export const MARKS: readonly Mark[] = ['meets', 'conditional', 'unknown', 'fails', 'open'];
/** The sign of each mark. */
export const SIGNS: Readonly<Record<Mark, string>> = {
  meets: '✓',
  conditional: '~',
  unknown: '?',
  fails: '✗',
  open: '!',
};

const GRAVEST_MARKS_FIRST: readonly (Mark | undefined)[] = ['open', ...GRAVEST_FIRST, undefined];

/** A place of the stack in few words: the gravest that is to be said of it. */
export interface PlaceSummary {
  readonly answer: RoleAnswer;
  readonly mark: Mark | undefined;
  /** In a few words, what the mark is about. */
  readonly about: string;
  /** The same in a sentence that says what the mark means. */
  readonly verdict: string;
}

/** The places for which something is chosen or needed, in the order of the stack. */
export const placeSummaries = (recommendation: AnyRecommendation): PlaceSummary[] =>
  allAnswers(recommendation)
    .filter(({ chosen, needed }) => chosen.length > 0 || needed)
    .map((answer) => summaryOf(answer, recommendation));

/** Compares two places: the graver first. */
export const byGravity = (a: Pick<PlaceSummary, 'mark'>, b: Pick<PlaceSummary, 'mark'>): number =>
  GRAVEST_MARKS_FIRST.indexOf(a.mark) - GRAVEST_MARKS_FIRST.indexOf(b.mark);

function summaryOf(answer: RoleAnswer, { findings, lang }: AnyRecommendation): PlaceSummary {
  const words = SHARED_TEXTS[lang].summary;
  if (answer.chosen.length === 0) {
    const wanted = wantedBy(answer);
    const isInConflict = findings.some(({ code, role }) => code === 'unsatisfiable' && role === answer.role);
    if (wanted === undefined && !isInConflict)
      return { answer, mark: undefined, about: words.undecided, verdict: words.undecided };
    const about = wanted === undefined ? words.unmet : words.wanted(wanted);
    return { answer, mark: 'open', about, verdict: labelled(words.marks.open, about, lang) };
  }
  const verdict = gravestVerdict(answer);
  if (verdict === undefined) return { answer, mark: undefined, about: '', verdict: '' };
  const held = judgedRows(answer).filter((row) => row.verdict === verdict);
  const assumed = verdict === 'conditional' ? answer.assumes : [];
  const count = held.length + assumed.length;
  const others = (text: string): string => (count === 1 ? text : words.andOthers(text, count - 1));
  const [first] = held;
  if (first === undefined) {
    const [assumption = { title: '' }] = assumed;
    return {
      answer,
      mark: verdict,
      about: others(words.assuming(assumption.title)),
      verdict: others(words.holdsIf(assumption.title)),
    };
  }
  if (verdict === 'meets') {
    const about = words.proven(held.length);
    return { answer, mark: verdict, about, verdict: about };
  }
  const demand = labelled(first.title, first.requiredText, lang);
  const [doubt] = doubtsOf(first, lang);
  return {
    answer,
    mark: verdict,
    about: others(verdict === 'unknown' && doubt !== undefined ? withBrackets(demand, doubt, lang) : demand),
    verdict: others(words.verdictOn[verdict](demand)),
  };
}

type Doubt = FitRow['doubts'][number];

/** By doubt: its place among those that are reported; what says most of what is known comes first. */
const PLACE_OF_DOUBT: Readonly<Record<Doubt, number>> = {
  'vendor-claim': 0,
  'no-limit-known': 1,
  'bound-only': 2,
  'part-only': 3,
  stale: 4,
  undated: 5,
  'low-confidence': 6,
  conflict: 7,
  partly: 8,
  conditions: 9,
};

/** Why a demand is not proven to be met or missed, in few words, the most important first; none where it is. */
function doubtsOf({ verdict, doubts, foundText }: FitRow, lang: Lang): string[] {
  if (verdict === 'meets' || verdict === 'fails') return [];
  const words = SHARED_TEXTS[lang].evidence;
  if (foundText === undefined) return [words.noEvidence];
  return [...doubts].sort((a, b) => PLACE_OF_DOUBT[a] - PLACE_OF_DOUBT[b]).map((doubt) => words.doubts[doubt]);
}

/** What was found of a demand, and why that proves nothing, or not all: `2s – 10s (only its maker claims it)`. */
export function foundOf(row: FitRow, lang: Lang): string {
  const { foundText: found } = row;
  if (found === undefined) return SHARED_TEXTS[lang].comparison.nothing;
  const doubts = doubtsOf(row, lang);
  return doubts.length === 0 ? found : withBrackets(found, doubts.join(TYPOGRAPHY[lang].semicolon), lang);
}

/** Why something is chosen, in few words and in a sentence. */
export function reasonOf(answer: RoleAnswer, lang: Lang): { readonly brief: string; readonly full: string } {
  const { always, and, byEvidence, whatever } = SHARED_TEXTS[lang].summary;
  const step = answer.why.at(-1);
  if (step === undefined) {
    const said = answer.fitText ?? byEvidence;
    return { brief: said, full: said };
  }
  const { because, reason } = step;
  const { entailed } = answer.guide;
  // A vote has no clause of its own, but its ballots do.
  const source = step.source ?? answer.guide.rules.join(' ');
  const cited = (text: string): string => (source === '' ? text : withBrackets(text, source, lang));
  if (entailed !== undefined) {
    const said = cited(whatever(entailed.map(({ title }) => title)));
    return { brief: said, full: said };
  }
  const brief = cited(because.length === 0 ? always : because.map(({ text }) => text).join(and));
  return { brief, full: reason === undefined ? brief : cited(reason) };
}

/**
 * What would change the answer, each in one line, of the graver places first: the nearest changes of what is stated, then of what is not; one for each place and factor
 * before a second one.
 */
export function changesOf(recommendation: AnyRecommendation): string[] {
  const { lang, exploration } = recommendation;
  const places = placeSummaries(recommendation);
  const isAt = (answer: RoleAnswer, { role, name }: Pick<RoleAnswer, 'role' | 'name'>): boolean =>
    answer.role === role && answer.name === name;
  const all = [
    ...(exploration?.levers ?? []).map(({ valueTitle, ...lever }) => ({ ...lever, value: valueTitle })),
    ...nearestChanges(recommendation, ({ defining }) => defining !== true).map(
      ({ open: { title }, change, answer: { role, name } }) => ({
        role,
        ...(name !== undefined && { name }),
        title,
        value: change.valueTitle,
        text: change.text,
      }),
    ),
  ]
    .map((one) => ({ ...one, mark: places.find(({ answer }) => isAt(answer, one))?.mark }))
    .sort(byGravity);
  const isFirst = (one: (typeof all)[number], n: number): boolean =>
    all.findIndex(({ role, name, title }) => (role === one.role && name === one.name) || title === one.title) === n;
  const ordered = [...all.filter(isFirst), ...all.filter((one, n) => !isFirst(one, n))];
  return ordered.map((one) => {
    const answer = allAnswers(recommendation).find((other) => isAt(other, one));
    const place = answer === undefined ? one.role : nameOf(answer);
    return SHARED_TEXTS[lang].summary.change(one.title, one.value, place, one.text);
  });
}
