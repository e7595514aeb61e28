import Type from 'typebox';
import { API_VERSION } from '../format.js';
import type { Metadata } from '../../generated/documents.js';
import { IdSchema, MAX_WEIGHT, closed } from './common.js';
import type { AnyVocabulary, BuiltinVocabulary } from './vocabulary.js';

export type { AnyWorkload } from '../../generated/documents.js';

const Statements = Type.Record(Type.String(), Type.Unknown());

/** A workload. The knowledge defines which factors `requirements` and `environment` may state. */
export const WorkloadSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Workload'),
    metadata: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Type.String({ minLength: 1 })),
          title: Type.Optional(Type.String()),
          description: Type.Optional(Type.String()),
          labels: Type.Optional(Type.Record(Type.String(), Type.String())),
        },
        { ...closed, title: 'Metadata', description: 'Names and labels of a workload; no decision depends on them.' },
      ),
    ),
    requirements: Type.Optional(Statements),
    environment: Type.Optional(Statements),
    constraints: Type.Optional(
      Type.Object(
        {
          forbid: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that may not be chosen.' })),
          require: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that must be part of the stack.' })),
          omit: Type.Optional(Type.Array(IdSchema, { description: 'Roles that nothing is wanted for.' })),
        },
        closed,
      ),
    ),
    preferences: Type.Optional(
      Type.Object(
        { weights: Type.Optional(Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: MAX_WEIGHT }))) },
        closed,
      ),
    ),
  },
  { ...closed, title: 'AnyWorkload', description: 'A workload by any knowledge, whatever its factors.' },
);

/** What a workload forbids and requires. */
export interface Constraints<V extends AnyVocabulary = BuiltinVocabulary> {
  /** What may not be chosen. */
  readonly forbid?: readonly V['outcome'][];
  /** What must be part of the stack. */
  readonly require?: readonly V['outcome'][];
  /** The roles that nothing is wanted for. */
  readonly omit?: readonly V['role'][];
}

/** A workload as an object: what it requires, where it runs, and what it forbids. `apiVersion` and `kind` may be left out. */
export interface WorkloadInput<V extends AnyVocabulary = BuiltinVocabulary> {
  readonly apiVersion?: 'whichstack/v1';
  readonly kind?: 'Workload';
  readonly metadata?: Metadata;
  readonly requirements?: V['requirements'];
  readonly environment?: V['environment'];
  readonly constraints?: Constraints<V>;
  readonly preferences?: {
    /** How much each criterion counts when the facts rank; what is absent keeps the weight that the knowledge gives it. */
    readonly weights?: V['weights'];
  };
}

/** A workload as a document: what it requires, where it runs, and what it forbids. */
export interface Workload<V extends AnyVocabulary = BuiltinVocabulary> extends WorkloadInput<V> {
  readonly apiVersion: 'whichstack/v1';
  readonly kind: 'Workload';
}
