import type { Lang } from '../language/format.js';
import { OUTPUT_KINDS, type OutputKind } from '../language/outputs/values.js';
import type { Text } from '../language/schema/common.js';
import type { OutputAnswer } from '../language/schema/knowledge/decision.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { OutputDeclaration } from '../load/outputs.js';
import { readAnswer, writeAnswer } from './answer-cell.js';
import { isBlank, plain, split, unquoted } from './words.js';

type OutcomeNames = Pick<KnowledgeBase, 'outcomes'>;

/** What the outputs of a table are, by name. */
export type OutputDeclarations = Readonly<Record<string, OutputDeclaration>>;

/** Reads the cell of an output, by what the output is; undefined where it is malformed. */
export function readOutput(cell: string, kind: OutputKind, knowledge: OutcomeNames): OutputAnswer | undefined {
  switch (kind) {
    case 'outcome':
      return readAnswer(cell, knowledge);
    case 'quantity': {
      const text = plain(cell);
      return unquoted(text) ?? (String(Number(text)) === text ? Number(text) : text);
    }
    case 'text':
      return unquoted(cell.trim()) ?? cell.trim();
  }
}

/** Writes the cell of an output as {@link readOutput} reads it. */
export function writeOutput(value: OutputAnswer, kind: OutputKind): string {
  if (kind === 'outcome' && typeof value !== 'number') return writeAnswer(value);
  if (typeof value === 'object') return '';
  const bare = String(value);
  const again = isBlank(plain(bare)) ? undefined : readOutput(bare, kind, { outcomes: [] });
  return again === value ? bare : JSON.stringify(bare);
}

const DECLARATION = /^([^:=\s]+)\s*:\s*(\S+?)(?:\s+([^=\s]+))?\s*(?:=\s*([\s\S]+))?$/;
const SEMICOLON = /;/;
const COMMA = /,/;

/**
 * Reads what the outputs are: `cost: quantity money; risk: text = high, medium, low`; the values of the highest priority come first.
 *
 * @returns undefined where it is malformed
 */
export function readDeclarations(text: string, knowledge: OutcomeNames): OutputDeclarations | undefined {
  const found: Record<string, OutputDeclaration> = {};
  for (const part of split(plain(text), SEMICOLON)) {
    const [, name, written, dimension, list] = DECLARATION.exec(part) ?? [];
    const type = OUTPUT_KINDS.find((kind) => kind === written);
    if (name === undefined || type === undefined || Object.hasOwn(found, name)) return undefined;
    const values = list === undefined ? undefined : split(list, COMMA).map((one) => readOutput(one, type, knowledge));
    if (values?.some((value) => value === undefined || value === '') === true) return undefined;
    found[name] = {
      type,
      ...(dimension !== undefined && { dimension }),
      ...(values && { values: values.filter((value) => value !== undefined) }),
    };
  }
  return found;
}

/** Writes what the outputs are as {@link readDeclarations} reads it. */
export function writeDeclarations(declared: OutputDeclarations): string {
  return Object.entries(declared)
    .map(([name, { type, dimension, values }]) => {
      const list = values?.map((value) => quotedInList(writeOutput(value, type), type)).join(', ');
      const kind = dimension === undefined ? type : `${type} ${dimension}`;
      return `${name}: ${kind}${list === undefined ? '' : ` = ${list}`}`;
    })
    .join('; ');
}

const TITLE = /^([^:\s]+)\s*:\s*(\S[\s\S]*)$/;

/**
 * Reads what outputs are called in one language, by name: `cost: Cost in a year; risk: Risk`.
 *
 * @returns undefined where it is malformed
 */
export function readOutputTitles(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const part of split(plain(text), SEMICOLON)) {
    const [, name, written] = TITLE.exec(part) ?? [];
    if (name === undefined || written === undefined || found.has(name)) return undefined;
    found.set(name, unquoted(written) ?? written);
  }
  return found;
}

/** Writes what outputs are called in a language as {@link readOutputTitles} reads it; undefined where they have no titles in it. */
export function writeOutputTitles(declared: OutputDeclarations, lang: Lang): string | undefined {
  const titles = Object.entries(declared).flatMap(([name, { title }]) => {
    // A document that has not passed the loader may have a text in some of the languages alone.
    const written = (title as Partial<Text> | undefined)?.[lang];
    return written === undefined ? [] : [`${name}: ${quotedInList(written, 'text')}`];
  });
  return titles.length === 0 ? undefined : titles.join('; ');
}

/** A written value as an entry of a list: quoted where a separator or a bracket in it would be misread. */
function quotedInList(written: string, kind: OutputKind): string {
  if (kind === 'outcome' || unquoted(written) !== undefined) return written;
  return plain(written) === written && !/[,;="“”():]/.test(written) ? written : JSON.stringify(written);
}
