import type { Text } from '../language/schema/common.js';
import type { Answer, Ask, Figure } from '../language/schema/knowledge/decision.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { DEFAULT_LANG, LANGS } from '../language/format.js';
import { TABLE_TEXTS } from './texts/index.js';
import { idOf, isWord, plain, split, unquoted, within, wordPattern } from './words.js';

const COMMA = /,/;
const PLUS = /\+/;
/** The word that is written for an empty answer. */
const NONE = TABLE_TEXTS[DEFAULT_LANG].words.none;

type Outcomes = Pick<KnowledgeBase, 'outcomes'>;

/** Reads an answer: `a, b` is any of them, `a + b` all of them, `none` nothing; undefined where a name is missing. */
export function readAnswer(cell: string, knowledge: Outcomes): Answer | undefined {
  const text = plain(cell);
  const pieces = isOutcome(text, knowledge) ? [text] : split(text, COMMA);
  if (pieces.includes('')) return undefined;
  const answers = pieces.map((piece) => readAll(piece, knowledge));
  const [only] = answers;
  if (answers.length === 1) return only;
  return answers.includes(undefined) ? undefined : { anyOf: answers as Exclude<Answer, { anyOf: unknown }>[] };
}

function readAll(text: string, knowledge: Outcomes): string | { allOf: string[] } | undefined {
  if (isWord(text, 'none')) return { allOf: [] };
  if (isOutcome(text, knowledge)) return nameOf(text, knowledge);
  const one = within(text, 'all');
  const names = one === undefined ? split(text, PLUS) : split(one, COMMA);
  if (names.includes('')) return undefined;
  const ids = names.map((name) => nameOf(name, knowledge));
  const [only] = ids;
  return one === undefined && ids.length === 1 ? only : { allOf: ids };
}

const isOutcome = (text: string, { outcomes }: Outcomes): boolean =>
  unquoted(text) !== undefined || idOf(text, outcomes) !== undefined;

/** The outcome of a name; a name that nothing has is left for the checks to report. */
function nameOf(text: string, { outcomes }: Outcomes): string {
  const name = unquoted(text) ?? text;
  return idOf(name, outcomes) ?? name;
}

/** Writes an answer as {@link readAnswer} reads it. */
export function writeAnswer(answer: Answer): string {
  if (typeof answer === 'string') return writeName(answer);
  if ('anyOf' in answer) return answer.anyOf.map(writeAnswer).join(', ');
  const names = answer.allOf.map(writeName);
  return names.length === 0 ? NONE : names.length === 1 ? `all(${names.join('')})` : names.join(' + ');
}

const writeName = (id: string): string => (id === NONE ? JSON.stringify(id) : id);

/** Reads a list of outcomes; `none` is an empty one. */
export function readOutcomes(cell: string, knowledge: Outcomes): string[] | undefined {
  const text = plain(cell);
  if (isWord(text, 'none')) return [];
  const names = isOutcome(text, knowledge) ? [text] : split(text, COMMA);
  return names.includes('') ? undefined : names.map((name) => nameOf(name, knowledge));
}

/** Writes a list of outcomes. */
export const writeOutcomes = (ids: readonly string[]): string =>
  ids.length === 0 ? NONE : ids.map(writeName).join(', ');

const SCENARIO_SLOT = new RegExp(`^(?:${wordPattern('scenario')})\\s*:\\s*([^.]*)(?:\\.(.*))?$`, 'iu');

/** Reads which decision a rule delegates to: `family.elected`, or `scenario: stack.runtime` for the slot of the stated scenario. */
export function readAsk(cell: string): Ask {
  const text = plain(cell);
  const [, slot = '', output] = SCENARIO_SLOT.exec(text) ?? [];
  if (slot === '') return text;
  return { scenario: slot.trim(), ...(output !== undefined && { output: output.trim() }) };
}

/** Writes which decision a rule delegates to. */
export function writeAsk(ask: Ask): string {
  if (typeof ask === 'string') return ask;
  return `scenario: ${ask.scenario}${ask.output === undefined ? '' : `.${ask.output}`}`;
}

const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const FIGURE = new RegExp(
  `^(\\S+)\\s+([^\\s<>"]+)\\s*((?:(?:<|>=)\\s*(?:${QUOTED}|[^<>"\\s][^<>"]*)\\s*)*)${LANGS.map(() => `(?:\\s*(${QUOTED}))?`).join('')}$`,
);
const BOUND = new RegExp(`(<|>=)\\s*(${QUOTED}|[^<>"]+)`, 'g');
const LINES = /[\n;]/;

/** Reads the figures that a source claims, one a line, each with or without a note: `ceph-rbd latency < 5ms "note" "注释"`. The languages of the note are in the order of their list; one that is left out is `""`, or nothing at the end. */
export function readFigures(cell: string): Figure[] | undefined {
  const figures: Figure[] = [];
  for (const line of split(plain(cell), LINES).filter((part) => part !== '')) {
    const [, technology, attribute, bounds = '', ...notes] = FIGURE.exec(line) ?? [];
    if (technology === undefined || attribute === undefined) return undefined;
    const limits = [...bounds.matchAll(BOUND)].map(
      ([, sign, figure = '']) => [sign === '<' ? 'below' : 'atLeast', literal(figure.trim())] as const,
    );
    if (new Set(limits.map(([key]) => key)).size < limits.length) return undefined;
    const texts = LANGS.flatMap((lang, n) => {
      const text = literal(notes[n] ?? '');
      return text === '' ? [] : [[lang, text] as const];
    });
    const note = texts.length === 0 ? undefined : (Object.fromEntries(texts) as Text);
    figures.push({ technology, attribute, ...Object.fromEntries(limits), ...(note && { note }) });
  }
  return figures;
}

const literal = (text: string): string => unquoted(text) ?? text;

/** A note in its languages, of which one may be missing as the table was written. */
function writeNote(note: Partial<Text> = {}): string[] {
  const texts = LANGS.map((lang) => note[lang] ?? '');
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1).map((text) => JSON.stringify(text));
}

/** Writes figures as {@link readFigures} reads them. */
export function writeFigures(figures: readonly Figure[]): string {
  const bare = (figure: string): string =>
    /^[^\s<>()";“][^<>()";“\n]*$/.test(figure) && plain(figure) === figure ? figure : JSON.stringify(figure);
  return figures
    .map(({ technology, attribute, below, atLeast, note }) =>
      [
        technology,
        attribute,
        ...(below === undefined ? [] : [`< ${bare(below)}`]),
        ...(atLeast === undefined ? [] : [`>= ${bare(atLeast)}`]),
        ...writeNote(note),
      ].join(' '),
    )
    .join('\n');
}
