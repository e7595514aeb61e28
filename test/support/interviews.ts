import type { AnyInterview } from '../../src/index.js';

/** Replies by factor, or by key of the question. */
export type Known = Readonly<Record<string, unknown>>;

/** Goes through an interview with somebody who knows all that is given. */
export function through(
  interview: AnyInterview,
  knows: Known,
): { readonly end: AnyInterview; readonly asked: string[] } {
  const asked: string[] = [];
  for (let question = interview.question; question !== undefined; question = interview.question) {
    asked.push(question.key);
    const known = knows[question.key] ?? knows[question.factor];
    interview = known === undefined ? interview.dontKnow() : interview.reply(known);
  }
  return { end: interview, asked };
}
