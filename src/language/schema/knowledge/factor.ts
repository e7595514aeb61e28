import Type from 'typebox';
import { AliasesSchema, ClauseSchema, IdSchema, TextSchema, closed, header } from '../common.js';

export type { Dimension, Factor } from '../../../generated/documents.js';

const ChoiceValue = Type.Object(
  { id: IdSchema, title: TextSchema, aliases: Type.Optional(AliasesSchema), meaning: Type.Optional(TextSchema) },
  { ...closed, title: 'ChoiceValue', description: 'A value of a choice or a member of a set.' },
);

const Level = Type.Object(
  {
    id: IdSchema,
    title: TextSchema,
    aliases: Type.Optional(AliasesSchema),
    meaning: Type.Optional(TextSchema),
    bound: Type.Optional(
      Type.String({
        description: 'The largest figure that this level still serves, such as `125ms`. The last level may have none.',
      }),
    ),
  },
  { ...closed, title: 'Level', description: 'A level of an ordinal factor.' },
);

const factor = {
  ...header('Factor'),
  aliases: Type.Optional(AliasesSchema),
  description: Type.Optional(TextSchema),
  question: TextSchema,
  howToFind: Type.Optional(TextSchema),
  source: Type.Optional(ClauseSchema),
  askedOf: Type.Array(IdSchema, {
    minItems: 1,
    description: 'Where a workload states it: `requirements`, `environment`, or a collection of the package.',
  }),
  inherited: Type.Optional(
    Type.Boolean({
      description: 'An item of a collection that does not state it takes the value of the requirements.',
    }),
  ),
};

export const FactorSchema = Type.Union(
  [
    Type.Object(
      {
        ...factor,
        type: Type.Literal('ordinal'),
        levels: Type.Array(Level, { minItems: 2, description: 'From the least to the most.' }),
        dimension: Type.Optional(IdSchema),
      },
      { ...closed, title: 'OrdinalFactor', description: 'A factor with levels in an order.' },
    ),
    Type.Object(
      {
        ...factor,
        type: Type.Literal('choice'),
        values: Type.Union([Type.Array(ChoiceValue, { minItems: 2 }), Type.Literal('scenarios')]),
      },
      { ...closed, title: 'ChoiceFactor', description: 'A factor that has one of several values.' },
    ),
    Type.Object(
      { ...factor, type: Type.Literal('flag') },
      { ...closed, title: 'FlagFactor', description: 'A factor that is yes or no.' },
    ),
    Type.Object(
      {
        ...factor,
        type: Type.Literal('set'),
        values: Type.Union([Type.Array(ChoiceValue, { minItems: 1 }), Type.Literal('outcomes')]),
      },
      { ...closed, title: 'SetFactor', description: 'A factor that has any number of members.' },
    ),
    Type.Object(
      { ...factor, type: Type.Literal('quantity'), dimension: IdSchema },
      { ...closed, title: 'QuantityFactor', description: 'A factor that is a figure with a unit.' },
    ),
  ],
  { title: 'Factor', description: 'Something that a workload can state.' },
);

export const DimensionSchema = Type.Object(
  {
    ...header('Dimension'),
    base: Type.String({ description: 'The unit that figures are kept in.' }),
    bare: Type.Optional(
      Type.Boolean({ description: 'A figure may be written without a unit; it is in the base unit then.' }),
    ),
    integer: Type.Optional(
      Type.Boolean({ description: 'Figures are counted: there is none between 2 and 3 of the base unit.' }),
    ),
    examples: Type.Array(Type.String(), { minItems: 1 }),
    units: Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }), {
      description: 'The size of each unit in base units.',
    }),
  },
  { ...closed, title: 'Dimension', description: 'A family of units that convert into one another.' },
);
