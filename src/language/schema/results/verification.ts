import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed } from '../common.js';
import { FreshnessSchema } from './profile.js';

const Optional = Type.Optional;
const Str = Type.String();
const Stated = Type.Record(Str, Type.Unknown());

const Position = { line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) };
/** A stretch of a file. Lines and columns count from 1, columns in UTF-16 units; `end` is the first place behind it. */
const PlaceSchema = Type.Object({ file: Str, ...Position, end: Type.Object(Position, closed) }, closed);
export type ProblemPlace = Type.Static<typeof PlaceSchema>;

/** Something that is wrong with the knowledge. */
const ProblemSchema = Type.Object(
  {
    code: Type.String({ description: 'The kind of problem, such as `gap`; the guide to writing knowledge lists them.' }),
    severity: Type.Enum(['error', 'warning', 'note']),
    message: Str,
    decision: Optional(Type.String({ description: 'The decision, with `.output` where it has several.' })),
    other: Optional(Type.String({ description: 'What it contradicts.' })),
    rules: Type.Array(Type.Object({ rule: Str, source: Optional(Str), package: Str }, closed), {
      description: 'The rules in question, the one to look at first.',
    }),
    scenario: Optional(Str),
    factor: Optional(Str),
    levels: Optional(Type.Array(Str)),
    technology: Optional(Str),
    criterion: Optional(Str),
    where: Type.Array(Str, { description: 'The inputs for which it is so, in few boxes, each in words.' }),
    boxes: Type.Integer({ minimum: 0, description: 'How many boxes there are; `where` lists no more than a hundred.' }),
    witness: Optional(
      Type.Object(
        {
          requirements: Optional(Stated),
          environment: Optional(Stated),
          stated: Type.Unsafe<Readonly<Record<string, unknown>>>({ type: 'object', description: 'The same for the decision by itself.' }),
          text: Str,
        },
        { ...closed, description: 'One such input.' },
      ),
    ),
    says: Optional(Type.Array(Str, { description: 'What each side answers there.' })),
    unproven: Optional(
      Type.Array(Str, { description: 'Of `inconclusive`: the kinds of problem that were not looked for to the end.' }),
    ),
    place: Optional(PlaceSchema),
    related: Optional(Type.Array(PlaceSchema, { description: 'Where the other rules are that have part in it.' })),
    acknowledged: Optional(
      Type.Object({ tension: Str, reading: Str }, { ...closed, description: 'The tension that tells how it is read.' }),
    ),
  },
  closed,
);
export type ProblemReport = Type.Static<typeof ProblemSchema>;

const QuestionCountSchema = Type.Object(
  {
    exact: Type.Boolean({ description: 'Whether it is worked out; else it is counted over some interviews.' }),
    interviews: Optional(Type.Integer({ minimum: 1, description: 'How many interviews were held to count.' })),
    proven: Optional(
      Type.Integer({ minimum: 0, description: 'In how many of these it was proven in the end that no other reply changes what is chosen.' }),
    ),
    expected: Type.Number({ minimum: 0, description: 'The expected number of questions; where interviews were held, their mean, an estimate.' }),
    most: Type.Integer({ minimum: 0, description: 'The most that it takes; where interviews were held, the most that one of these took.' }),
    inOrder: Type.Number({ minimum: 0, description: 'The number of questions when every factor is asked in order.' }),
  },
  { ...closed, description: 'How many questions an interview takes that begins with nothing.' },
);
export type QuestionCount = Type.Static<typeof QuestionCountSchema>;

/** What is proven of some knowledge. */
export const VerificationSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Verification'),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ description: 'The date that facts are judged by.' }),
    knowledge: Type.Object({ version: Str, digest: Str }, closed),
    decisions: Type.Integer({ minimum: 0 }),
    rules: Type.Integer({ minimum: 0 }),
    problems: Type.Array(ProblemSchema),
    counts: Type.Object(
      {
        error: Type.Integer({ minimum: 0 }),
        warning: Type.Integer({ minimum: 0 }),
        note: Type.Integer({ minimum: 0 }),
        acknowledged: Type.Integer({ minimum: 0 }),
      },
      { ...closed, description: 'Problems that are not acknowledged, by severity, and those that are.' },
    ),
    questions: Optional(QuestionCountSchema),
    freshness: FreshnessSchema,
  },
  closed,
);
export type Verification = Type.Static<typeof VerificationSchema>;
