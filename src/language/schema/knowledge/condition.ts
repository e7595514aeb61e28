import Type from 'typebox';
import { closed } from '../common.js';

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
export type Scalar = Type.Static<typeof Scalar>;

/**
 * What a rule asks of one factor, or of the outcome of one decision: a value, any of several values, or an object of tests that
 * must all hold. A factor that is not stated satisfies `stated: false` and nothing else.
 */
export const TestSchema = Type.Union([
  Scalar,
  Type.Array(Scalar, { minItems: 1 }),
  Type.Object(
    {
      atLeast: Type.Optional(Scalar),
      atMost: Type.Optional(Scalar),
      above: Type.Optional(Scalar),
      below: Type.Optional(Scalar),
      not: Type.Optional(Type.Union([Scalar, Type.Array(Scalar, { minItems: 1 })])),
      includes: Type.Optional(Scalar),
      excludes: Type.Optional(Scalar),
      stated: Type.Optional(Type.Boolean()),
      empty: Type.Optional(Type.Boolean()),
      some: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    },
    { ...closed, minProperties: 1 },
  ),
]);
export type Test = Scalar | readonly Scalar[] | TestObject;
export interface TestObject {
  readonly atLeast?: Scalar;
  readonly atMost?: Scalar;
  readonly above?: Scalar;
  readonly below?: Scalar;
  readonly not?: Scalar | readonly Scalar[];
  readonly includes?: Scalar;
  readonly excludes?: Scalar;
  readonly stated?: boolean;
  readonly empty?: boolean;
  /** Of a collection: some item of it satisfies the condition. */
  readonly some?: Condition;
}

/** Tests by factor or decision; all must hold. No tests at all always holds. */
export const ConditionSchema = Type.Record(Type.String(), TestSchema, {
  description: 'Tests by factor or decision; all of them must hold.',
});
export type Condition = Readonly<Record<string, Test>>;
