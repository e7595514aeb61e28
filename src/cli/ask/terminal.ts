import { confirm, isCancel, multiselect, select, text } from '@clack/prompts';
import { existsSync } from 'node:fs';
import type { Interview } from '../../explore/interview.js';
import type { InterviewQuestion } from '../../explore/interview-words.js';
import { DiagnosticError, explain } from '../../language/diagnostic.js';
import type { Lang } from '../../language/format.js';
import { spaced } from '../../language/text.js';
import { canvas } from '../commands/common.js';
import { paragraph } from '../view/layout.js';
import { ASK_WORDS, WORKLOAD_FILE } from './words.js';

/** What somebody at a terminal does with a question. */
type Act =
  { readonly act: 'reply'; readonly value: unknown } | { readonly act: 'figure' | 'dontKnow' | 'back' | 'leave' };

/** More replies than these scroll, and tell what they mean only where the cursor is. */
const ROWS = 12;

/** Interviews somebody at a terminal; undefined when they leave. */
export async function interviewAtTerminal(start: Interview, lang: Lang): Promise<Interview | undefined> {
  let interview = start;
  for (let question = interview.question; question !== undefined; question = interview.question) {
    let act = await askOne(question, interview, lang);
    if (act.act === 'figure') act = await askFigure(question, interview, lang);
    switch (act.act) {
      case 'leave':
        return undefined;
      case 'reply':
        interview = interview.reply(act.value);
        break;
      case 'dontKnow':
        interview = interview.dontKnow();
        break;
      case 'back':
        interview = interview.back();
        break;
      case 'figure':
    }
  }
  return interview;
}

/** The file to write to: the one given or one that is asked for, after asking before it is overwritten; empty for none, undefined when they leave. */
export async function fileToWrite(given: string | undefined, force: boolean, lang: Lang): Promise<string | undefined> {
  const words = ASK_WORDS[lang];
  for (let name = given; ; name = undefined) {
    const answer = name ?? (await text({ message: words.saveAs, initialValue: WORKLOAD_FILE }));
    if (isCancel(answer)) return undefined;
    const path = answer.trim();
    if (path === '' || force || !existsSync(path)) return path;
    const over = await confirm({
      message: words.overwrite(path),
      active: words.yes,
      inactive: words.no,
      initialValue: false,
    });
    if (isCancel(over)) return undefined;
    if (over) return path;
  }
}

async function askOne(question: InterviewQuestion, interview: Interview, lang: Lang): Promise<Act> {
  const words = ASK_WORDS[lang];
  const { takes, replies, examples, preset } = question;
  if (takes === 'figure') return askFigure(question, interview, lang);
  const own = replies.map(({ title, meaning }, n) => {
    const isShort = replies.length <= ROWS;
    // Several labels are repeated side by side once they are chosen, so none ends like a sentence.
    const told = meaning?.replace(/[.。]$/u, '') ?? '';
    return {
      value: String(n),
      label: isShort && told !== '' ? `${title}${lang === 'zh' ? '：' : ': '}${told}` : title,
      ...(!isShort && meaning !== undefined && { hint: meaning }),
    };
  });
  const others = [
    ...(examples.length > 0 ? [{ value: 'figure', label: words.figure, hint: words.yourself(examples) }] : []),
    { value: 'dontKnow', label: words.dontKnow },
    ...(interview.asked > 0 ? [{ value: 'back', label: words.back }] : []),
  ] as const;
  const shared = { options: [...own, ...others], maxItems: ROWS + others.length, showInstructions: false };
  if (takes === 'one') {
    const reply = await select({ ...shared, message: message(question, interview, words.keys, lang) });
    if (isCancel(reply)) return { act: 'leave' };
    return actOf(reply) ?? { act: 'reply', value: replies[Number(reply)]?.value };
  }
  const chosen = await multiselect({
    ...shared,
    message: message(question, interview, words.keysOfMany, lang),
    required: false,
    initialValues: own.map(({ value }) => value).filter((n) => preset.includes(replies[Number(n)]?.value ?? '')),
  });
  if (isCancel(chosen)) return { act: 'leave' };
  const other = chosen.map(actOf).find((act) => act !== undefined);
  return other ?? { act: 'reply', value: chosen.map((n) => replies[Number(n)]?.value) };
}

function actOf(chosen: string): Act | undefined {
  return chosen === 'figure' || chosen === 'dontKnow' || chosen === 'back' ? { act: chosen } : undefined;
}

async function askFigure(question: InterviewQuestion, interview: Interview, lang: Lang): Promise<Act> {
  const words = ASK_WORDS[lang];
  const written = await text({
    message: message(question, interview, words.keysOfFigure(interview.asked > 0), lang),
    placeholder: words.yourself(question.examples),
    validate: (value = '') => {
      if (['?', '<'].includes(value.trim())) return undefined;
      return whatIsWrong(() => interview.reply(value), lang);
    },
  });
  if (isCancel(written)) return { act: 'leave' };
  if (written.trim() === '?') return { act: 'dontKnow' };
  return written.trim() === '<' ? { act: 'back' } : { act: 'reply', value: written };
}

function whatIsWrong(act: () => unknown, lang: Lang): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics
      .map((one) => explain(one, lang))
      .map((one) => `${one.message}${lang === 'zh' ? '。' : '. '}${one.help}`)
      .join(' ');
  }
}

/** The question, why it is asked, and how to find the answer. */
function message(question: InterviewQuestion, interview: Interview, keys: string, lang: Lang): string {
  const words = ASK_WORDS[lang];
  const { columns, paint } = canvas();
  const say = (told: string): string[] => paragraph(lang === 'zh' ? spaced(told) : told, columns - 4, lang, '');
  const { title, text: asked, about, why, howToFind } = question;
  return [
    paint.strong(`${String(interview.asked + 1)}. ${title}`) + paint.faint(`  ${words.expected(interview.expected)}`),
    ...say(asked).map(paint.strong),
    ...say(words.why + why.text),
    ...(about === undefined ? [] : say(about)),
    ...say(words.how + howToFind),
    ...say(keys).map(paint.faint),
  ].join('\n');
}
