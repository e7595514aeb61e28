import Type from 'typebox';
import { FIGURE_LIMITS } from '../../format.js';
import { AliasesSchema, ClauseSchema, IdSchema, ImpliesSchema, TextSchema, closed, header } from '../common.js';

export type { Dimension, Factor } from '../../../generated/documents.js';

const ChoiceValue = Type.Object(
  {
    id: IdSchema,
    title: TextSchema,
    aliases: Type.Optional(AliasesSchema),
    meaning: Type.Optional(TextSchema),
    implies: Type.Optional(ImpliesSchema),
  },
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
  defining: Type.Optional(
    Type.Boolean({
      description:
        'It says what the workload is: with another value, it is another workload. What would change an answer is looked for among the other factors.',
    }),
  ),
  inherited: Type.Optional(
    Type.Boolean({
      description: 'An item of a collection that does not state it takes the value of the requirements.',
    }),
  ),
};

const figures = {
  limit: Type.Optional(
    Type.Enum(FIGURE_LIMITS, {
      description:
        'How a stated figure is read: as the most that may be (`upper`) or the least that must be (`lower`). A sign of comparison may then be written before it.',
    }),
  ),
  examples: Type.Optional(
    Type.Array(Type.String(), {
      minItems: 1,
      description: 'Figures as people state them, where the examples of the dimension do not suit.',
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
        ...figures,
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
      { ...factor, type: Type.Literal('quantity'), dimension: IdSchema, ...figures },
      { ...closed, title: 'QuantityFactor', description: 'A factor that is a figure with a unit.' },
    ),
  ],
  { title: 'Factor', description: 'Something that a workload can state.' },
);

const UnclearUnit = Type.Object(
  {
    units: Type.Array(Type.String(), { minItems: 1 }),
    why: TextSchema,
    write: Type.Array(Type.String(), { minItems: 1, description: 'The units that can be meant.' }),
  },
  {
    ...closed,
    title: 'UnclearUnit',
    description: 'Units that people write and that are refused, because they can mean several or none.',
  },
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
    negative: Type.Optional(
      Type.Boolean({ description: 'Figures may be below nought, as temperatures and balances are.' }),
    ),
    examples: Type.Array(Type.String(), { minItems: 1 }),
    units: Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }), {
      description: 'The size of each unit in base units.',
    }),
    spellings: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: 'Other spellings of units, which are read and never written, each with the unit that it is.',
      }),
    ),
    unclear: Type.Optional(Type.Array(UnclearUnit)),
    nines: Type.Optional(
      Type.Boolean({ description: 'A figure may be written by its nines: `eleven nines` is `99.999999999%`.' }),
    ),
  },
  { ...closed, title: 'Dimension', description: 'A family of units that convert into one another.' },
);
