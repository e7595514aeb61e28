import { multiselect, S_BAR, select, text } from '@clack/prompts';
import { paragraph } from '../../emit/text/layout.js';
import { questionsAfter } from '../../emit/text/interview.js';
import { paintIn, type Paint } from '../../emit/text/paint.js';
import { SHARED_TEXTS } from '../../emit/common/texts/index.js';
import { TEXT_TEXTS } from '../../emit/text/texts/index.js';
import type { AnyInterview } from '../../explore/interview/interview.js';
import { DiagnosticError, explain } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import type { InterviewQuestion, InterviewReply } from '../../language/schema/results/interview.js';
import { printable, printableParts } from '../../language/text/printable.js';
import { labelled, typeset } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { isColored } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { prompted } from './prompt.js';
import { searchMany, searchOne, type Entry } from './search-prompt.js';

/** What somebody at a terminal does with a question. */
export type Act =
  | { readonly act: 'reply'; readonly value: unknown }
  | { readonly act: 'figure' | 'list' | 'dontKnow' | 'back' | 'leave' };

/** The terminal, and the language of the interview. */
export interface Screen {
  readonly lang: Lang;
  readonly output: NodeJS.WriteStream;
}

/** More replies than these can be searched, and say what they mean only where the cursor is. */
const MAX_LISTED = 11;
/** As many entries are shown at once. */
const ROWS = 12;
/** No paragraph is wider, in columns. */
const WIDEST = 100;

/** What is chosen instead of a reply. */
const OTHERS = ['figure', 'list', 'dontKnow', 'back'] as const;
type Other = (typeof OTHERS)[number];

/** What somebody at a terminal is shown, and the keys that they press. */
class Prompts {
  protected readonly words;
  protected readonly paint: Paint;

  constructor(
    protected readonly interview: AnyInterview,
    protected readonly screen: Screen,
  ) {
    const { lang } = screen;
    this.words = { ...SHARED_TEXTS[lang].interview, ...TEXT_TEXTS[lang].interview, ...CLI_TEXTS[lang].terminal };
    this.paint = paintIn(isColored(screen.output));
  }

  /** Has one of some replies chosen. The first entry, where the cursor is, states nothing. */
  protected async choose(
    notStated: string,
    replies: readonly Entry[],
    message: (keys: string) => string,
    replyOf: (chosen: string) => unknown,
  ): Promise<Act> {
    const { words, interview, screen } = this;
    const options: Entry[] = [
      { value: 'dontKnow', label: notStated },
      ...replies,
      ...(interview.asked > 0 ? [{ value: 'back', label: words.back }] : []),
    ];
    const { output } = screen;
    const chosen = await prompted((signal) =>
      replies.length > MAX_LISTED
        ? searchOne({ ...this.searching(words.keysOfSearch, message), entries: options, signal })
        : select({
            message: message(words.keys),
            options,
            maxItems: ROWS + 3,
            showInstructions: false,
            output,
            signal,
          }),
    );
    if (chosen === undefined) return { act: 'leave' };
    return isOther(chosen) ? { act: chosen } : { act: 'reply', value: replyOf(chosen) };
  }

  protected searching(keys: string, message: (keys: string) => string) {
    const { words: texts, paint, screen } = this;
    return { message: message(keys), maxItems: ROWS, texts, paint, output: screen.output };
  }

  protected say(description: string): string[] {
    const { lang, output } = this.screen;
    const columns = Math.min(WIDEST, Math.max(50, output.columns || 80));
    return paragraph(typeset(description, lang), columns - 4, lang, '');
  }
}

/** What a scenario presets, put to somebody at a terminal. */
export class PresetsPrompt extends Prompts {
  /** All of it stays where the reply is "don't know"; else the key of the one to change. */
  ask(): Promise<Act> {
    const { words, interview, paint } = this;
    const entries = printableParts(interview.presets).map(({ key, title, text: value, meaning }) => ({
      value: key,
      label: words.changePreset(title, value),
      ...(meaning !== undefined && { hint: meaning }),
    }));
    const message = (keys: string): string =>
      [paint.strong(words.presets), ...this.say(words.aboutPresets), ...this.say(keys).map(paint.faint)].join('\n');
    return this.choose(words.keepPresets, entries, message, (key) => key);
  }
}

/** A question that is put to somebody at a terminal. */
export class QuestionPrompt extends Prompts {
  private readonly question: InterviewQuestion;

