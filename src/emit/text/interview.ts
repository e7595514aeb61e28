import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { InterviewDocument, InterviewQuestion } from '../../language/schema/results/interview.js';
import { typeset } from '../../language/text/text.js';
import { TEXT_TEXTS } from './texts/index.js';
import { paragraph, type TextView } from './layout.js';
import { recommendationLines } from './recommendation/recommendation.js';

/** The state of an interview as lines of text: the next question, or the recommendation with the proof that no question is left. */
export function interviewLines(interview: InterviewDocument, view: TextView): string[] {
  const { question, recommendation, asked, tried, lang } = interview;
  return [
    ...(question === undefined ? [] : questionLines(question, interview, view)),
    ...(recommendation === undefined
      ? []
      : [
          ...recommendationLines(recommendation, view),
          '',
          TEXT_TEXTS[lang].interview.done(
            asked,
            tried,
            recommendation.inputs.some(({ origin }) => origin === 'scenario'),
          ),
        ]),
  ];
}

function questionLines(
  question: InterviewQuestion,
  { expected, lang }: InterviewDocument,
  { columns, paint }: TextView,
): string[] {
  const words = TEXT_TEXTS[lang].interview;
  const say = (text: string, first = '', next = first): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const { key, title, text, about, takes, replies, examples, why, howToFind } = question;
  const offered = takes === 'figure' ? words.yourself(examples) : '';
  return [
    `${paint.heading(words.next(title))}  ${paint.faint(key)}`,
    ...say(text),
    ...say(words.why + why.text),
    ...(about === undefined ? [] : say(about)),
    ...say(words.how + howToFind),
    '',
    ...say([words.takes[takes], offered].filter((part) => part !== '').join(TYPOGRAPHY[lang].clauseComma)),
    ...replies.flatMap(({ value, title: named, meaning }) =>
      say(`${String(value)}: ${[named, meaning].filter((part) => part !== undefined).join(' – ')}`, '  · ', '    '),
    ),
    '',
    ...say(words.expected(expected)),
  ];
}
