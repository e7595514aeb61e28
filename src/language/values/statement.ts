import type { Scalar, Test, TestObject } from '../schema/knowledge/condition.js';
import type { Factor } from '../schema/knowledge/factor.js';
import type { Collection } from '../schema/knowledge/package.js';
import type { Dimension } from '../schema/knowledge/factor.js';
import type { AnyWorkload } from '../schema/workload.js';
import type { Quantity } from './quantity.js';
import type { Span } from '../diagnostics/diagnostic.js';
import type { NameCandidate } from '../diagnostics/nearest.js';

/** The names that a workload may use, as the knowledge defines them. */
export interface Vocabulary {
  readonly factors: ReadonlyMap<string, Factor>;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  /** The values of a choice or of a set, the levels of an ordinal factor; none for the other types. */
  readonly values: (factor: Factor) => readonly NameCandidate[];
  readonly outcomes: readonly NameCandidate[];
  /** The places of the stack. */
  readonly roles: readonly NameCandidate[];
  /** What candidates are ranked by. */
  readonly criteria: ReadonlyMap<string, NameCandidate>;
}

/** What a factor was found to be: a level or value, a yes or no, names, or a figure in the base unit. */
export type Value = string | number | boolean | readonly string[];

/** One thing that a workload states. */
export interface Statement {
  readonly factor: Factor;
  /** `requirements`, `environment` or the id of a collection. */
  readonly section: string;
  /** What the factor is found to be; undefined for a figure that maps to no level. */
  readonly value: Value | undefined;
  readonly figure?: Quantity;
  readonly span?: Span;
}

/** One item of a collection, with what is stated of it. */
export interface Item {
  readonly collection: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** A workload that has been read and found valid. */
export interface ReadWorkload {
  /** The document as it was written, without what is left empty. */
  readonly document: AnyWorkload;
  /** Of the requirements and the environment. */
  readonly statements: readonly Statement[];
  readonly items: readonly Item[];
  /** The collections that are stated to hold nothing, by an empty list. */
  readonly empty: readonly string[];
  readonly forbid: readonly string[];
  readonly require: readonly string[];
  /** The roles that nothing is wanted for. */
  readonly omit: readonly string[];
  /** What each criterion weighs, where the workload says. */
  readonly weights: ReadonlyMap<string, number>;
}

/** A test as its operators; a bare value or list asks for equality. */
export function operators(test: Test): [keyof TestObject | 'equals', unknown][] {
  if (typeof test !== 'object' || Array.isArray(test)) return [['equals', test]];
  return Object.entries(test) as [keyof TestObject, unknown][];
}

/** The operand of a test as a list: a single value is a list of one. */
export const asList = (operand: unknown): readonly Scalar[] =>
  Array.isArray(operand) ? (operand as Scalar[]) : [operand as Scalar];
