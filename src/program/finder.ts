import type { Codes } from './codes.js';
import { RuleIndex } from './rule-index.js';
import { RuleTree } from './rule-tree.js';
import type { Tests } from './tests.js';

/** So many rules fit into one number as bits. */
export const BITS = 32;

/** Finds the rules of a table whose tests of variables all hold. */
export interface Finder {
  /** The position of the first rule from `from` on whose tests of variables all hold; -1 where none is left. */
  next(codes: Codes, from: number): number;
  /** The rules that accept each code, as the bits of one number, by the index of the variable; undefined where they are too many, or codes alone do not tell. */
  byCode(): ReadonlyMap<number, Int32Array> | undefined;
}

/**
 * What finds the rules of a table fastest: few by their bits; many by a tree, where they can be cut apart, else by their bits as well.
 *
 * @param firstOnly nothing behind the first rule that hits is ever asked for
 */
export function finder(rules: readonly { readonly tests: Tests }[], firstOnly: boolean): Finder {
  return (rules.length > BITS ? RuleTree.of(rules, firstOnly) : undefined) ?? new RuleIndex(rules);
}
