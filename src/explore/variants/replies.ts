import type { Program } from '../../program/ir/program.js';
import type { Question, Reply } from './question.js';
import { figuresOf } from './thresholds.js';

/** A set of as many members is reckoned with in all of its subsets. */
export const MAX_SUBSET_MEMBERS = 3;

/** All that can be replied to a question but "don't know": levels, values, cells of figures; of a set, the subsets of so many members, the first. */
export function repliesTo(
  { factor }: Question,
  program: Program,
  members: number = MAX_SUBSET_MEMBERS,
): readonly Reply[] {
  const ids = program.knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return [true, false].map((value) => ({ value }));
    case 'choice':
    case 'ordinal':
      return ids.map((value) => ({ value }));
    case 'set':
      return subsets(ids.slice(0, members)).map((value) => ({ value }));
    case 'quantity':
      return figuresOf(factor, program).figures.flatMap(({ read }): Reply[] => (read ? [read] : []));
  }
}

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id].sort())], [[]]);
}
