import stringWidth from 'string-width';
import { expect } from 'vitest';
import { whichstack } from './cli.js';

export { fitsSchema } from './published-schemas.js';

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
