import { droppedWords } from './dropped-words.mjs';

/** @typedef {import('./dropped-words.mjs').DroppedWord} DroppedWord */

/** Parts of an identifier: `levelsSilent` and `LEVELS_SILENT` are `levels` and `silent`. */
const PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/**
 * Which dropped word an identifier uses; undefined for none.
 *
 * @param {string} name
 * @param {readonly DroppedWord[]} dropped
 */
export function droppedInName(name, dropped) {
  const parts = new Set((name.match(PART) ?? []).map((part) => part.toLowerCase()));
  return dropped.find(({ word, where, except }) => {
    if (except.includes(name)) return false;
    if (where === 'word') return parts.has(word);
    if (where !== 'name') return false;
    return word.endsWith('*') ? name.startsWith(word.slice(0, -1)) : name === word;
  });
}

/**
 * The dropped words that a comment uses. Text in code font or quotes names something, and is left alone.
 *
 * @param {string} comment
 * @param {readonly DroppedWord[]} dropped
 */
export function droppedInComment(comment, dropped) {
  const prose = comment
    .replaceAll(/\s*\n\s*(\*|\/\/)?\s*/g, ' ')
    .replaceAll(/`[^`]*`|“[^”]*”|"[^"]*"|\{@[^}]*\}/g, ' ');
  return dropped.filter(({ word, where, except }) => {
    if (where !== 'comment') return false;
    const rest = except.reduce((text, phrase) => text.replaceAll(phrase, ' '), prose);
    return new RegExp(`(?<![\\w'-])${word}(?![\\w'-])`, 'i').test(rest);
  });
}

/**
 * Refuses the words that docs/glossary.md drops, in identifiers and comments, and names what to use instead.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const droppedWordsRule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      name: '`{{name}}` uses the dropped word `{{word}}`; instead: {{instead}} (docs/glossary.md)',
      comment: 'A comment uses the dropped word “{{word}}”; instead: {{instead}} (docs/glossary.md)',
    },
  },
  create(context) {
    const dropped = droppedWords(context.cwd);
    /** A name is reported where it first occurs. @type {Set<string>} */
    const seen = new Set();
    /** @param {{ readonly name: string } & import('eslint').Rule.Node} node */
    const check = (node) => {
      const { name } = node;
      if (seen.has(name)) return;
      seen.add(name);
      const found = droppedInName(name, dropped);
      if (found === undefined) return;
      context.report({ node, messageId: 'name', data: { name, word: found.word, instead: found.instead } });
    };
    return {
      Identifier: check,
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          for (const { word, instead } of droppedInComment(comment.value, dropped)) {
            if (comment.loc != null)
              context.report({ loc: comment.loc, messageId: 'comment', data: { word, instead } });
          }
        }
      },
    };
  },
};
