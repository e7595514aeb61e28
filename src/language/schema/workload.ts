import Type from 'typebox';
import { API_VERSION } from '../format.js';
import { IdSchema, closed } from './common.js';

const Given = Type.Record(Type.String(), Type.Unknown());

/** The frame of a workload; which factors `requirements` and `environment` may hold, the knowledge says. */
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
        closed,
      ),
    ),
    requirements: Type.Optional(Given),
    environment: Type.Optional(Given),
    constraints: Type.Optional(
      Type.Object(
        {
          forbid: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that may not be chosen.' })),
          require: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that must be part of the stack.' })),
        },
        closed,
      ),
    ),
    preferences: Type.Optional(
      Type.Object({ weights: Type.Optional(Type.Record(Type.String(), Type.Number({ minimum: 0 }))) }, closed),
    ),
  },
  closed,
);

/** A workload as a plain object, as it is written. */
export type Workload = Type.Static<typeof WorkloadSchema>;
