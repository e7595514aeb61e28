import Type from 'typebox';
import { closed, described } from '../common.js';
import { ConfidenceSchema, FactKindSchema } from '../knowledge/evidence.js';

const Optional = Type.Optional;
const Str = Type.String();

export const OriginSchema = Type.Enum(['stated', 'figure', 'scenario', 'typical'], {
  title: 'Origin',
  description:
    'Where an input comes from: `stated` by the workload; derived from a stated `figure`; preset by the `scenario`; or `typical` of the scenario, which no rule tests.',
});
export const VerdictSchema = Type.Enum(['meets', 'conditional', 'unknown', 'fails'], {
  title: 'VerdictName',
  description:
    'Whether the evidence meets a requirement, from the best to the worst: it does, it does under conditions, nobody knows, it does not.',
});

const EvidenceRowSchema = Type.Object(
  {
    technology: Str,
    attribute: Str,
    value: Type.String({ description: 'What the source states, as the knowledge writes it.' }),
    kind: FactKindSchema,
    confidence: ConfidenceSchema,
    date: Optional(Str),
    deciding: Type.Boolean({ description: 'Whether it is first in precedence, and so decides the verdict.' }),
    applies: Type.Enum(['yes', 'unknown', 'no'], {
      description: 'Whether the conditions that it was measured under hold here.',
    }),
    stale: Optional(Type.Literal(true)),
    derived: Optional(Type.Literal(true)),
    text: Optional(Type.String({ description: 'The conditions that it was measured or stated under.' })),
    source: Type.String({ description: 'The work, by its id in the bibliography.' }),
    title: Str,
    url: Str,
  },
  { ...closed, title: 'EvidenceRow', description: 'A fact that bears on a requirement.' },
);

export const FitRowSchema = Type.Object(
  {
    combination: Str,
    technology: Type.String({ description: 'The member whose evidence decides.' }),
    criterion: Str,
    title: Str,
    required: Str,
    requiredText: Str,
    origin: Optional(described(OriginSchema, 'Absent for what is always required.')),
    found: Type.Union([Str, Type.Null()]),
    foundText: Optional(Str),
    verdict: VerdictSchema,
    doubts: Type.Array(
      Type.Enum([
        'conditions',
        'partly',
        'conflict',
        'stale',
        'undated',
        'low-confidence',
        'part-only',
        'bound-only',
        'vendor-claim',
        'no-limit-known',
      ]),
    ),
    margin: Optional(
      Type.Number({
        description: 'The reserve at the worse end, relative to what is required; negative when it is missed.',
      }),
    ),
    text: Type.String({ description: 'What a conditional verdict depends on, and how to measure what is unknown.' }),
    evidence: Type.Array(EvidenceRowSchema),
  },
  { ...closed, title: 'FitRow', description: 'The evidence on a combination and one requirement.' },
);
const ContenderSchema = Type.Object(
  {
    id: Str,
    title: Str,
    share: Type.Number({
      description: 'The share of all weightings, to four places; 0 and 1 are certain, all else is sampled.',
    }),
  },
  { ...closed, title: 'Contender', description: 'A combination, and under how much of all weightings it comes first.' },
);

const ShiftSchema = Type.Object(
  { criterion: Str, title: Str, before: Type.Number(), weight: Type.Number() },
  {
    ...closed,
    title: 'WeightShift',
    description: 'The weight of a criterion now (`before`) and at the turning point.',
  },
);

export const RobustnessSchema = Type.Object(
  {
    role: Str,
    name: Optional(Str),
    winner: ContenderSchema,
    chosen: Optional(ContenderSchema),
    guide: Optional(ContenderSchema),
    error: Type.Number({ description: 'The largest error of the shares.' }),
    contenders: Type.Integer({
      description:
        'How many combinations, with what realises them, share the verdict of the winner; only they can come first.',
    }),
    turning: Optional(
      Type.Object(
        {
          rival: Str,
          title: Str,
          weights: Type.Record(Str, Type.Number()),
          distance: Type.Number(),
          gains: Type.Array(ShiftSchema, {
            description: 'The criteria that weigh more there than now, the largest gain first.',
          }),
          losses: Type.Array(ShiftSchema, {
            description: 'The criteria that weigh less there than now, the largest loss first.',
          }),
        },
        { ...closed, description: 'The nearest weighting under which another is as good.' },
      ),
    ),
  },
  {
    ...closed,
    title: 'Robustness',
    description: 'Under how much of all weightings the winner of a role stays first.',
  },
);
