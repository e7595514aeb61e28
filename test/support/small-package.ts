import { verify, type KnowledgeBase, type ProblemReport } from '../../src/index.js';
import { asOf } from './decide.js';
import type { Lang } from '../../src/language/format.js';
import { document, text } from './documents.mjs';
import { compiled } from './packages.js';

/** Values or levels, each called by its id. */
export const named = (ids: readonly string[]): object[] => ids.map((id) => ({ id, title: text(id) }));

/** A factor of the requirements. */
export const factor = (id: string, rest: object): string =>
  document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest });

/**
 * A small package whose role is decided by `d`. Its factors are `heat` (a quantity), `lvl` (low, mid, top), `pests` (a set) and `f` (a flag); its
 * outcomes are `a` and `b`.
 */
export const smallPackage = (
  decisions: Readonly<Record<string, object>>,
  more: readonly string[] = [],
): KnowledgeBase =>
  compiled([
    document('Package', 'small', { version: '1' }),
    document('Dimension', 'temp', { base: 'C', examples: ['1C'], units: { C: 1 } }),
    factor('heat', { type: 'quantity', dimension: 'temp' }),
    factor('lvl', { type: 'ordinal', levels: named(['low', 'mid', 'top']) }),
    factor('pests', { type: 'set', values: named(['mice', 'moths']) }),
    factor('f', { type: 'flag' }),
    document('Outcome', 'a', {}),
    document('Outcome', 'b', {}),
    ...Object.entries(decisions).map(([id, rest]) => document('Decision', id, rest)),
    document('Role', 'r', { order: 1, decision: 'd' }),
    ...more,
  ]);

/** All problems of a package on the day that tests judge by. */
export const allProblemsIn = (knowledge: KnowledgeBase, lang: Lang = 'en'): readonly ProblemReport[] =>
  verify(knowledge, { lang, asOf }).verification.problems;

/** The rules that a problem names. */
export const namesOf = ({ rules }: ProblemReport): string[] => rules.map(({ rule }) => rule);
