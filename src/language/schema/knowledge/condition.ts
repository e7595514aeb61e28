import Type from 'typebox';
import { closed } from '../common.js';

export type { Condition, Scalar, Test, TestObject } from '../../../generated/documents.js';

export const ScalarSchema = Type.Union([Type.String(), Type.Number(), Type.Boolean()], { title: 'Scalar' });

export const TestSchema = Type.Union(
  [
    ScalarSchema,
    Type.Array(ScalarSchema, { minItems: 1 }),
    Type.Object(
      {
        atLeast: Type.Optional(ScalarSchema),
        atMost: Type.Optional(ScalarSchema),
        above: Type.Optional(ScalarSchema),
        below: Type.Optional(ScalarSchema),
        not: Type.Optional(Type.Union([ScalarSchema, Type.Array(ScalarSchema, { minItems: 1 })])),
        includes: Type.Optional(ScalarSchema),
        excludes: Type.Optional(ScalarSchema),
        stated: Type.Optional(Type.Boolean()),
        empty: Type.Optional(Type.Boolean()),
        // A condition, which the linker checks: a schema that contains itself would make every error message vague.
        some: Type.Optional(
          Type.Record(Type.String(), Type.Unknown(), {
            description: 'Of a collection: some item of it satisfies the condition.',
          }),
        ),
      },
      { ...closed, minProperties: 1, title: 'TestObject', description: 'Tests of one factor; all of them must hold.' },
    ),
  ],
  {
    title: 'Test',
    description:
      'What a rule requires of one factor, or of the output of one decision: a value, any of several values, or an object of tests that must all hold. A factor that is not stated satisfies `stated: false` and nothing else.',
  },
);

export const ConditionSchema = Type.Record(Type.String(), TestSchema, {
  title: 'Condition',
  description: 'Tests by factor or decision; all of them must hold. No tests at all always hold.',
});
