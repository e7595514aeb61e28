import Type from 'typebox';
import { API_VERSION, LANGS } from '../format.js';
import { closed } from './common.js';
import { WorkloadSchema } from './workload.js';

const Optional = Type.Optional;
const Str = Type.String();

/** One outcome, or several that belong together. */
const Named = Type.Union([Str, Type.Object({ allOf: Type.Array(Str) }, closed)]);
export type Named = Type.Static<typeof Named>;

const Input = Type.Object(
  {
    factor: Type.String({ description: 'The factor, as it is named in the workload.' }),
    of: Optional(Type.String({ description: 'The item it speaks of: collection and name, such as `data/ledger`.' })),
    value: Type.Union([Str, Type.Number(), Type.Boolean(), Type.Array(Str), Type.Null()]),
    origin: Type.Enum(['stated', 'figure', 'scenario', 'typical']),
    figure: Optional(
      Type.Object({ text: Str, value: Type.Number({ description: 'In the base unit.' }), unit: Str, dimension: Str }, closed),
    ),
    title: Str,
    valueTitle: Str,
    source: Optional(Str),
  },
  closed,
);
export type Input = Type.Static<typeof Input>;
export type Origin = Input['origin'];

const Chosen = Type.Object(
  { id: Str, title: Str, by: Optional(Str), runsOn: Optional(Type.Array(Type.Object({ id: Str, title: Str }, closed))) },
  closed,
);
export type Chosen = Type.Static<typeof Chosen>;

const Step = Type.Object(
  {
    decision: Str,
    title: Str,
    source: Optional(Str),
    because: Type.Array(Type.Object({ factor: Str, test: Str, text: Str }, closed)),
    outcome: Optional(Type.Array(Named)),
    outcomeText: Optional(Str),
    reason: Optional(Str),
    package: Type.String({ description: 'The knowledge package that the rule is from.' }),
  },
  closed,
);
/** A rule that had a say in the answer. */
export type Step = Type.Static<typeof Step>;

const Asked = Type.Object(
  {
    decision: Str,
    title: Str,
    hits: Type.Array(Type.Object({ rule: Str, source: Optional(Str), outcome: Type.Array(Named) }, closed)),
    misses: Type.Array(
      Type.Object(
        {
          rule: Str,
          source: Optional(Str),
          factor: Str,
          test: Str,
          saw: Type.Union([Str, Type.Number(), Type.Boolean(), Type.Array(Str), Type.Null()], {
            description: 'The value of the factor, or null where none is stated.',
          }),
          text: Str,
        },
        closed,
      ),
    ),
    outcome: Type.Union([Type.Array(Named), Type.Null()], { description: 'Any of these; null where the decision is silent.' }),
  },
  closed,
);
/** A decision that was asked, the rules that hit, and for each that did not, the first test that failed. */
export type Asked = Type.Static<typeof Asked>;

const RoleAnswer = Type.Object(
  {
    role: Str,
    title: Str,
    name: Optional(Str),
    need: Optional(Str),
    family: Optional(Str),
    familyTitle: Optional(Str),
    opinion: Optional(Type.Enum(['guide', 'fit'])),
    needed: Type.Boolean({ description: 'False where nothing is chosen because nothing is needed.' }),
    chosen: Type.Array(Chosen),
    guide: Type.Object(
      { rules: Type.Array(Str), allOf: Optional(Type.Array(Str)), anyOf: Optional(Type.Array(Named)) },
      closed,
    ),
    alternatives: Type.Array(
      Type.Object(
        {
          id: Str,
          title: Str,
          technologies: Type.Array(Str),
          origin: Type.Enum(['any-of', 'alternative', 'implementation']),
          rank: Type.Integer({ minimum: 1 }),
          score: Optional(Type.Number()),
        },
        closed,
      ),
    ),
    rejected: Type.Array(
      Type.Object({ id: Str, reasons: Type.Array(Type.Object({ code: Str, message: Str }, closed)) }, closed),
    ),
    open: Type.Array(
      Type.Object({ factor: Str,
          of: Optional(Str), title: Str, changes: Type.Array(Type.Object({ value: Type.Union([Str, Type.Boolean()]), valueTitle: Str, chosen: Type.Array(Str), text: Str }, closed)) }, closed),
      { description: 'Factors that are not stated and that would change what is chosen, each by itself.' },
    ),
    why: Type.Array(Step),
    trace: Optional(Type.Array(Asked)),
  },
  closed,
);
export type RoleAnswer = Type.Static<typeof RoleAnswer>;

const Finding = Type.Object(
  {
    code: Str,
    severity: Type.Enum(['error', 'warning', 'info']),
    message: Str,
    role: Optional(Str),
    technology: Optional(Str),
    source: Optional(Str),
    statements: Optional(Type.Array(Str, { description: 'The smallest set of statements that clash.' })),
  },
  closed,
);
export type Finding = Type.Static<typeof Finding>;

const Remark = {
  id: Str,
  title: Str,
};

/** The answer to one workload. Its texts are in one language; its `id` does not depend on which. */
export const RecommendationSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Recommendation'),
    id: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical decision, without this id and without texts.' }),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The date that the knowledge is judged by.' }),
    knowledge: Type.Object({ version: Str, digest: Str }, closed),
    workload: WorkloadSchema,
    inputs: Type.Array(Input),
    stack: Type.Record(Str, Type.Union([RoleAnswer, Type.Array(RoleAnswer)])),
    findings: Type.Array(Finding),
    tensions: Type.Array(
      Type.Object(
        { ...Remark, sides: Type.Array(Type.Object({ text: Str, source: Optional(Str) }, closed)), reading: Str },
        closed,
      ),
    ),
    trends: Type.Array(Type.Object({ ...Remark, date: Str, source: Str, text: Str }, closed)),
  },
  closed,
);
export type Recommendation = Omit<Type.Static<typeof RecommendationSchema>, 'stack'> & {
  stack: Record<string, RoleAnswer | RoleAnswer[]>;
};
