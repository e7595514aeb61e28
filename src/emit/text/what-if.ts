import type { OpenFactor, OpenPlace } from '../../language/schema/results/exploration.js';
import type { AnyRecommendation } from '../../language/schema/results/recommendation.js';
import type { Lang } from '../../language/format.js';
import type { WhatIf, WhatIfAnswer, WhatIfPlace } from '../../language/schema/results/what-if.js';
import { typeset } from '../../language/text/text.js';
import { paragraph, type TextView } from './layout.js';
import type { Paint } from './paint.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { TEXT_TEXTS } from './texts/index.js';

export interface WhatIfView {
  readonly columns: number;
  readonly paint: Paint;
  /** Whether all flips are shown, however many. */
  readonly all: boolean;
  /** What to type to see all of them; `--all` by default. */
  readonly allBy?: string;
}

/** A paragraph within the columns of the view. */
type Say = (text: string, first: string, next?: string) => string[];

/** How many conditions of an answer are shown, and how many answers of a place. */
const MAX_SHOWN = { conditions: 4, answers: 6 };

/** The smallest flips as text: by place, and by what is chosen then. */
export function whatIfLines(document: WhatIf, view: WhatIfView): string[] {
  const { lang, workload, knowledge, asOf, unchangedTitles, places, to, role } = document;
  const { paint, columns } = view;
  const words = TEXT_TEXTS[lang].whatIf;
  const title = workload.metadata?.title ?? workload.metadata?.name ?? SHARED_TEXTS[lang].answer.untitled;
  return [
    paint.strong(title),
    paint.faint(SHARED_TEXTS[lang].answer.basis(knowledge, asOf)),
    ...(unchangedTitles.length > 0
      ? paragraph(SHARED_TEXTS[lang].whatIf.kept(unchangedTitles), columns, lang, '').map(paint.faint)
      : []),
    ...(places.length === 0 ? ['', ...paragraph(words.notReachable(to ?? '', role), columns, lang, '')] : []),
    ...places.flatMap((place) => ['', ...placeLines(place, lang, view)]),
  ];
}

/** What would flip the choice of one place. */
function placeLines(place: WhatIfPlace, lang: Lang, view: WhatIfView): string[] {
  const { paint, columns, all, allBy = '--all' } = view;
  const say: Say = (text, first, next) => paragraph(typeset(text, lang), columns, lang, first, next);
  const shown = place.answers.slice(0, all ? undefined : MAX_SHOWN.answers);
  const more = place.answers.length - shown.length;
  return [
    `${paint.heading(place.title)}  ${place.chosenTitle}`,
    ...shown.flatMap((answer) => answerLines(answer, lang, view, say)),
    ...(more > 0 ? say(TEXT_TEXTS[lang].whatIf.moreAnswers(more, allBy), '  ') : []),
    ...say(place.text, '  ').map(paint.faint),
  ];
}

/** What is chosen then, and when: in one sentence, or line by line where it is so in several cases. */
function answerLines({ title, conditions }: WhatIfAnswer, lang: Lang, view: WhatIfView, say: Say): string[] {
  const { all, allBy = '--all' } = view;
  const words = TEXT_TEXTS[lang].whatIf;
  const shown = conditions.slice(
    0,
    all || conditions.length <= MAX_SHOWN.conditions + 1 ? undefined : MAX_SHOWN.conditions,
  );
  const [only] = shown;
  if (only !== undefined && shown.length === 1) return say(words.onlyIf(title, only), '  → ', '    ');
  const rest = conditions.length - shown.length;
  return [
    ...say(words.onlyIfOne(title), '  → ', '    '),
    ...shown.flatMap((condition) => say(condition, '    · ')),
    ...(rest > 0 ? say(words.more(rest, allBy), '    · ') : []),
  ];
}

type Canvas = Pick<TextView, 'columns' | 'paint'>;

/** How many open factors of a place are shown, and how many changes of each. */
const MAX_OPEN_SHOWN = { factors: 5, changes: 2 };

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
  const shown = factors.slice(0, MAX_OPEN_SHOWN.factors);
  const rest = factors.slice(MAX_OPEN_SHOWN.factors).map((factor) => factor.title);
  return [
    `  ${paint.strong(title)}`,
    ...shown.flatMap((factor) => factorTexts(factor, words.others).flatMap((line) => say(line, '    · ', '      '))),
    ...(rest.length > 0 ? say(words.alsoOpen(rest), '    · ', '      ') : []),
    ...say(text, '    ').map(paint.faint),
  ];
}

function factorTexts({ changes, title }: OpenFactor, others: (title: string, count: number) => string): string[] {
  const shown = changes.slice(0, MAX_OPEN_SHOWN.changes).map(({ text }) => text);
  const more = changes.length - shown.length;
  return more > 0 ? [...shown, others(title, more)] : shown;
}