  constructor(question: InterviewQuestion, interview: AnyInterview, screen: Screen) {
    super(interview, screen);
    // What is replied are ids and words of schemas, in which every character can be printed.
    this.question = printableParts(question);
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
    const { replies, examples, decline } = question;
    const figure: Entry[] =
      examples.length > 0 ? [{ value: 'figure', label: words.figure, hint: words.yourself(examples) }] : [];
    return this.put([...this.entriesOf(replies), ...figure, ...this.declining()], (chosen) =>
      chosen === 'decline' ? decline?.value : replies[Number(chosen)]?.value,
    );
  }

  /** Whether there are any of what a question takes many of; which, is chosen from a list after that. */
  private whether(): Promise<Act> {
    return this.put([{ value: 'list', label: this.words.fromList }, ...this.declining()], () => []);
  }

  private declining(): Entry[] {
    const { decline } = this.question;
    if (decline === undefined) return [];
    const { title, meaning } = decline;
    return [{ value: 'decline', label: title, ...(meaning !== undefined && { hint: meaning }) }];
  }

  private put(entries: readonly Entry[], replyOf: (chosen: string) => unknown): Promise<Act> {
    const { words, question } = this;
    const { presetText } = question;
    const notStated = presetText === undefined ? words.dontKnow : words.fromScenario(presetText);
    return this.choose(notStated, entries, (keys) => this.message(keys), replyOf);
  }

  /** The members that are chosen from a list, none of them beforehand; undefined when they leave. */
  private async members(): Promise<unknown[] | undefined> {
    const { words, question, screen, paint } = this;
    const { replies, title } = question;
    const entries = this.entriesOf(replies);
    const message = (keys: string): string =>
      [paint.strong(words.chooseAny(title)), ...this.say(keys).map(paint.faint)].join('\n');
    const chosen = await prompted((signal) =>
      entries.length > MAX_LISTED
        ? searchMany({ ...this.searching(words.keysOfSearchOfMany, message), entries, signal })
        : multiselect({
            message: message(words.keysOfMany),
            options: entries,
            maxItems: ROWS,
            showInstructions: false,
            required: false,
            output: screen.output,
            signal,
          }),
    );
    return chosen?.map((n) => replies[Number(n)]?.value);
  }

  private entriesOf(replies: readonly InterviewReply[]): Entry[] {
    const isShort = replies.length <= MAX_LISTED;
    return replies.map(({ value, title, meaning, aliases = [] }, n) => {
      // Several labels are repeated side by side once they are chosen, so none ends like a sentence.
      const description = meaning?.replace(/[.。]$/u, '') ?? '';
      return {
        value: String(n),
        label: isShort && description !== '' ? labelled(title, description, this.screen.lang) : title,
        ...(!isShort && meaning !== undefined && { hint: meaning }),
        words: [String(value), ...aliases],
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
          if (['', '?', '<'].includes(value.trim())) return undefined;
          const wrong = whatIsWrong(() => interview.reply(value), lang);
          return wrong && this.say(wrong).join('\n   ');
        },
        output,
        signal,
      }),
    );
    if (written === undefined) return { act: 'leave' };
    if (['', '?'].includes(written.trim())) return { act: 'dontKnow' };
    return written.trim() === '<' ? { act: 'back' } : { act: 'reply', value: written };
  }

  /** The question, why it is asked, and how to find the answer. */
  private message(keys: string): string {
    const { words, question, interview, paint } = this;
    const { title, text: asked, about, why, howToFind } = question;
    return [
      paint.strong(`${String(interview.asked + 1)}. ${title}`) +
        paint.faint(`  ${words.expected(questionsAfter(interview.expected))}`),
      ...this.say(asked).map(paint.strong),
      ...this.say(words.why + why.text),
      ...(about === undefined ? [] : this.say(about)),
      ...this.say(words.how + howToFind),
      ...this.say(keys).map(paint.faint),
    ].join('\n');
  }
}

const isOther = (chosen: string): chosen is Other => (OTHERS as readonly string[]).includes(chosen);

/** What is wrong with what was done, in the language of the reader; undefined where nothing is. */
export function whatIsWrong(act: () => unknown, lang: Lang): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const { fullStop, sentenceGap } = TYPOGRAPHY[lang];
    return error.diagnostics
      .map((one) => explain(one, lang))
      .map((one) => printable(one.message + fullStop + sentenceGap + one.help))
      .join(' ');
  }
}
