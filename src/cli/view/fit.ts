import type { Lang } from '../../language/format.js';
import type { FitRow, Recommendation, Robustness, RoleAnswer } from '../../language/schema/recommendation.js';
import { list } from '../../language/text.js';
import { EVIDENCE_WORDS, type EvidenceWords } from './evidence-words.js';
import type { Paint } from './paint.js';

/** Breaks a text into lines behind a prefix. */
export type Say = (text: string, first: string, next?: string) => string[];

const MARKS = { meets: '✓', conditional: '~', unknown: '?', fails: '✗' } as const;

/** A verdict as one character, painted by how grave it is. */
export function mark(verdict: FitRow['verdict'], paint: Paint): string {
  const painted = { meets: (text: string) => text, conditional: paint.warn, unknown: paint.warn, fails: paint.bad };
  return painted[verdict](MARKS[verdict]);
}

/** What the evidence says of what is chosen, and what the facts would choose by themselves. */
export function fitLines(
  answers: readonly RoleAnswer[],
  { lang, exploration }: Recommendation,
  say: Say,
  paint: Paint,
): string[] {
  const words = WORDS[lang];
  return answers.flatMap((answer) => {
    const id = answer.fit[0]?.combination;
    // Rows of what is chosen come first; those of other combinations are in the JSON and behind `compare`.
    const rows = answer.fit.filter(
      ({ combination, origin, verdict }) => combination === id && (origin !== undefined || verdict === 'fails'),
    );
    const lines = [
      ...rows.flatMap((row) => rowLines(row, words, say, paint)),
      ...bestLines(answer, exploration?.robustness ?? [], words, lang, say),
    ];
    if (lines.length === 0 || answer.chosen.length === 0) return [];
    const place = answer.name === undefined ? answer.title : `${answer.title} · ${answer.name}`;
    const chosen = answer.chosen.map(({ title }) => title).join(' + ');
    return [`  ${paint.strong(place)}  ${chosen}`, ...lines];
  });
}

function rowLines(row: FitRow, words: Words, say: Say, paint: Paint): string[] {
  const evidence = row.evidence.filter(({ deciding }) => deciding);
  const works = [
    ...new Set(
      evidence.map(({ title, date, kind }) =>
        [title, words.kinds[kind], ...(date === undefined ? [] : [date])].join(words.comma),
      ),
    ),
  ];
  const found = row.foundText ?? (row.text === '' ? words.nothing : row.text);
  const typical = row.origin === 'typical' ? words.typical : '';
  const source = works.length === 0 ? '' : ` (${works.join(words.semicolon)})`;
  const doubt = row.text === '' || row.foundText === undefined ? '' : `${words.colon}${row.text}`;
  return say(
    `${row.title}${typical}${words.colon}${row.requiredText} → ${found}${source}${doubt}`,
    `    ${mark(row.verdict, paint)} `,
    '      ',
  );
}

function bestLines(
  answer: RoleAnswer,
  robustness: readonly Robustness[],
  words: Words,
  lang: Lang,
  say: Say,
): string[] {
  if (answer.fitBest.length === 0 || answer.rank === undefined || answer.chosen.length === 0) return [];
  const robust = robustness.find(({ role, name }) => role === answer.role && name === answer.name);
  const same = String(answer.fitBest.map(named)) === String(answer.chosen.map(named));
  const best = robust?.winner.title ?? answer.fitBest.map(({ title }) => title).join(' + ');
  const share = robust === undefined ? '' : words.share(percent(robust.winner.share));
  const guide =
    robust?.guide === undefined || same ? '' : words.guideShare(robust.guide.title, percent(robust.guide.share));
  const turning =
    robust?.turning === undefined ? '' : words.turning(robust.turning.title, heaviest(robust.turning, lang));
  return say(
    `${same ? words.first(best) : words.better(best, answer.rank)}${share}${guide}${turning}`,
    '    = ',
    '      ',
  );
}

const named = ({ id, by }: { readonly id: string; readonly by?: string }): string => `${id}@${by ?? ''}`;
const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** The criteria that gain most on the way to the turning point. */
function heaviest({ gains }: NonNullable<Robustness['turning']>, lang: Lang): string {
  return list(
    gains.slice(0, 2).map(({ title, weight }) => `${title} ${percent(weight)}`),
    lang,
    'and',
  );
}

interface Words extends Omit<EvidenceWords, 'nothing'> {
  readonly nothing: string;
  readonly typical: string;
  readonly first: (best: string) => string;
  readonly better: (best: string, rank: number) => string;
  readonly share: (share: string) => string;
  readonly guideShare: (guide: string, share: string) => string;
  readonly turning: (rival: string, weights: string) => string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    ...EVIDENCE_WORDS.en,
    nothing: 'no figure with a source',
    typical: ' (typical, not stated)',
    first: (best) => `The facts rank ${best} first too`,
    better: (best, rank) => `The facts rank ${best} first and what is chosen number ${String(rank)}`,
    share: (share) => `; it stays first under ${share} of all weightings`,
    guideShare: (guide, share) => `, ${guide} under ${share}`,
    turning: (rival, weights) =>
      weights === ''
        ? `; ${rival} is level with it`
        : `; ${rival} draws level at the nearest once the weights are ${weights}`,
  },
  zh: {
    ...EVIDENCE_WORDS.zh,
    nothing: '没有带出处的数据',
    typical: '（场景典型值，未说明）',
    first: (best) => `事实同样把 ${best} 排在第一`,
    better: (best, rank) => `事实把 ${best} 排在第一，所选排在第 ${String(rank)}`,
    share: (share) => `；在 ${share} 的权重组合下保持第一`,
    guideShare: (guide, share) => `，${guide} 为 ${share}`,
    turning: (rival, weights) =>
      weights === '' ? `；${rival} 与之持平` : `；当权重变为 ${weights} 时，最先与之持平的是 ${rival}`,
  },
};
