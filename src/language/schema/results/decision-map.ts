import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed } from '../common.js';
import { WorkloadSchema } from '../workload.js';

const Optional = Type.Optional;
const Str = Type.String();

const End = Type.Object(
  {
    text: Str,
    figure: Type.Number({ description: 'In the base unit.' }),
    included: Type.Boolean({ description: 'Whether this very figure still belongs to the step.' }),
  },
  closed,
);

const Reply = {
  value: Type.Union([Str, Type.Boolean(), Type.Array(Str), Type.Null()], {
    description: 'What a workload states to be in this step; null states nothing. Of a range of figures, one of them.',
  }),
  title: Str,
};

const Step = Type.Object(
  {
    ...Reply,
    also: Type.Array(Type.Object(Reply, closed), {
      description: 'Other values of a long list, such as that of scenarios, that make the same row or column.',
    }),
    range: Optional(
      Type.Object(
        { low: Optional(End), high: Optional(End) },
        { ...closed, description: 'The figures that this step stands for; without an end, it goes on.' },
      ),
    ),
  },
  closed,
);

const Axis = Type.Object(
  {
    key: Type.String({ description: 'The factor and where it is stated: `requirements/security`, `data/ledger/iops`.' }),
    factor: Str,
    of: Optional(Type.String({ description: 'The item that it is stated of, such as `data/ledger`.' })),
    title: Str,
    steps: Type.Array(Step, { minItems: 1 }),
    without: Type.Array(Type.Object({ id: Str, title: Str }, closed), {
      description: 'Members of a set that change nothing on this map, and have no step for that.',
    }),
  },
  closed,
);
export type MapAxis = Type.Static<typeof Axis>;
export type MapStep = MapAxis['steps'][number];

const Answer = Type.Object(
  {
    letter: Type.String({ description: 'What stands for it in the cells; `A` is the answer to the workload itself.' }),
    standing: Type.Enum(['chosen', 'not-needed', 'none', 'open', 'absent'], {
      description: 'Where nothing is chosen, why: not needed, none that can run, left open, or no such place in the stack.',
    }),
    chosen: Type.Array(Type.Object({ id: Str, title: Str, by: Optional(Type.String({ description: 'What realises it, where it is an interface.' })) }, closed), {
      description: 'One runnable combination, all of these together.',
    }),
    title: Str,
    cells: Type.Integer({ minimum: 1, description: 'In how many cells it is the answer.' }),
  },
  closed,
);
export type MapAnswer = Type.Static<typeof Answer>;

const Cell = Type.Object(
  {
    answer: Type.String({ description: 'The letter of the answer.' }),
    opinion: Optional(Type.Enum(['guide', 'fit'], { description: 'Which opinion decided; none where neither speaks.' })),
    differs: Type.Boolean({ description: 'Whether the answer is another than that to the workload itself.' }),
  },
  closed,
);
export type MapCell = Type.Static<typeof Cell>;

/** What is chosen for one place of the stack, for all that a workload could state of two factors. */
export const DecisionMapSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('DecisionMap'),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ description: 'The date that facts are judged by.' }),
    knowledge: Type.Object({ version: Str, digest: Str }, closed),
    workload: WorkloadSchema,
    place: Type.Object({ role: Str, item: Optional(Str), title: Str }, closed),
    x: Axis,
    y: Axis,
    own: Type.Object(
      { x: Type.Integer({ minimum: 0 }), y: Type.Integer({ minimum: 0 }) },
      { ...closed, description: 'The cell of the workload itself: the number of its column and of its row.' },
    ),
    answers: Type.Array(Answer, { minItems: 1 }),
    cells: Type.Array(Type.Array(Cell), { description: 'Row by row, as the steps of y; within a row as the steps of x.' }),
  },
  closed,
);
export type DecisionMap = Type.Static<typeof DecisionMapSchema>;
