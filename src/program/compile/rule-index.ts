import type { Codes } from '../ir/codes.js';
import { BitmapIndex } from './bitmap-index.js';
import { RuleTree } from './rule-tree.js';
import type { Tests } from '../ir/tests.js';

/** So many rules fit into one number as bits. */
export const MAX_BITMAP_RULES = 32;

/** Finds the rules of a table whose tests of variables all hold. */
export interface RuleIndex {
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
export function ruleIndexOf(rules: readonly { readonly tests: Tests }[], firstOnly: boolean): RuleIndex {
  return (rules.length > MAX_BITMAP_RULES ? RuleTree.of(rules, firstOnly) : undefined) ?? new BitmapIndex(rules);
}
