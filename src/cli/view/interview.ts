import type { Interview } from '../../explore/interview/interview.js';
import type { InterviewQuestion } from '../../explore/interview/describe-questions.js';
import type { Lang } from '../../language/format.js';
import { spaced } from '../../language/text/text.js';
import { ASK_WORDS } from '../ask/words.js';
import { paragraph } from './layout.js';
import type { Paint } from './paint.js';

/** The question that an interview would ask next, as text. */
export function viewQuestion(
  question: InterviewQuestion,
  interview: Interview,
  lang: Lang,
  { columns, paint }: { readonly columns: number; readonly paint: Paint },
): string[] {
  const words = ASK_WORDS[lang];
  const say = (text: string, first = '', next = first): string[] =>
    paragraph(lang === 'zh' ? spaced(text) : text, columns, lang, first, next);
  const { key, title, text, about, takes, replies, examples, why, howToFind } = question;
  const offered = takes === 'figure' ? words.yourself(examples) : '';
  return [
    `${paint.heading(words.next(title))}  ${paint.faint(key)}`,
    ...say(text),
    ...say(words.why + why.text),
    ...(about === undefined ? [] : say(about)),
    ...say(words.how + howToFind),
    '',
    ...say([words.takes[takes], offered].filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ')),
    ...replies.flatMap(({ value, title: named, meaning }) =>
      say(`${String(value)}: ${[named, meaning].filter((part) => part !== undefined).join(' – ')}`, '  · ', '    '),
    ),
    '',
    ...say(words.expected(interview.expected)),
  ];
}
