import Type from 'typebox';
import { closed } from '../common.js';
import { StatedValue, WhatIfPlaceSchema } from './what-if.js';

const Optional = Type.Optional;
const Str = Type.String();

const Replied = {
  factor: Str,
  of: Optional(Type.String({ description: 'The item that it is stated of: collection and name, such as `data/ledger`.' })),
  title: Str,
};

const OpenFactor = Type.Object(
  {
    ...Replied,
    with: Type.Array(Type.Object({ ...Replied, value: StatedValue, text: Str }, closed), {
      description: 'What else has to be stated for it to matter, as little as possible; nothing where it matters by itself.',
    }),
    instead: Optional(
      Type.Array(Str, { description: 'What is chosen with only what else has to be stated, where something has to be.' }),
    ),
    share: Type.Number({ minimum: 0, maximum: 1, description: 'Which part of its replies changes what is chosen.' }),
    changes: Type.Array(
      Type.Object(
        {
          values: Type.Array(StatedValue, { description: 'The replies that lead there; of figures, one of each cell between thresholds.' }),
          chosen: Type.Array(Str),
          by: Optional(Type.String({ description: 'What realises an interface among them.' })),
          title: Str,
          text: Str,
        },
        closed,
      ),
    ),
  },
  closed,
);
/** A factor that is not stated and that can matter. */
export type OpenFactor = Type.Static<typeof OpenFactor>;

const OpenPlace = Type.Object(
  {
    role: Str,
    name: Optional(Type.String({ description: 'The item, of a role that is filled for each.' })),
    title: Str,
    chosen: Type.Array(Str),
    factors: Type.Array(OpenFactor, { description: 'The most useful first.' }),
    together: Type.Integer({ minimum: 0, description: 'With at most so many replies together, no other factor matters.' }),
    proven: Type.Boolean({ description: 'No other factor matters, however many replies come together.' }),
    decided: Type.Integer({ minimum: 0, description: 'How many variations were decided to find them.' }),
    text: Type.String({ description: 'What the search proves.' }),
  },
  closed,
);
/** The unanswered factors that can change what is chosen for a place. */
export type OpenPlace = Type.Static<typeof OpenPlace>;

/** What was looked into besides the answer, for each place of the stack. */
export const explored = {
  open: Optional(
    Type.Array(OpenPlace, { description: 'The unanswered factors that could change the answer, by themselves or with others.' }),
  ),
  whatIf: Optional(Type.Array(WhatIfPlaceSchema, { description: 'The smallest changes that flip the answer.' })),
};
