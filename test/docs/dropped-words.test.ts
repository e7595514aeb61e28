import { describe, expect, it } from 'vitest';
import { droppedInComment, droppedInName } from '../../scripts/lib/dropped-words-rule.mjs';
import { droppedWords } from '../../scripts/lib/dropped-words.mjs';
import { ROOT } from '../support/cli.js';

const dropped = droppedWords(ROOT);

describe('the lint rule for dropped words', () => {
  it.each([
    ['Look', 'Look'],
    ['MOST', 'MOST'],
    ['MOST_CASES', 'MOST_*'],
    ['levelsSilent', 'silent'],
    ['LEVELS_SILENT', 'silent'],
    ['standingOf', 'standing'],
    ['besideRest', 'beside'],
  ])('refuses the identifier %s for the word %s', (name, word) => {
    expect(droppedInName(name, dropped)?.word).toBe(word);
  });

  it.each(['lookup', 'Lookahead', 'understanding', 'standing', 'kept', 'almost', 'MAX_CASES', 'altogether'])(
    'lets the identifier %s pass',
    (name) => {
      expect(droppedInName(name, dropped)).toBeUndefined();
    },
  );

  it.each([
    ['/** What the rule\n * is told. */', 'told'],
    ['// The decision is silent.', 'silent'],
    ['// The choice hangs\n// on it.', 'hangs on'],
  ])('refuses the comment %j for %s', (comment, word) => {
    expect(droppedInComment(comment, dropped).map((one) => one.word)).toContain(word);
  });

  it.each([
    '/** Stand-alone packages: {@link standing} and `kept` name things. */',
    '// A “silent” key of a document.',
    '// An outstanding, understandable notebook.',
  ])('lets the comment %j pass', (comment) => {
    expect(droppedInComment(comment, dropped)).toEqual([]);
  });
});
