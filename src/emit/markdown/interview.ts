import { labelled } from '../../language/text/text.js';
import type { InterviewDocument, InterviewQuestion } from '../../language/schema/results/interview.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { code, escape, message } from './markup.js';
import { recommendationMarkdown } from './recommendation.js';

/** The state of an interview as Markdown: the next question with its replies, or the recommendation that it ends with. */
export function interviewMarkdown(interview: InterviewDocument): string {
  const { question, recommendation, asked, tried, lang } = interview;
  if (question !== undefined) return questionMarkdown(question, interview);
  if (recommendation === undefined) return '';
  const hasPresets = recommendation.inputs.some(({ origin }) => origin === 'scenario');
  const done = SHARED_TEXTS[lang].interview.done(asked, tried, hasPresets);
  return `${recommendationMarkdown(recommendation)}\n${message(done)}\n`;
}

function questionMarkdown(
  { key, title, text, about, why, howToFind, replies, decline }: InterviewQuestion,
  { lang }: InterviewDocument,
): string {
  const words = SHARED_TEXTS[lang].interview;
  const paragraphs = [text, words.why + why.text, ...(about === undefined ? [] : [about]), words.how + howToFind];
  return [
    `### ${escape(words.next(title))} ${code(key)}`,
    '',
    ...paragraphs.flatMap((paragraph) => [message(paragraph), '']),
    ...[...replies, ...(decline === undefined ? [] : [decline])].map(({ value, title: name, meaning }) => {
      const said = meaning === undefined ? escape(name) : labelled(escape(name), message(meaning), lang);
      return `- ${code(Array.isArray(value) ? `[${value.join(', ')}]` : String(value))} ${said}`;
    }),
    '',
  ].join('\n');
}
