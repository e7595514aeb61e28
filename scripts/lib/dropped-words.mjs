import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A word that the glossary drops.
 * @typedef {{
 *   readonly word: string,
 *   readonly where: 'name' | 'word' | 'comment' | 'zh',
 *   readonly except: readonly string[],
 *   readonly instead: string,
 * }} DroppedWord
 */

const HEADING = '## Dropped words';
const PLACES = ['name', 'word', 'comment', 'zh'];

/**
 * Reads the table of dropped words of the glossary: one entry for each word of each row.
 *
 * @param {string} root the folder of the repository
 * @returns {DroppedWord[]}
 * @throws {Error} when a row names a place that is not known
 */
export function droppedWords(root) {
  const [, section = ''] = readFileSync(join(root, 'docs/glossary.md'), 'utf8').split(HEADING + '\n');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((line) => {
    const [, words = '', where = '', except = '', instead = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!PLACES.includes(where)) throw new Error(`docs/glossary.md: no words are dropped in ${where}: ${line}`);
    return inCode(words).map((word) => ({
      word,
      where: /** @type {DroppedWord['where']} */ (where),
      except: inCode(except),
      instead,
    }));
  });
}

/**
 * The parts of a text in code font.
 *
 * @param {string} text
 */
export const inCode = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
