import { confirm, log, multiselect, select, S_BAR, text } from '@clack/prompts';
import { existsSync } from 'node:fs';
import type { AnyInterview } from '../../explore/interview/interview.js';
import type { InterviewQuestion, InterviewReply } from '../../language/schema/results/interview.js';
import { DiagnosticError, explain } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import { labelled, typeset } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { paragraph } from '../../emit/text/layout.js';
import { TEXT_TEXTS } from '../../emit/text/texts/index.js';
import { paintIn, type Paint } from '../../emit/text/paint.js';
import { isColored } from '../output.js';
import { WORKLOAD_FILE, type AskOptions } from './answers.js';
import { prompted } from './prompt.js';
import { CLI_TEXTS } from '../texts/index.js';

/** What somebody at a terminal does with a question. */
type Act =
  | { readonly act: 'reply'; readonly value: unknown }
  | { readonly act: 'figure' | 'list' | 'dontKnow' | 'back' | 'leave' };

/** The terminal, and the language of the interview. */
export interface Screen {
  readonly lang: Lang;
  readonly output: NodeJS.WriteStream;
}

/** More replies than these scroll, and tell what they mean only where the cursor is. */
const ROWS = 12;
/** No paragraph is wider, in columns. */
const WIDEST = 100;

/** Interviews somebody at a terminal; undefined when they leave. */
export async function interviewAtTerminal(start: AnyInterview, screen: Screen): Promise<AnyInterview | undefined> {
  let interview = start;
  for (let question = interview.question; question !== undefined; question = interview.question) {
    const { act, ...more } = await new Asking(question, interview, screen).ask();
    if (act === 'leave') return undefined;
    if (act === 'dontKnow') interview = interview.dontKnow();
    else if (act === 'back') interview = interview.back();
    else if ('value' in more) interview = interview.reply(more.value);
  }
  return interview;
}

/**
 * Has the workload written to the file given or to one that is asked for, after asking before it is overwritten; where it cannot be written, says why and asks again.
 *
 * @param save writes to a path; throws a DiagnosticError with the reason why it cannot
 * @returns false when they leave
 */
export async function saveAtTerminal(
  { output, force = false }: Pick<AskOptions, 'output'> & { readonly force?: boolean },
  save: (path: string, force: boolean) => void,
  lang: Lang,
): Promise<boolean> {
  const words = CLI_TEXTS[lang].terminal;
  for (let name = output; ; name = undefined) {
    const message = words.saveAs;
    const answer = name ?? (await prompted((signal) => text({ message, initialValue: WORKLOAD_FILE, signal })));
    if (answer === undefined) return false;
    const path = answer.trim();
    if (path === '') return true;
    const isThere = !force && path !== '-' && existsSync(path);
    if (isThere) {
      const over = await prompted((signal) =>
        confirm({
          message: words.overwrite(path),
          active: words.yes,
          inactive: words.no,
          initialValue: false,
          signal,
        }),
      );
      if (over === undefined) return false;
      if (!over) continue;
    }
    const wrong = whatIsWrong(() => {
      save(path, force || isThere);
    }, lang);
    if (wrong === undefined) return true;
    log.error(wrong);
  }
}

type Others = 'figure' | 'list' | 'dontKnow' | 'back';
interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A question that is put to somebody at a terminal. */
class Asking {
  private readonly words;
  private readonly paint: Paint;

  constructor(
    private readonly question: InterviewQuestion,
    private readonly interview: AnyInterview,
    private readonly screen: Screen,
  ) {
    this.words = { ...TEXT_TEXTS[screen.lang].interview, ...CLI_TEXTS[screen.lang].terminal };
    this.paint = paintIn(isColored(screen.output));
  }

  async ask(): Promise<Act> {
    const { takes } = this.question;
    if (takes === 'figure') return this.figure();
    for (;;) {
      const act = await (takes === 'one' ? this.one() : this.whether());
      if (act.act === 'figure') return this.figure();
      if (act.act !== 'list') return act;
      const members = await this.members();
      if (members === undefined) return { act: 'leave' };
      if (members.length > 0) return { act: 'reply', value: members };
    }
  }

  private one(): Promise<Act> {
    const { words, question } = this;
    const { replies, examples } = question;
    const figure: Option[] =
      examples.length > 0 ? [{ value: 'figure', label: words.figure, hint: words.yourself(examples) }] : [];
    return this.select([...this.optionsOf(replies), ...figure], (chosen) => replies[Number(chosen)]?.value);
  }

