import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed } from '../common.js';
import { WorkloadSchema } from '../workload.js';

const Optional = Type.Optional;
const Str = Type.String();

/** What is stated of a factor, or nothing. */
export const StatedValue = Type.Union([Str, Type.Boolean(), Type.Array(Str), Type.Null()], {
  description: 'A level, a value, members or a figure, as a workload states it; null where nothing is stated.',
});

const Change = Type.Object(
  {
    factor: Str,
    of: Optional(Type.String({ description: 'The item that it is stated of: collection and name, such as `data/ledger`.' })),
    title: Str,
    from: StatedValue,
    to: StatedValue,
    levels: Type.Integer({ minimum: 1, description: 'How many levels, or cells of figures, it passes.' }),
    limit: Optional(
      Type.Object(
        { relation: Type.Enum(['below', 'atMost', 'atLeast', 'above']), figure: Type.Number(), text: Str },
        { ...closed, description: 'Of a figure: exactly where the answer changes, in the base unit and as it is written.' },
      ),
    ),
    text: Str,
  },
  closed,
);
export type WhatIfChange = Type.Static<typeof Change>;

const Distance = Type.Object(
  { factors: Type.Integer({ minimum: 0 }), levels: Type.Integer({ minimum: 0 }) },
  { ...closed, description: 'How far changes go: by the factors that change, then by the levels that these pass.' },
);

/** Why nothing is chosen, where nothing is. */
const Standing = Type.Enum(['chosen', 'not-needed', 'none', 'open', 'absent'], {
  description: 'Where nothing is chosen, why: not needed, none that can run, left open, or no such place in the stack.',
});
const By = Optional(Type.String({ description: 'What realises an interface among them.' }));

const Answer = Type.Object(
  {
    standing: Standing,
    chosen: Type.Array(Str, { description: 'What is chosen then; nothing where nothing is needed or left.' }),
    by: By,
    title: Str,
    conditions: Type.Array(Str, { description: 'When, in words: any of these.' }),
    flips: Type.Array(Type.Array(Change, { description: 'What has to change together.' })),
  },
  closed,
);
/** Another choice, and all changes as small as the smallest that lead to it. */
export type WhatIfAnswer = Type.Static<typeof Answer>;

/** What would flip the choice of one place. */
export const WhatIfPlaceSchema = Type.Object(
  {
    role: Str,
    name: Optional(Type.String({ description: 'The item, of a role that is filled for each.' })),
    title: Str,
    standing: Standing,
    chosen: Type.Array(Str),
    by: By,
    chosenTitle: Str,
    distance: Optional(Distance),
    answers: Type.Array(Answer, { description: 'What all changes as small as the smallest lead to.' }),
    proven: Type.Boolean({ description: 'Nothing smaller changes it; with no answers, nothing at all does.' }),
    beyond: Optional(Distance),
    decided: Type.Integer({ minimum: 0, description: 'How many variations were decided to prove it.' }),
    already: Type.Boolean({ description: 'Whether what is asked for is chosen as it is.' }),
    text: Type.String({ description: 'What the search proves.' }),
  },
  closed,
);
export type WhatIfPlace = Type.Static<typeof WhatIfPlaceSchema>;

/** The smallest changes to a workload that flip what is chosen for it. Its texts are in one language. */
export const WhatIfSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('WhatIf'),
    lang: Type.Enum(LANGS),
    asOf: Str,
    knowledge: Type.Object({ version: Str, digest: Str }, closed),
    workload: WorkloadSchema,
    to: Optional(Type.String({ description: 'What is asked for: an outcome, what realises an interface, or a family; any other choice where nothing is.' })),
    role: Optional(Type.String({ description: 'The place of the stack that is asked about; all of them where none is.' })),
    kept: Type.Array(Str, { description: 'What may not change: factors, or what is stated of one item, such as `data/ledger/need`.' }),
    places: Type.Array(WhatIfPlaceSchema),
  },
  closed,
);
export type WhatIf = Type.Static<typeof WhatIfSchema>;
