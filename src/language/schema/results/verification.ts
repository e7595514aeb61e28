import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, described, KnowledgeVersionSchema } from '../common.js';
import { FreshnessSchema } from './profile.js';

export type { ProblemPlace, ProblemReport, QuestionCount, Verification } from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();
const Statements = Type.Record(Str, Type.Unknown());

const position = { line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) };

const PlaceSchema = Type.Object(
  { file: Str, ...position, end: Type.Object(position, closed) },
  {
    ...closed,
    title: 'ProblemPlace',
    description:
      'A stretch of a file. Lines and columns count from 1, columns in UTF-16 units; `end` is the first place after it.',
  },
);

export const LocationSchema = Type.Object(
  { file: Str, ...position },
  { ...closed, title: 'Location', description: 'A place in a file of the knowledge.' },
);

const ProblemSchema = Type.Object(
  {
    code: Type.String({
      description: 'The kind of problem, such as `gap`; the guide to writing knowledge lists them.',
    }),
    severity: Type.Enum(['error', 'warning', 'note']),
    message: Str,
    package: Type.String({ description: 'The package of the document or rule where it is best mended.' }),
    inherited: Optional(
      Type.Literal(true, {
        description: 'A problem of a package below, which is there without the own packages too; it is not counted.',
      }),
    ),
    decision: Optional(Type.String({ description: 'The decision, with `.output` where it has several.' })),
    other: Optional(Type.String({ description: 'What it contradicts.' })),
    rules: Type.Array(Type.Object({ rule: Str, source: Optional(Str), package: Str }, closed), {
      description: 'The rules in question, the most important first.',
    }),
    scenario: Optional(Str),
    factor: Optional(Str),
    levels: Optional(Type.Array(Str)),
    technology: Optional(Str),
    criterion: Optional(Str),
    source: Optional(described(Str, 'The work of the bibliography that it is about.')),
    where: Type.Array(Str, { description: 'The inputs for which it holds, in few boxes, each in words.' }),
    boxes: Type.Integer({ minimum: 0, description: 'How many boxes there are; `where` lists no more than a hundred.' }),
    witness: Optional(
      Type.Object(
        {
          requirements: Optional(Statements),
          environment: Optional(Statements),
          stated: Type.Unsafe<Readonly<Record<string, unknown>>>({
            type: 'object',
            description: 'The same input for the decision by itself.',
          }),
          text: Str,
        },
        { ...closed, title: 'Witness', description: 'One input for which a problem occurs.' },
      ),
    ),
    says: Optional(Type.Array(Str, { description: 'What each side answers there.' })),
    unproven: Optional(
      Type.Array(Str, { description: 'Of `inconclusive`: the kinds of problem whose search was not completed.' }),
    ),
    place: Optional(PlaceSchema),
    related: Optional(Type.Array(PlaceSchema, { description: 'The places of the other rules that take part in it.' })),
    acknowledged: Optional(
      Type.Object(
        { tension: Str, reading: Str },
        { ...closed, description: 'The tension that acknowledges it, and its reading.' },
      ),
    ),
  },
  { ...closed, title: 'ProblemReport', description: 'Something that is wrong with the knowledge.' },
);

const QuestionCountSchema = Type.Object(
  {
    exact: Type.Boolean({ description: 'Whether it is computed; else it is counted over some interviews.' }),
    interviews: Optional(Type.Integer({ minimum: 1, description: 'How many interviews were held to count.' })),
    proven: Optional(
      Type.Integer({
        minimum: 0,
        description: 'In how many of these it was proven in the end that no other reply changes what is chosen.',
      }),
    ),
    expected: Type.Number({
      minimum: 0,
      description: 'The expected number of questions; where interviews were held, their mean, an estimate.',
    }),
    most: Type.Integer({
      minimum: 0,
      description:
        'No interview takes more questions; where this is not computed, it is a bound and need not be reached.',
    }),
    inOrder: Type.Number({
      minimum: 0,
      description: 'The number of questions when every factor is asked in order.',
    }),
  },
  {
    ...closed,
    title: 'QuestionCount',
    description: 'How many questions an interview takes that begins with nothing stated.',
  },
);

export const VerificationSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Verification'),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ description: 'The date that facts are judged by.' }),
    knowledge: KnowledgeVersionSchema,
    own: Type.Array(Str, {
      description: 'The packages that the check is about, each laid over those before it; without packages below, all.',
    }),
    decisions: Type.Integer({ minimum: 0 }),
    rules: Type.Integer({ minimum: 0 }),
    problems: Type.Array(ProblemSchema),
    counts: Type.Object(
      {
        error: Type.Integer({ minimum: 0 }),
        warning: Type.Integer({ minimum: 0 }),
        note: Type.Integer({ minimum: 0 }),
        acknowledged: Type.Integer({ minimum: 0 }),
        inherited: Type.Integer({ minimum: 0 }),
      },
      {
        ...closed,
        description:
          'Problems that are neither acknowledged nor inherited, by severity; those that are acknowledged; those that are inherited, acknowledged or not.',
      },
    ),
    questions: Optional(QuestionCountSchema),
    freshness: FreshnessSchema,
  },
  { ...closed, title: 'Verification', description: 'What is proven of some knowledge.' },
);