  /** Whether there are any of what a question takes many of; which, is chosen from a list after that. */
  private whether(): Promise<Act> {
    const { words, question } = this;
    const { presetText } = question;
    return this.select(
      [
        // What the scenario has stays as it is where nothing is said of it.
        ...(presetText === undefined ? [] : [{ value: 'scenario', label: words.fromScenario(presetText) }]),
        { value: 'list', label: words.fromList },
        { value: 'none', label: words.none },
      ],
      () => [],
    );
  }

  private async select(options: readonly Option[], replyOf: (chosen: string) => unknown): Promise<Act> {
    const { words, interview, screen } = this;
    const all: Option[] = [
      ...options,
      { value: 'dontKnow', label: words.dontKnow },
      ...(interview.asked > 0 ? [{ value: 'back', label: words.back }] : []),
    ];
    const chosen = await prompted((signal) =>
      select({
        message: this.message(words.keys),
        options: all,
        maxItems: ROWS + 3,
        showInstructions: false,
        output: screen.output,
        signal,
      }),
    );
    if (chosen === undefined) return { act: 'leave' };
    if (chosen === 'scenario') return { act: 'dontKnow' };
    return isOther(chosen) ? { act: chosen } : { act: 'reply', value: replyOf(chosen) };
  }

  /** The members that are chosen from a list; undefined when they leave. */
  private async members(): Promise<unknown[] | undefined> {
    const { words, question, screen, paint } = this;
    const { replies, preset, title } = question;
    const options = this.optionsOf(replies);
    const chosen = await prompted((signal) =>
      multiselect({
        message: [paint.strong(words.chooseAny(title)), ...this.say(words.keysOfMany).map(paint.faint)].join('\n'),
        options,
        maxItems: ROWS,
        showInstructions: false,
        required: false,
        initialValues: options
          .map(({ value }) => value)
          .filter((n) => preset.includes(replies[Number(n)]?.value ?? '')),
        output: screen.output,
        signal,
      }),
    );
    return chosen?.map((n) => replies[Number(n)]?.value);
  }

  private optionsOf(replies: readonly InterviewReply[]): Option[] {
    const isShort = replies.length <= ROWS;
    return replies.map(({ title, meaning }, n) => {
      // Several labels are repeated side by side once they are chosen, so none ends like a sentence.
      const description = meaning?.replace(/[.。]$/u, '') ?? '';
      return {
        value: String(n),
        label: isShort && description !== '' ? labelled(title, description, this.screen.lang) : title,
        ...(!isShort && meaning !== undefined && { hint: meaning }),
      };
    });
  }

  private async figure(): Promise<Act> {
    const { words, question, interview, screen, paint } = this;
    const { lang, output } = screen;
    // The other prompts draw the line next to their message themselves.
    const margin = `\n${paint.faint(S_BAR)}  `;
    const written = await prompted((signal) =>
      text({
        message: this.message(words.keysOfFigure(interview.asked > 0)).replaceAll('\n', margin),
        placeholder: words.yourself(question.examples),
        validate: (value = '') => {
          if (['?', '<'].includes(value.trim())) return undefined;
          const wrong = whatIsWrong(() => interview.reply(value), lang);
          return wrong && this.say(wrong).join('\n   ');
        },
        output,
        signal,
      }),
    );
    if (written === undefined) return { act: 'leave' };
    if (written.trim() === '?') return { act: 'dontKnow' };
    return written.trim() === '<' ? { act: 'back' } : { act: 'reply', value: written };
  }

  /** The question, why it is asked, and how to find the answer. */
  private message(keys: string): string {
    const { words, question, interview, paint } = this;
    const { title, text: asked, about, why, howToFind } = question;
    return [
      paint.strong(`${String(interview.asked + 1)}. ${title}`) + paint.faint(`  ${words.expected(interview.expected)}`),
      ...this.say(asked).map(paint.strong),
      ...this.say(words.why + why.text),
      ...(about === undefined ? [] : this.say(about)),
      ...this.say(words.how + howToFind),
      ...this.say(keys).map(paint.faint),
    ].join('\n');
  }

  private say(description: string): string[] {
    const { lang, output } = this.screen;
    const columns = Math.min(WIDEST, Math.max(50, output.columns || 80));
    return paragraph(typeset(description, lang), columns - 4, lang, '');
  }
}

const isOther = (chosen: string): chosen is Others => ['figure', 'list', 'dontKnow', 'back'].includes(chosen);

function whatIsWrong(act: () => unknown, lang: Lang): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const { fullStop, sentenceGap } = TYPOGRAPHY[lang];
    return error.diagnostics
      .map((one) => explain(one, lang))
      .map((one) => one.message + fullStop + sentenceGap + one.help)
      .join(' ');
  }
}
