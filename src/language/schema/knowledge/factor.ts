import Type from 'typebox';
import { ClauseSchema, IdSchema, TextSchema, closed, header } from '../common.js';

const Value = Type.Object({ id: IdSchema, title: TextSchema, meaning: Type.Optional(TextSchema) }, closed);

const Level = Type.Object(
  {
    id: IdSchema,
    title: TextSchema,
    meaning: Type.Optional(TextSchema),
    bound: Type.Optional(
      Type.String({ description: 'The largest figure that this level still serves, such as `125ms`. The last level may go without.' }),
    ),
  },
  closed,
);

const asked = {
  ...header('Factor'),
  description: Type.Optional(TextSchema),
  question: TextSchema,
  howToFind: Type.Optional(TextSchema),
  source: Type.Optional(ClauseSchema),
  askedOf: Type.Array(IdSchema, {
    minItems: 1,
    description: 'Where a workload states it: `requirements`, `environment`, or a collection of the package.',
  }),
  inherited: Type.Optional(
    Type.Boolean({ description: 'An item of a collection that does not state it takes the value of the requirements.' }),
  ),
};

/** Something asked of a workload. */
export const FactorSchema = Type.Union([
  Type.Object(
    {
      ...asked,
      type: Type.Literal('ordinal'),
      levels: Type.Array(Level, { minItems: 2, description: 'From the least to the most.' }),
      dimension: Type.Optional(IdSchema),
    },
    closed,
  ),
  Type.Object(
    {
      ...asked,
      type: Type.Literal('choice'),
      values: Type.Union([Type.Array(Value, { minItems: 2 }), Type.Literal('scenarios')]),
    },
    closed,
  ),
  Type.Object({ ...asked, type: Type.Literal('flag') }, closed),
  Type.Object(
    {
      ...asked,
      type: Type.Literal('set'),
      values: Type.Union([Type.Array(Value, { minItems: 1 }), Type.Literal('outcomes')]),
    },
    closed,
  ),
  Type.Object({ ...asked, type: Type.Literal('quantity'), dimension: IdSchema }, closed),
]);
export type Factor = Type.Static<typeof FactorSchema>;

/** A family of units that convert into one another. */
export const DimensionSchema = Type.Object(
  {
    ...header('Dimension'),
    base: Type.String({ description: 'The unit that figures are kept in.' }),
    bare: Type.Optional(Type.Boolean({ description: 'A figure may be written without a unit; it is in the base unit then.' })),
    integer: Type.Optional(Type.Boolean({ description: 'Figures are counted: there is none between 2 and 3 of the base unit.' })),
    examples: Type.Array(Type.String(), { minItems: 1 }),
    units: Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }), {
      description: 'What one of each unit is in the base unit.',
    }),
  },
  closed,
);
export type Dimension = Type.Static<typeof DimensionSchema>;
