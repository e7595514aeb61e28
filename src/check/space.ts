import { contains, intersection, range, type CodeSet } from '../program/codes.js';
import type { Variable } from '../program/domain.js';
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
  const columns = [...found.values()].map(({ variable, fallback, asksStated }) => ({
    variable,
    fallback,
    domain: range(partly || asksStated ? 0 : 1, variable.size - 1),
  }));
  return { columns, boxes: rules.map(({ tests }) => boxOf(tests, columns)) };
}

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
