import type { Lang } from '../../language/format.js';
import type { WhatIf, WhatIfAnswer, WhatIfPlace } from '../../language/schema/results/what-if.js';
import { spaced } from '../../language/text/text.js';
import { paragraph } from './layout.js';
import type { Paint } from './paint.js';
import { VIEW_WORDS as COMMON } from './words.js';

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

/** As many are shown of the conditions of an answer, and of the answers of a place. */
const SHOWN = { conditions: 4, answers: 6 };

/** The smallest flips as text: by place, and by what is chosen then. */
export function whatIfLines(document: WhatIf, view: WhatIfView): string[] {
  const { lang, workload, knowledge, asOf, places, to, role } = document;
  const { paint, columns } = view;
  const words = WORDS[lang];
  const title = workload.metadata?.title ?? workload.metadata?.name ?? COMMON[lang].untitled;
  return [
    paint.strong(title),
    paint.faint(COMMON[lang].basis(knowledge.version, asOf)),
    ...(places.length === 0 ? ['', ...paragraph(words.nowhere(to ?? '', role), columns, lang, '')] : []),
    ...places.flatMap((place) => ['', ...placeLines(place, lang, view)]),
  ];
}

/** What would flip the choice of one place. */
export function placeLines(place: WhatIfPlace, lang: Lang, view: WhatIfView): string[] {
  const { paint, columns, all, allBy = '--all' } = view;
  const say: Say = (text, first, next) => paragraph(lang === 'zh' ? spaced(text) : text, columns, lang, first, next);
  const shown = place.answers.slice(0, all ? undefined : SHOWN.answers);
  const more = place.answers.length - shown.length;
  return [
    `${paint.heading(place.title)}  ${place.chosenTitle}`,
    ...shown.flatMap((answer) => answerLines(answer, lang, view, say)),
    ...(more > 0 ? say(WORDS[lang].moreAnswers(more, allBy), '  ') : []),
    ...say(place.text, '  ').map(paint.faint),
  ];
}

/** What is chosen then, and when: in one sentence, or line by line where it is so in several cases. */
function answerLines({ title, conditions }: WhatIfAnswer, lang: Lang, view: WhatIfView, say: Say): string[] {
  const { all, allBy = '--all' } = view;
  const words = WORDS[lang];
  const shown = conditions.slice(0, all || conditions.length <= SHOWN.conditions + 1 ? undefined : SHOWN.conditions);
  const [only] = shown;
  if (only !== undefined && shown.length === 1) return say(words.onlyIf(title, only), '  → ', '    ');
  const rest = conditions.length - shown.length;
  return [
    ...say(words.onlyIfOne(title), '  → ', '    '),
    ...shown.flatMap((condition) => say(condition, '    · ')),
    ...(rest > 0 ? say(words.more(rest, allBy), '    · ') : []),
  ];
}

const WORDS: Readonly<
  Record<
    Lang,
    {
      readonly onlyIf: (title: string, conditions: string) => string;
      readonly onlyIfOne: (title: string) => string;
      readonly more: (count: number, allBy: string) => string;
      readonly moreAnswers: (count: number, allBy: string) => string;
      readonly nowhere: (id: string, role: string | undefined) => string;
    }
  >
> = {
  en: {
    onlyIf: (title, conditions) => `${title}, only if ${conditions}`,
    onlyIfOne: (title) => `${title}, only if one of these holds:`,
    more: (count, allBy) => `${String(count)} more (${allBy} shows them)`,
    moreAnswers: (count, allBy) => `and ${String(count)} other answers (${allBy} shows them)`,
    nowhere: (id, role) =>
      `Proven: nothing would. No rule that is asked for ${role ?? 'this workload'} names ${id}, and no combination that can run there holds it.`,
  },
  zh: {
    onlyIf: (title, conditions) => `${title}：仅当${conditions}`,
    onlyIfOne: (title) => `${title}：仅当满足下列之一：`,
    more: (count, allBy) => `另有 ${String(count)} 种（${allBy} 可全部列出）`,
    moreAnswers: (count, allBy) => `另有 ${String(count)} 种答案（${allBy} 可全部列出）`,
    nowhere: (id, role) =>
      `已证明：无论如何都不会选用。为${role === undefined ? '此工作负载' : ` ${role} `}询问的规则都没有提到 ${id}，可运行的组合也都不包含它。`,
  },
};
