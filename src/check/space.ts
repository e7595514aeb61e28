import { contains, difference, has, intersection, sizeOf, union, type CodeSet } from '../program/codes.js';
import { statable, UNSTATED, type Variable } from '../program/domain.js';
import type { ProgramRule } from '../program/program.js';
import type { Tests } from '../program/tests.js';

/** Inputs that go together: what each column may be. */
export type Box = readonly CodeSet[];

/** One thing that a table looks at. */
export interface Column {
  readonly variable: Variable;
  readonly fallback: Variable | undefined;
  /** All inputs in question. */
  readonly domain: CodeSet;
}

/** A table as geometry: each rule is a box in the space of inputs. */
export interface Space {
  readonly columns: readonly Column[];
  /** By rule. */
  readonly boxes: readonly Box[];
  /** Columns that look at members of one set: all of them are stated or none is. */
  readonly sets: readonly (readonly number[])[];
  /** What can never be stated, since a set would be both stated and not. */
  readonly impossible: readonly Box[];
}

/**
 * The space that some rules speak of. An input states everything that they look at; that something is not stated is an input of its own only where
 * a rule tests that, or where `partly` asks for it.
 */
export function spaceOf(rules: readonly { readonly tests: Tests }[], partly = false): Space {
  const found = new Map<string, { variable: Variable; fallback: Variable | undefined; asksStated: boolean }>();
  for (const { tests } of rules) {
    for (const { variable, fallback, accepts } of tests.variables) {
      const key = `${String(variable.index)} ${String(fallback?.index)}`;
      const asksStated = accepts[0] === 0;
      const column = found.get(key);
      if (column === undefined) found.set(key, { variable, fallback, asksStated });
      else column.asksStated ||= asksStated;
    }
  }
  const together = new Map<unknown, { variable: Variable; fallback: Variable | undefined; asksStated: boolean }[]>();
  for (const one of found.values()) {
    const key = one.variable.factor.type === 'set' ? one.variable.factor : one.variable;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  const columns = [...together.values()].flatMap((group) => {
    const unstated = partly || group.some(({ asksStated }) => asksStated);
    return group.map(({ variable, fallback }) => ({
      variable,
      fallback,
      domain: unstated ? union([UNSTATED, UNSTATED], statable(variable)) : statable(variable),
    }));
  });
  const sets = [...together.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ variable }) => columns.findIndex((column) => column.variable === variable)));
  const space = { columns, sets, impossible: sets.flatMap((set) => impossibleIn(set, columns)) };
  return { ...space, boxes: rules.map(({ tests }) => possible(boxOf(tests, columns), space)) };
}

/** For each two columns of a set: the one not stated and the other stated. */
function impossibleIn(set: readonly number[], columns: readonly Column[]): Box[] {
  return set.flatMap((unstated) =>
    set.flatMap((stated) => {
      const box = columns.map(({ domain }, n) =>
        n === unstated ? intersection(domain, NOT_STATED) : n === stated ? difference(domain, NOT_STATED) : domain,
      );
      return unstated === stated || isEmpty(box) ? [] : [box];
    }),
  );
}

/** A box of tests without what can never be stated: where a column of a set must be stated, the others are, and where it must not, neither are they. */
export function possible(box: Box, { sets }: Pick<Space, 'sets'>): Box {
  return sets.reduce<Box>((all, set) => {
    const here = set.map((n) => all[n] ?? []);
    if (here.some((codes) => !has(codes, UNSTATED)))
      return all.map((codes, n) => (set.includes(n) ? difference(codes, NOT_STATED) : codes));
    if (here.some((codes) => sizeOf(codes) === 1))
      return all.map((codes, n) => (set.includes(n) ? intersection(codes, NOT_STATED) : codes));
    return all;
  }, box);
}

const NOT_STATED: CodeSet = [UNSTATED, UNSTATED];

function boxOf({ variables }: Tests, columns: readonly Column[]): Box {
  return columns.map(({ variable, fallback, domain }) =>
    variables.reduce<CodeSet>(
      (set, test) => (test.variable === variable && test.fallback === fallback ? intersection(set, test.accepts) : set),
      domain,
    ),
  );
}

/** Whether the tests of variables are all that decides whether a rule hits. */
export const isPlain = ({ tests, ask }: ProgramRule): boolean =>
  ask === undefined && tests.outcomes.length === 0 && tests.some.length === 0;

export const isEmpty = (box: Box): boolean => box.some((set) => set.length === 0);

/** What is in both; a box with an empty column holds nothing. */
export const both = (a: Box, b: Box): Box => a.map((set, column) => intersection(set, b[column] ?? []));

export const holds = (a: Box, b: Box): boolean => a.every((set, column) => contains(set, b[column] ?? []));

export const keyOf = (box: Box): string => box.map(String).join(';');
