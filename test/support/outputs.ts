import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import stringWidth from 'string-width';
import { expect } from 'vitest';
import { getOrInsert } from '../../src/language/get-or-insert.js';
import { ROOT, whichstack } from './cli.js';

const ajv = new Ajv({ strict: false });
const validators = new Map<string, ValidateFunction>();

/** Whether a document fits the published schema of a kind, such as `what-if`: true, or what is wrong with it. */
export function fitsSchema(kind: string, document: unknown): unknown {
  const validate = getOrInsert(validators, kind, () =>
    ajv.compile(JSON.parse(readFileSync(join(ROOT, `schema/${kind}.json`), 'utf8')) as object),
  );
  return validate(document) || validate.errors;
}

/** The lines of a text that are wider than a terminal of 80 columns. */
// A character is at most two columns wide.
export const tooWide = (text: string): string[] =>
  text.split('\n').filter((line) => line.length > 40 && stringWidth(line) > 80);

/** A text without the lines that hold a link, which no line break may divide. */
export const withoutLinks = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.includes('http'))
    .join('\n');

/** What a command line prints as JSON; it must end well. */
export async function printedJson<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await whichstack([...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}
