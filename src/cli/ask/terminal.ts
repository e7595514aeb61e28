import { confirm, log, text } from '@clack/prompts';
import { existsSync } from 'node:fs';
import type { AnyInterview } from '../../explore/interview/interview.js';
import type { Lang } from '../../language/format.js';
import { printableInLine } from '../../language/text/printable.js';
import { CLI_TEXTS } from '../texts/index.js';
import { WORKLOAD_FILE, type AskOptions } from './answers.js';
import { PresetsPrompt, QuestionPrompt, whatIsWrong, type Screen } from './asking.js';
import { prompted } from './prompt.js';

/** Interviews somebody at a terminal; undefined when they leave. What the scenario presets is put to them before anything that depends on it. */
export async function interviewAtTerminal(start: AnyInterview, screen: Screen): Promise<AnyInterview | undefined> {
  let interview: AnyInterview | undefined = start;
  let confirmed = '';
  while (interview !== undefined) {
    const presets = interview.presets.map(({ key, text: value }) => `${key}=${value}`).join();
    if (presets !== '' && presets !== confirmed) {
      const act = await new PresetsPrompt(interview, screen).ask();
      if (act.act === 'leave') return undefined;
      if (act.act === 'back') interview = interview.back();
      else if (act.act === 'reply') interview = await put(interview.reconsider(String(act.value)), screen);
      else confirmed = presets;
    } else {
      confirmed = presets;
      if (interview.question === undefined) return interview;
      interview = await put(interview, screen);
    }
  }
  return undefined;
}

/** Puts the next question; undefined when they leave. */
async function put(interview: AnyInterview, screen: Screen): Promise<AnyInterview | undefined> {
  const { question } = interview;
  if (question === undefined) return interview;
  const { act, ...more } = await new QuestionPrompt(question, interview, screen).ask();
  if (act === 'leave') return undefined;
  if (act === 'back') return interview.back();
  return 'value' in more ? interview.reply(more.value) : interview.dontKnow();
}

/**
 * Has the workload written to the file given or to one that is asked for, after asking before it is overwritten; where it cannot be written, says why and asks again.
 *
 * @param save writes to a path; throws a DiagnosticError with the reason why it cannot
 * @returns the path, which is empty where it is not to be written; undefined when they leave
 */
export async function saveAtTerminal(
  { output, force = false }: Pick<AskOptions, 'output'> & { readonly force?: boolean },
  save: (path: string, force: boolean) => void,
  lang: Lang,
): Promise<string | undefined> {
  const words = CLI_TEXTS[lang].terminal;
  for (let name = output; ; name = undefined) {
    const message = words.saveAs;
    const answer = name ?? (await prompted((signal) => text({ message, initialValue: WORKLOAD_FILE, signal })));
    if (answer === undefined) return undefined;
    const path = answer.trim();
    if (path === '') return '';
    const isThere = !force && path !== '-' && existsSync(path);
    if (isThere) {
      const over = await prompted((signal) =>
        confirm({
          message: printableInLine(words.overwrite(path)),
          active: words.yes,
          inactive: words.no,
          initialValue: false,
          signal,
        }),
      );
      if (over === undefined) return undefined;
      if (!over) continue;
    }
    const wrong = whatIsWrong(() => {
      save(path, force || isThere);
    }, lang);
    if (wrong === undefined) return path;
    log.error(wrong);
  }
}
