import { contains, difference, has, intersection, sizeOf, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { ProgramRule } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';

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

/** The space that some rules speak of: that something is not stated is an input too. */
export function spaceOf(rules: readonly { readonly tests: Tests }[]): Space {
  const found = new Map<Variable, (Variable | undefined)[]>();
  for (const { tests } of rules) {
    for (const { variable, fallback } of tests.variables) {
      const fallbacks = found.get(variable);
      if (fallbacks === undefined) found.set(variable, [fallback]);
      else if (!fallbacks.includes(fallback)) fallbacks.push(fallback);
    }
  }
  const together = new Map<unknown, Column[]>();
  for (const [variable, fallbacks] of found) {
    const key = groupOf(variable);
    const domain = unionOfCodes(NOT_STATED, variable.statable);
    const group = fallbacks.map((fallback) => ({ variable, fallback, domain }));
    together.set(key, [...(together.get(key) ?? []), ...group]);
  }
  const columns = [...together.values()].flat();
  const sets = [...together.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ variable }) => columns.findIndex((column) => column.variable === variable)));
  const space = { columns, sets, impossible: sets.flatMap((set) => impossibleIn(set, columns)) };
  const boxOf = boxesIn(columns);
  return { ...space, boxes: rules.map(({ tests }) => possible(boxOf(tests), space)) };
}

/**
 * The space of some rules without the inputs that leave something unstated, unless a rule tests that.
 *
 * @param space that of the same rules, those inputs included
 */
export function wholeOf(space: Space, rules: readonly { readonly tests: Tests }[]): Space {
  const asked = new Set<unknown>();
  for (const { tests } of rules) {
    for (const { variable, accepts } of tests.variables) if (accepts[0] === UNSTATED) asked.add(groupOf(variable));
  }
  const columns = space.columns.map((column) =>
    asked.has(groupOf(column.variable)) ? column : { ...column, domain: column.variable.statable },
  );
  const narrowed = columns.map(({ domain }, n) => (domain === space.columns[n]?.domain ? undefined : domain));
  return {
    columns,
    sets: space.sets,
    impossible: space.sets.flatMap((set) => impossibleIn(set, columns)),
    boxes: space.boxes.map((box) =>
      box.map((set, n) => {
        const domain = narrowed[n];
        if (domain === undefined || set[0] !== UNSTATED) return set;
        return set === space.columns[n]?.domain ? domain : difference(set, NOT_STATED);
      }),
    ),
  };
}

/** What is stated together: the members of a set, and a variable by itself. */
const groupOf = (variable: Variable): unknown => (variable.factor.type === 'set' ? variable.factor : variable);

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

/** Gives the box of some tests. What one test leaves of a column is worked out once. */
function boxesIn(columns: readonly Column[]): (tests: Tests) => Box {
  const domains = columns.map(({ domain }) => domain);
  const places = new Map<Variable, number[]>();
  columns.forEach(({ variable }, n) => {
    const here = places.get(variable);
    if (here === undefined) places.set(variable, [n]);
    else here.push(n);
  });
  const known = columns.map(() => new Map<CodeSet, CodeSet>());
  const left = (column: number, accepts: CodeSet): CodeSet => {
    const before = known[column]?.get(accepts);
    if (before !== undefined) return before;
    const set = intersection(domains[column] ?? [], accepts);
    known[column]?.set(accepts, set);
    return set;
  };
  return ({ variables }) => {
    const box = [...domains];
    for (const { variable, fallback, accepts } of variables) {
      for (const n of places.get(variable) ?? []) {
        const set = box[n] ?? [];
        if (columns[n]?.fallback === fallback)
          box[n] = set === domains[n] ? left(n, accepts) : intersection(set, accepts);
      }
    }
    return box;
  };
}

/** Whether the tests of variables are all that decides whether a rule hits. */
export const isUnrestricted = ({ tests, ask }: ProgramRule): boolean =>
  ask === undefined && tests.outcomes.length === 0 && tests.some.length === 0;

export const isEmpty = (box: Box): boolean => box.some((set) => set.length === 0);

/** What is in both; a box with an empty column holds nothing. */
export const both = (a: Box, b: Box): Box => a.map((set, column) => intersection(set, b[column] ?? []));

export const includesBox = (a: Box, b: Box): boolean => a.every((set, column) => contains(set, b[column] ?? []));

export const boxKey = (box: Box): string => box.map(String).join(';');
