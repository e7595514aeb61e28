import type { Lang } from '../../language/format.js';
import type {
  FitRow,
  AnyRecommendation,
  Robustness,
  RoleAnswer,
} from '../../language/schema/results/recommendation.js';
import { listed, spaced } from '../../language/text/text.js';
import { EVIDENCE_WORDS, type EvidenceWords } from '../shared/evidence.js';
import type { Paint } from './paint.js';
import { VIEW_WORDS as ANSWER_WORDS } from './words.js';

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
  { lang, exploration }: AnyRecommendation,
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
    const chosen = answer.chosen
      .map(({ title, byTitle }) => (byTitle === undefined ? title : ANSWER_WORDS[lang].by(title, byTitle)))
      .join(' + ');
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
  const share = robust === undefined ? '' : words.share(shareText(robust.winner.share, words));
  const chosen =
    robust?.chosen === undefined || same
      ? ''
      : words.chosenShare(robust.chosen.title, shareText(robust.chosen.share, words));
  const turning =
    robust?.turning === undefined
      ? ''
      : words.turning(robust.turning.title, shifts(robust.turning.gains, lang), shifts(robust.turning.losses, lang));
  return say(
    `${same ? words.first(best) : words.better(best, answer.rank)}${share}${chosen}${turning}`,
    '    = ',
    '      ',
  );
}

const named = ({ id, by }: { readonly id: string; readonly by?: string }): string => `${id}@${by ?? ''}`;

/** A share in percent; what is not quite none or all is not told as such. */
function shareText(share: number, words: Words): string {
  if (share > 0 && share < 0.01) return words.lessThan;
  if (share < 1 && share > 0.99) return words.moreThan;
  return `${String(Math.round(share * 100))} %`;
}

/** How the weights of criteria are other ones at the turning point: `Latency (15 → 20 %)`. */
function shifts(shifted: Turning['gains'], lang: Lang): string {
  const { open, close } = WORDS[lang];
  return listed(
    shifted.map(({ title, before, weight }) => `${title}${open}${whole(before)} → ${whole(weight)} %${close}`),
    lang,
    'and',
  );
}

/** A weight in percent, without the sign. */
function whole(weight: number): string {
  if (weight > 0 && weight < 0.01) return '<1';
  return weight < 1 && weight > 0.99 ? '>99' : String(Math.round(weight * 100));
}

type Turning = NonNullable<Robustness['turning']>;

interface Words extends Omit<EvidenceWords, 'nothing'> {
  readonly nothing: string;
  readonly typical: string;
  readonly first: (best: string) => string;
  readonly better: (best: string, rank: number) => string;
  readonly share: (share: string) => string;
  readonly chosenShare: (chosen: string, share: string) => string;
  readonly lessThan: string;
  readonly moreThan: string;
  readonly turning: (rival: string, gains: string, losses: string) => string;
  readonly open: string;
  readonly close: string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    ...EVIDENCE_WORDS.en,
    nothing: 'no figure with a source',
    typical: ' (typical, not stated)',
    first: (best) => `The facts rank ${best} first too`,
    better: (best, rank) => `The facts rank ${best} first and what is chosen number ${String(rank)}`,
    share: (share) => `; it stays first under ${share} of all weightings`,
    chosenShare: (chosen, share) => `, ${chosen} under ${share}`,
    lessThan: 'less than 1 %',
    moreThan: 'more than 99 %',
    turning: (rival, gains, losses) =>
      gains === '' && losses === ''
        ? `; ${rival} is about level with it`
        : `; ${rival} draws level at the nearest once weight moves ${[
            ...(losses === '' ? [] : [`from ${losses}`]),
            ...(gains === '' ? [] : [`to ${gains}`]),
          ].join(' ')}`,
    open: ' (',
    close: ')',
  },
  zh: {
    ...EVIDENCE_WORDS.zh,
    nothing: '没有带出处的数据',
    typical: '（场景典型值，未说明）',
    first: (best) => spaced(`事实同样把${best}排在第一`),
    better: (best, rank) => spaced(`事实把${best}排在第一，所选排在第 ${String(rank)}`),
    share: (share) => spaced(`；在${share}的权重组合下保持第一`),
    chosenShare: (chosen, share) => spaced(`，${chosen}为${share}`),
    lessThan: '不到 1%',
    moreThan: '超过 99%',
    turning: (rival, gains, losses) =>
      gains === '' && losses === ''
        ? spaced(`；${rival}与之大致持平`)
        : spaced(
            `；${[
              ...(losses === '' ? [] : [`降低${losses}的权重`]),
              ...(gains === '' ? [] : [`提高${gains}的权重`]),
            ].join('，同时')}，最先与之持平的是${rival}`,
          ),
    open: '（',
    close: '）',
  },
};
