import Type from 'typebox';
import { closed } from '../common.js';
import { StatedValueSchema, WhatIfPlaceSchema } from './what-if.js';

export type { Lever, OpenFactor, OpenPlace } from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();

const question = {
  factor: Str,
  of: Optional(
    Type.String({ description: 'The item that it is stated of: collection and name, such as `data/ledger`.' }),
  ),
  title: Str,
};

const OpenFactorSchema = Type.Object(
  {
    ...question,
    with: Type.Array(Type.Object({ ...question, value: StatedValueSchema, text: Str }, closed), {
      description:
        'What else must be stated for it to matter, as little as possible; empty where it matters by itself.',
    }),
    instead: Optional(
      Type.Array(Str, {
        description: 'What is chosen when only what else must be stated is stated, if anything must.',
      }),
    ),
    share: Type.Number({ minimum: 0, maximum: 1, description: 'The share of its replies that change the choice.' }),
    changes: Type.Array(
      Type.Object(
        {
          values: Type.Array(StatedValueSchema, {
            description: 'The replies that lead there; of figures, one of each cell between thresholds.',
          }),
          chosen: Type.Array(Str),
          by: Optional(Type.String({ description: 'What realises an interface among them.' })),
          title: Str,
          text: Str,
        },
        closed,
      ),
    ),
  },
  { ...closed, title: 'OpenFactor', description: 'A factor that is not stated and that can matter.' },
);

const OpenPlaceSchema = Type.Object(
  {
    role: Str,
    name: Optional(Type.String({ description: 'The item, of a role that is filled for each.' })),
    title: Str,
    chosen: Type.Array(Str),
    factors: Type.Array(OpenFactorSchema, { description: 'The most useful first.' }),
    together: Type.Integer({
      minimum: 0,
      description: 'No other factor matters with at most so many replies given jointly.',
    }),
    proven: Type.Boolean({ description: 'No other factor matters, however many replies are given jointly.' }),
    decided: Type.Integer({ minimum: 0, description: 'How many variants were decided to find them.' }),
    text: Type.String({ description: 'What the search proves.' }),
  },
  {
    ...closed,
    title: 'OpenPlace',
    description: 'The unanswered factors that can change what is chosen for a place.',
  },
);

const LeverSchema = Type.Object(
  {
    role: Str,
    name: Optional(Type.String({ description: 'The item of the place, of a role that is filled for each.' })),
    ...question,
    from: StatedValueSchema,
    value: StatedValueSchema,
    valueTitle: Str,
    chosen: Type.Array(Str),
    text: Type.String({ description: 'The title of what is chosen then.' }),
  },
  {
    ...closed,
    title: 'Lever',
    description: 'A statement changed to the nearest value with which something else is chosen for a place.',
  },
);

/** The results of exploring each place of the stack, as properties of a recommendation's `exploration`. */
export const explored = {
  levers: Optional(
    Type.Array(LeverSchema, {
      description:
        'What is stated, each by itself, with the nearest values that change a choice and leave what the workload is.',
    }),
  ),
  open: Optional(
    Type.Array(OpenPlaceSchema, {
      description: 'The unanswered factors that could change the answer, by themselves or with others.',
    }),
  ),
  whatIf: Optional(Type.Array(WhatIfPlaceSchema, { description: 'The smallest changes that flip the answer.' })),
};
