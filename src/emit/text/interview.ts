import { TYPOGRAPHY } from '../../language/texts/index.js';
import type {
  Expected,
  InterviewDocument,
  InterviewQuestion,
  InterviewReply,
} from '../../language/schema/results/interview.js';
import { typeset } from '../../language/text/text.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { TEXT_TEXTS } from './texts/index.js';
import { paragraph, type TextView } from './layout.js';
import { recommendationLines } from './recommendation/recommendation.js';

/** Beyond an estimate, so many questions are few enough to name the bound. */
const NARROW = 1;

/** How many questions come after the present one: the proven bound where it is near, else an estimate. */
export function questionsAfter(expected: Expected): { readonly count: number; readonly isBound: boolean } {
  if (expected.exact) return { count: Math.max(0, expected.most - 1), isBound: true };
  const { about, atMost } = expected;
  const isBound = atMost <= about + NARROW;
  // As long as more can come, this is not said to be the last.
  return { count: Math.max(isBound ? 0 : 1, (isBound ? atMost : about) - 1), isBound };
}

/** The lines around an answer: a blank before the proof, and what a terminal adds. */
const LINES_AROUND_ANSWER = 2;

/** The state of an interview as lines of text: the next question, or the recommendation with the proof that no question is left, on one screen. */
export function interviewLines(interview: InterviewDocument, view: TextView): string[] {
  const { question, recommendation, asked, tried, lang } = interview;
  if (question !== undefined) return questionLines(question, interview, view);
  if (recommendation === undefined) return [];
  const hasPresets = recommendation.inputs.some(({ origin }) => origin === 'scenario');
  const done = paragraph(
    typeset(SHARED_TEXTS[lang].interview.done(asked, tried, hasPresets), lang),
    view.columns,
    lang,
    '',
  );
  const taken = done.length + LINES_AROUND_ANSWER;
  return [...recommendationLines(recommendation, { ...view, taken }), '', ...done];
}

function questionLines(
  question: InterviewQuestion,
  { expected, lang }: InterviewDocument,
  { columns, paint }: TextView,
): string[] {
  const words = { ...SHARED_TEXTS[lang].interview, ...TEXT_TEXTS[lang].interview };
  const say = (text: string, first = '', next = first): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const { key, title, text, about, takes, replies, decline, examples, why, howToFind } = question;
  const offered = takes === 'figure' ? words.yourself(examples) : '';
  return [
    `${paint.heading(words.next(title))}  ${paint.faint(key)}`,
    ...say(text),
    ...say(words.why + why.text),
    ...(about === undefined ? [] : say(about)),
    ...say(words.how + howToFind),
    '',
    ...say([words.takes[takes], offered].filter((part) => part !== '').join(TYPOGRAPHY[lang].clauseComma)),
    ...[...replies, ...(decline === undefined ? [] : [decline])].flatMap(({ value, title: named, meaning }) =>
      say(`${written(value)}: ${[named, meaning].filter((part) => part !== undefined).join(' – ')}`, '  · ', '    '),
    ),
    '',
    ...say(words.expected(questionsAfter(expected))),
  ];
}

/** A reply as a file of answers has it. */
const written = (value: InterviewReply['value']): string =>
  Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
