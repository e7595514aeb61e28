import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, KnowledgeVersionSchema } from '../common.js';
import { WorkloadSchema } from '../workload.js';

export type { WhatIf, WhatIfAnswer, WhatIfChange, WhatIfPlace } from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();

export const StatedValueSchema = Type.Union([Str, Type.Boolean(), Type.Array(Str), Type.Null()], {
  title: 'StatedValue',
  description: 'A level, a value, members or a figure, as a workload states it; null where nothing is stated.',
});

const Change = Type.Object(
  {
    factor: Str,
    of: Optional(
      Type.String({ description: 'The item that it is stated of: collection and name, such as `data/ledger`.' }),
    ),
    title: Str,
    from: StatedValueSchema,
    to: StatedValueSchema,
    levels: Type.Integer({ minimum: 1, description: 'How many levels, or cells of figures, it passes.' }),
    limit: Optional(
      Type.Object(
        { relation: Type.Enum(['below', 'atMost', 'atLeast', 'above']), figure: Type.Number(), text: Str },
        {
          ...closed,
          description: 'Of a figure: exactly where the answer changes, in the base unit and as it is written.',
        },
      ),
    ),
    text: Str,
  },
  { ...closed, title: 'WhatIfChange', description: 'Another value of one factor.' },
);

const Distance = Type.Object(
  { factors: Type.Integer({ minimum: 0 }), levels: Type.Integer({ minimum: 0 }) },
  {
    ...closed,
    title: 'WhatIfDistance',
    description: 'The size of a set of changes: the factors that change, then the levels that these pass.',
  },
);

export const PlaceStatusSchema = Type.Enum(['chosen', 'not-needed', 'none', 'open', 'absent'], {
  title: 'PlaceStatusName',
  description: 'Where nothing is chosen, why: not needed, none that can run, left open, or no such place in the stack.',
});

const By = Optional(Type.String({ description: 'What realises an interface among them.' }));

const Answer = Type.Object(
  {
    standing: PlaceStatusSchema,
    chosen: Type.Array(Str, { description: 'What is chosen then; empty where nothing is needed or possible.' }),
    by: By,
    title: Str,
    conditions: Type.Array(Str, { description: 'When, in words: any of these.' }),
    flips: Type.Array(Type.Array(Change, { description: 'Changes that lead there jointly.' })),
  },
  {
    ...closed,
    title: 'WhatIfAnswer',
    description: 'Another choice, and all changes as small as the smallest that lead to it.',
  },
);

export const WhatIfPlaceSchema = Type.Object(
  {
    role: Str,
    name: Optional(Type.String({ description: 'The item, of a role that is filled for each.' })),
    title: Str,
    standing: PlaceStatusSchema,
    chosen: Type.Array(Str),
    by: By,
    chosenTitle: Str,
    distance: Optional(Distance),
    answers: Type.Array(Answer, { description: 'What all changes as small as the smallest lead to.' }),
    proven: Type.Boolean({ description: 'Nothing smaller changes it; with no answers, nothing at all does.' }),
    beyond: Optional(Distance),
    decided: Type.Integer({ minimum: 0, description: 'How many variants were decided to prove it.' }),
    already: Type.Boolean({ description: 'Whether the requested choice is the present one.' }),
    text: Type.String({ description: 'What the search proves.' }),
  },
  { ...closed, title: 'WhatIfPlace', description: 'What would flip the choice of one place.' },
);

export const WhatIfSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('WhatIf'),
    lang: Type.Enum(LANGS),
    asOf: Str,
    knowledge: KnowledgeVersionSchema,
    workload: WorkloadSchema,
    to: Optional(
      Type.String({
        description:
          'The requested choice: an outcome, what realises an interface, or a family; any other choice where it is absent.',
      }),
    ),
    role: Optional(Type.String({ description: 'The place of the stack in question; all of them where it is absent.' })),
    kept: Type.Array(Str, {
      description: 'What may not change: factors, or what is stated of one item, such as `data/ledger/need`.',
    }),
    unchangedTitles: Type.Array(Str, { description: 'The titles of what may not change.' }),
    places: Type.Array(WhatIfPlaceSchema),
  },
  {
    ...closed,
    title: 'WhatIf',
    description: 'The smallest changes to a workload that flip what is chosen for it. Its texts are in one language.',
  },
);
