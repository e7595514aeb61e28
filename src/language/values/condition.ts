import type { Scalar, Test, TestObject } from '../schema/knowledge/condition.js';

/** A test as its operators; a bare value or list asks for equality. */
export function operators(test: Test): [keyof TestObject | 'equals', unknown][] {
  if (typeof test !== 'object' || Array.isArray(test)) return [['equals', test]];
  return Object.entries(test) as [keyof TestObject, unknown][];
}

export const asList = (operand: unknown): readonly Scalar[] =>
  Array.isArray(operand) ? (operand as Scalar[]) : [operand as Scalar];
