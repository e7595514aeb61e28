import { TEXT_TEXTS } from '../texts/index.js';
import type { TextTexts } from '../texts/texts.js';
import { TYPOGRAPHY } from '../../../language/texts/index.js';
import type { Lang } from '../../../language/format.js';
import type {
  Finding,
  FitRow,
  AnyRecommendation,
  Robustness,
  RoleAnswer,
} from '../../../language/schema/results/recommendation.js';
import { listed, withBrackets } from '../../../language/text/text.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import type { SharedTexts } from '../../common/texts/texts.js';
import { nameOf, textOfChosen } from '../../common/answer.js';
import { SIGNS } from '../../common/summary.js';
import type { Paint } from '../paint.js';

type FitTexts = SharedTexts['evidence'] & TextTexts['fit'];

/** Breaks a text into lines behind a prefix. */
export type Say = (text: string, first: string, next?: string) => string[];

/** A verdict as one character, painted by how grave it is. */
export function mark(verdict: FitRow['verdict'], paint: Paint): string {
  const painted = { meets: (text: string) => text, conditional: paint.warn, unknown: paint.warn, fails: paint.bad };
  return painted[verdict](SIGNS[verdict]);
}

/** The severity of a finding as one character. */
export function severityMark(severity: Finding['severity'], paint: Paint): string {
  return { error: paint.bad('✗'), warning: paint.warn('!'), info: paint.faint('i') }[severity];
}

/** What the evidence says of what is chosen, and what the facts would choose by themselves. */
export function fitLines(
  answers: readonly RoleAnswer[],
  { lang, exploration }: AnyRecommendation,
  say: Say,
  paint: Paint,
): string[] {
  const words = { ...SHARED_TEXTS[lang].evidence, ...TEXT_TEXTS[lang].fit };
  return answers.flatMap((answer) => {
    const id = answer.fit[0]?.combination;
    // Rows of what is chosen come first; those of other combinations are in the JSON and behind `compare`.
    const rows = answer.fit.filter(
      ({ combination, origin, verdict }) => combination === id && (origin !== undefined || verdict === 'fails'),
    );
    const lines = [
      ...rows.flatMap((row) => rowLines(row, words, lang, say, paint)),
      ...bestLines(answer, exploration?.robustness ?? [], words, lang, say),
    ];
    if (lines.length === 0 || answer.chosen.length === 0) return [];
    return [`  ${paint.strong(nameOf(answer))}  ${textOfChosen(answer, lang)}`, ...lines];
  });
}

function rowLines(row: FitRow, words: FitTexts, lang: Lang, say: Say, paint: Paint): string[] {
  const { clauseComma, semicolon, colon } = TYPOGRAPHY[lang];
  const evidence = row.evidence.filter(({ deciding }) => deciding);
  const works = [
    ...new Set(
      evidence.map(({ title, date, kind }) =>
        [title, words.kinds[kind], ...(date === undefined ? [] : [date])].join(clauseComma),
      ),
    ),
  ];
  const found = row.foundText ?? (row.text === '' ? words.nothing : row.text);
  const typical = row.origin === 'typical' ? words.typical : '';
  const cited = works.length === 0 ? found : withBrackets(found, works.join(semicolon), lang);
  const doubt = row.text === '' || row.foundText === undefined ? '' : `${colon}${row.text}`;
  return say(
    `${row.title}${typical}${colon}${row.requiredText} → ${cited}${doubt}`,
    `    ${mark(row.verdict, paint)} `,
    '      ',
  );
}

function bestLines(
  answer: RoleAnswer,
  robustness: readonly Robustness[],
  words: FitTexts,
  lang: Lang,
  say: Say,
): string[] {
  if (answer.rank === undefined || answer.chosen.length === 0) return [];
  if (answer.fitBest.length === 0) return answer.fitText === undefined ? [] : say(answer.fitText, '    = ', '      ');
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
      : words.turning(
          robust.turning.title,
          shifts(robust.turning.gains, words, lang),
          shifts(robust.turning.losses, words, lang),
        );
  return say(
    `${same ? words.first(best) : (answer.fitText ?? words.better(best, answer.rank))}${share}${chosen}${turning}`,
    '    = ',
    '      ',
  );
}

const named = ({ id, by }: { readonly id: string; readonly by?: string }): string => `${id}@${by ?? ''}`;

/** A share in percent; a share close to none or all is given as a bound. */
function shareText(share: number, words: FitTexts): string {
  if (share > 0 && share < 0.01) return words.lessThan;
  if (share < 1 && share > 0.99) return words.moreThan;
  return words.percent(String(Math.round(share * 100)));
}

/** How the weights of criteria are other ones at the turning point: `Latency (15 → 20 %)`. */
function shifts(shifted: Turning['gains'], words: FitTexts, lang: Lang): string {
  return listed(
    shifted.map(({ title, before, weight }) =>
      withBrackets(title, `${whole(before)} → ${words.percent(whole(weight))}`, lang),
    ),
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
