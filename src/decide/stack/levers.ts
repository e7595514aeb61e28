import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import type { Program } from '../../program/ir/program.js';
import type { GivenItem } from '../inputs/inputs.js';
import { decide, decideInputs, type DecisionRequest, type PlaceDecision, type StackDecision } from './decide.js';
import { changesChoice } from './open-factors.js';

/** One statement changed to the nearest value with which something else is chosen for a place. */
export interface Lever {
  readonly factor: Factor;
  /** The item that it is stated of, such as `data/ledger`. */
  readonly of?: string;
  readonly from: Value;
  readonly value: Value;
  readonly place: PlaceDecision;
  /** The place as it is decided then. */
  readonly there: PlaceDecision;
}

/** A statement of the workload, or of one of its items, and how to decide with another value of it. */
interface Statement {
  readonly factor: Factor;
  readonly of?: string;
  readonly value: Value;
  readonly decideWith: (value: Value) => StackDecision;
}

/**
 * The levers of a decision: of each statement, the nearest value in each direction that changes what is chosen somewhere. What says what the workload is, such as its
 * scenario, is no lever: with another value, it is another workload. Figures are moved by the levels of their factor; figures without levels are searched by `whatIf`.
 */
export function levers(program: Program, workload: DecisionRequest, decision: StackDecision): Lever[] {
  const statements = [
    ...generalStatements(program, workload, decision),
    ...itemStatements(program, workload, decision),
  ];
  return statements
    .filter(({ factor }) => factor.defining !== true)
    .flatMap((statement) => directions(statement, program).flatMap((values) => nearest(statement, values, decision)));
}

function generalStatements(program: Program, workload: DecisionRequest, { asOf }: StackDecision): Statement[] {
  return workload.statements.flatMap((statement): Statement[] => {
    const { factor, section, value } = statement;
    if (value === undefined) return [];
    const others = workload.statements.filter((one) => one !== statement);
    const decideWith = (other: Value): StackDecision =>
      decide(program, { ...workload, statements: [...others, { factor, section, value: other }] }, asOf);
    return [{ factor, value, decideWith }];
  });
}

function itemStatements(program: Program, workload: DecisionRequest, { inputs, asOf }: StackDecision): Statement[] {
  return inputs.items.flatMap((item) =>
    item.given.flatMap((given): Statement[] => {
      const { factor, value, section } = given;
      const isStated = given.origin === 'stated' || given.origin === 'figure';
      if (value === undefined || section !== item.collection || !isStated) return [];
      const changed = (other: Value): GivenItem => ({
        ...item,
        given: item.given.map((one) => (one === given ? { factor, section, value: other, origin: 'stated' } : one)),
      });
      const decideWith = (other: Value): StackDecision =>
        decideInputs(
          program,
          { ...inputs, items: inputs.items.map((one) => (one === item ? changed(other) : one)) },
          workload,
          asOf,
        );
      return [{ factor, of: `${item.collection}/${item.name}`, value, decideWith }];
    }),
  );
}

/** Values to try, the nearest first, in each direction that a statement can be changed in. */
function directions({ factor, value }: Statement, { knowledge }: Program): readonly (readonly Value[])[] {
  const ids = (): string[] => knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return [[value !== true]];
    case 'ordinal': {
      const at = ids().indexOf(String(value));
      return at === -1 ? [] : [ids().slice(0, at).reverse(), ids().slice(at + 1)];
    }
    case 'choice':
      return ids()
        .filter((id) => id !== value)
        .map((id) => [id]);
    case 'set': {
      // What runs already is a fact about the site, and no lever.
      if (factor.values === 'outcomes') return [];
      const now = typeof value === 'object' ? value : [];
      return ids()
        .filter((id) => !now.includes(id))
        .map((id) => [[...now, id]]);
    }
    case 'quantity':
      return [];
  }
}

/** The first of some values with which something else is chosen, for each place where it is. */
function nearest(
  { factor, of, value: from, decideWith }: Statement,
  values: readonly Value[],
  now: StackDecision,
): Lever[] {
  for (const value of values) {
    const there = decideWith(value);
    const changed = now.places.flatMap((place): Lever[] => {
      const other = there.places.find(({ role, item }) => role === place.role && item?.name === place.item?.name);
      return other === undefined || !changesChoice(place, other) || other.chosen.length === 0
        ? []
        : [{ factor, ...(of !== undefined && { of }), from, value, place, there: other }];
    });
    if (changed.length > 0) return changed;
  }
  return [];
}
