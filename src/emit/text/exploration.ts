import type { OpenFactor, OpenPlace } from '../../language/schema/results/exploration.js';
import type { AnyRecommendation } from '../../language/schema/results/recommendation.js';
import { typeset } from '../../language/text/text.js';
import { paragraph } from './layout.js';
import type { TextView } from './layout.js';
import { placeLines } from './what-if.js';
import { TEXT_TEXTS } from './texts/index.js';

type Canvas = Pick<TextView, 'columns' | 'paint'>;

/** How many open factors of a place are shown, and how many changes of each. */
const MAX_SHOWN = { factors: 5, changes: 2 };

/** What would change the answer, place by place: by what is not stated yet, and by changing what is. */
export function openLines({ exploration, lang }: AnyRecommendation, view: Canvas): string[] {
  return (exploration?.open ?? []).flatMap((place) => openPlace(place, lang, view));
}

/** The smallest changes that flip the answer, place by place. */
export function counterfactualLines({ exploration, lang }: AnyRecommendation, view: Canvas): string[] {
  return (exploration?.whatIf ?? []).flatMap((place) =>
    placeLines(place, lang, { ...view, columns: view.columns - 2, all: false, allBy: '`whatif --all`' }).map(
      (line) => `  ${line}`,
    ),
  );
}

function openPlace({ title, factors, text }: OpenPlace, lang: AnyRecommendation['lang'], view: Canvas): string[] {
  const { paint, columns } = view;
  const words = TEXT_TEXTS[lang].recommendation;
  const say = (said: string, first: string, next?: string): string[] =>
    paragraph(typeset(said, lang), columns, lang, first, next);
  const shown = factors.slice(0, MAX_SHOWN.factors);
  const rest = factors.slice(MAX_SHOWN.factors).map((factor) => factor.title);
  return [
    `  ${paint.strong(title)}`,
    ...shown.flatMap((factor) => factorTexts(factor, words.others).flatMap((line) => say(line, '    · ', '      '))),
    ...(rest.length > 0 ? say(words.alsoOpen(rest), '    · ', '      ') : []),
    ...say(text, '    ').map(paint.faint),
  ];
}

function factorTexts({ changes, title }: OpenFactor, others: (title: string, count: number) => string): string[] {
  const shown = changes.slice(0, MAX_SHOWN.changes).map(({ text }) => text);
  const more = changes.length - shown.length;
  return more > 0 ? [...shown, others(title, more)] : shown;
}
