import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, KnowledgeVersionSchema } from '../common.js';
import { WorkloadSchema } from '../workload.js';
import { PlaceStatusSchema } from './what-if.js';

export type { DecisionMap, MapAnswer, MapAxis, MapCell, MapStep } from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();

const End = Type.Object(
  {
    text: Str,
    figure: Type.Number({ description: 'In the base unit.' }),
    included: Type.Boolean({ description: 'Whether this very figure still belongs to the step.' }),
  },
  { ...closed, title: 'MapRangeEnd', description: 'An end of a range of figures.' },
);

const reply = {
  value: Type.Union([Str, Type.Boolean(), Type.Array(Str), Type.Null()], {
    description: 'What a workload states to be in this step; null states nothing. Of a range of figures, one of them.',
  }),
  title: Str,
};

const Step = Type.Object(
  {
    ...reply,
    also: Type.Array(Type.Object(reply, closed), {
      description: 'Other values of a long list, such as that of scenarios, that make the same row or column.',
    }),
    range: Optional(
      Type.Object(
        { low: Optional(End), high: Optional(End) },
        { ...closed, description: 'The figures of this step; unbounded where it has no end.' },
      ),
    ),
  },
  { ...closed, title: 'MapStep', description: 'One row or column of a decision map.' },
);

const Axis = Type.Object(
  {
    key: Type.String({
      description: 'The factor and where it is stated: `requirements/security`, `data/ledger/iops`.',
    }),
    factor: Str,
    of: Optional(Type.String({ description: 'The item that it is stated of, such as `data/ledger`.' })),
    title: Str,
    steps: Type.Array(Step, { minItems: 1 }),
    without: Type.Array(Type.Object({ id: Str, title: Str }, closed), {
      description: 'Members of a set that change nothing on this map, and therefore have no step.',
    }),
  },
  { ...closed, title: 'MapAxis', description: 'A factor that spans a decision map, with its steps.' },
);

const Answer = Type.Object(
  {
    letter: Type.String({ description: 'Its letter in the cells; `A` is the answer to the workload itself.' }),
    standing: PlaceStatusSchema,
    chosen: Type.Array(
      Type.Object(
        {
          id: Str,
          title: Str,
          by: Optional(Type.String({ description: 'What realises it, where it is an interface.' })),
        },
        closed,
      ),
      { description: 'One runnable combination, all of these jointly.' },
    ),
    title: Str,
    cells: Type.Integer({ minimum: 1, description: 'In how many cells it is the answer.' }),
  },
  { ...closed, title: 'MapAnswer', description: 'An answer on a decision map, with its letter.' },
);

const Cell = Type.Object(
  {
    answer: Type.String({ description: 'The letter of the answer.' }),
    opinion: Optional(
      Type.Enum(['guide', 'fit'], { description: 'Which opinion decided; absent where neither has a result.' }),
    ),
    differs: Type.Boolean({ description: 'Whether the answer differs from that to the workload itself.' }),
  },
  { ...closed, title: 'MapCell', description: 'The answer for one step of each axis.' },
);

export const DecisionMapSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('DecisionMap'),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ description: 'The date that facts are judged by.' }),
    knowledge: KnowledgeVersionSchema,
    workload: WorkloadSchema,
    place: Type.Object({ role: Str, item: Optional(Str), title: Str }, closed),
    x: Axis,
    y: Axis,
    own: Type.Object(
      { x: Type.Integer({ minimum: 0 }), y: Type.Integer({ minimum: 0 }) },
      { ...closed, description: 'The cell of the workload itself: the number of its column and of its row.' },
    ),
    answers: Type.Array(Answer, { minItems: 1 }),
    cells: Type.Array(Type.Array(Cell), {
      description: 'Row by row, as the steps of y; within a row as the steps of x.',
    }),
  },
  {
    ...closed,
    title: 'DecisionMap',
    description:
      'What is chosen for one place of the stack, for everything that a workload could state of two factors.',
  },
);
