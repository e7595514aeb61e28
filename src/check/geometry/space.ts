import { contains, difference, has, intersection, sizeOf, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { ProgramRule } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';

/** A set of inputs: by column of a space, the codes that the column may have. */
export type Box = readonly CodeSet[];

/** One dimension of a space: a variable that rules test. */
export interface Column {
  readonly variable: Variable;
  /** The variable of the workload that an item inherits from where nothing is stated of the item. */
  readonly fallback: Variable | undefined;
  /** All codes that the column may have. */
  readonly domain: CodeSet;
}

/** A table as geometry: each rule is a box in the space of inputs. */
export interface Space {
  readonly columns: readonly Column[];
  /** By rule. */
  readonly boxes: readonly Box[];
  /** Positions of the columns that test members of one set factor: all of them are stated or none is. */
  readonly sets: readonly (readonly number[])[];
  /** Boxes of inputs that no workload can state, since a set factor would be both stated and not stated. */
  readonly impossible: readonly Box[];
}

/**
 * The space of the variables that some rules test. That a factor is not stated counts as an input too.
 *
 * @returns one box for each rule, in their order; a rule whose tests contradict one another has a box with an empty column
 */
export function spaceOf(rules: readonly { readonly tests: Tests }[]): Space {
  const found = new Map<Variable, (Variable | undefined)[]>();
  for (const { tests } of rules) {
    for (const { variable, fallback } of tests.variables) {
      const fallbacks = found.get(variable);
      if (fallbacks === undefined) found.set(variable, [fallback]);
      else if (!fallbacks.includes(fallback)) fallbacks.push(fallback);
    }
  }
  const groups = new Map<unknown, Column[]>();
  for (const [variable, fallbacks] of found) {
    const key = groupOf(variable);
    const domain = unionOfCodes(NOT_STATED, variable.statable);
    const added = fallbacks.map((fallback) => ({ variable, fallback, domain }));
    groups.set(key, [...(groups.get(key) ?? []), ...added]);
  }
  const columns = [...groups.values()].flat();
  const sets = [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ variable }) => columns.findIndex((column) => column.variable === variable)));
  const space = { columns, sets, impossible: sets.flatMap((set) => impossibleIn(set, columns)) };
  const boxOf = boxesIn(columns);
  return { ...space, boxes: rules.map(({ tests }) => withoutImpossible(boxOf(tests), space)) };
}

/**
 * Restricts a space to inputs that state every factor. A factor for which some rule tests that it is not stated keeps that input.
 *
 * @param space the space of the same rules, as `spaceOf` returns it
 */
export function statedSpaceOf(space: Space, rules: readonly { readonly tests: Tests }[]): Space {
  const mayBeUnstated = new Set<unknown>();
  for (const { tests } of rules) {
    for (const { variable, accepts } of tests.variables) {
      if (accepts[0] === UNSTATED) mayBeUnstated.add(groupOf(variable));
    }
  }
  const columns = space.columns.map((column) =>
    mayBeUnstated.has(groupOf(column.variable)) ? column : { ...column, domain: column.variable.statable },
  );
  const restricted = columns.map(({ domain }, n) => (domain === space.columns[n]?.domain ? undefined : domain));
  return {
    columns,
    sets: space.sets,
    impossible: space.sets.flatMap((set) => impossibleIn(set, columns)),
    boxes: space.boxes.map((box) =>
      box.map((set, n) => {
        const domain = restricted[n];
        if (domain === undefined || set[0] !== UNSTATED) return set;
        return set === space.columns[n]?.domain ? domain : difference(set, NOT_STATED);
      }),
    ),
  };
}

/** The key of the variables that are stated jointly: the members of a set factor share one, any other variable has its own. */
const groupOf = (variable: Variable): unknown => (variable.factor.type === 'set' ? variable.factor : variable);

/** For each two columns of a set factor, the box in which one is not stated and the other is. */
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

/**
 * Removes from a box inputs that no workload can state: where one column of a set factor must be stated, all of them are, and where one
 * must not be, none is. The box of the result may have an empty column.
 */
export function withoutImpossible(box: Box, { sets }: Pick<Space, 'sets'>): Box {
  return sets.reduce<Box>((all, set) => {
    const members = set.map((n) => all[n] ?? []);
    if (members.some((codes) => !has(codes, UNSTATED)))
      return all.map((codes, n) => (set.includes(n) ? difference(codes, NOT_STATED) : codes));
    if (members.some((codes) => sizeOf(codes) === 1))
      return all.map((codes, n) => (set.includes(n) ? intersection(codes, NOT_STATED) : codes));
    return all;
  }, box);
}

const NOT_STATED: CodeSet = [UNSTATED, UNSTATED];

/** A function from tests to their box. Many rules share a test, so its intersection with the domain of a column is computed once. */
function boxesIn(columns: readonly Column[]): (tests: Tests) => Box {
  const domains = columns.map(({ domain }) => domain);
  const positions = new Map<Variable, number[]>();
  columns.forEach(({ variable }, n) => {
    const known = positions.get(variable);
    if (known === undefined) positions.set(variable, [n]);
    else known.push(n);
  });
  const computed = columns.map(() => new Map<CodeSet, CodeSet>());
  const inDomain = (column: number, accepts: CodeSet): CodeSet => {
    const before = computed[column]?.get(accepts);
    if (before !== undefined) return before;
    const set = intersection(domains[column] ?? [], accepts);
    computed[column]?.set(accepts, set);
    return set;
  };
  return ({ variables }) => {
    const box = [...domains];
    for (const { variable, fallback, accepts } of variables) {
      for (const n of positions.get(variable) ?? []) {
        const set = box[n] ?? [];
        if (columns[n]?.fallback === fallback)
          box[n] = set === domains[n] ? inDomain(n, accepts) : intersection(set, accepts);
      }
    }
    return box;
  };
}

/** Whether the box of a rule is exact: the rule tests variables only, neither decisions nor items, and delegates to no decision. */
export const isSelfContained = ({ tests, ask }: ProgramRule): boolean =>
  ask === undefined && tests.outcomes.length === 0 && tests.some.length === 0;

/** Whether a box holds no input: one of its columns is empty. */
export const isEmpty = (box: Box): boolean => box.some((set) => set.length === 0);

/** The inputs that are in both boxes. The result may be empty. */
export const intersectBoxes = (a: Box, b: Box): Box => a.map((set, column) => intersection(set, b[column] ?? []));

/** Whether box `a` holds every input of box `b`. */
export const includesBox = (a: Box, b: Box): boolean => a.every((set, column) => contains(set, b[column] ?? []));

/** A text that is the same for equal boxes only. */
export const boxKey = (box: Box): string => box.map(String).join(';');
