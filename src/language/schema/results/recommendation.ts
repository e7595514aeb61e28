import Type from 'typebox';
import { API_VERSION, FACT_KINDS, LANGS } from '../../format.js';
import { closed } from '../common.js';
import { explored } from './exploration.js';
import { WorkloadSchema } from '../workload.js';

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

/** From the best to the worst. */
const Verdict = Type.Enum(['meets', 'conditional', 'unknown', 'fails']);

const Evidence = Type.Object(
  {
    technology: Str,
    attribute: Str,
    value: Type.String({ description: 'What the source says, as the knowledge writes it.' }),
    kind: Type.Enum(FACT_KINDS),
    confidence: Type.Enum(['high', 'medium', 'low']),
    date: Optional(Str),
    deciding: Type.Boolean({ description: 'Whether it is first in precedence, and so decides the verdict.' }),
    applies: Type.Enum(['yes', 'unknown', 'no'], { description: 'Whether what it was measured under holds here.' }),
    stale: Optional(Type.Literal(true)),
    derived: Optional(Type.Literal(true)),
    text: Optional(Type.String({ description: 'What it was measured or stated under.' })),
    source: Type.String({ description: 'The work, by its id in the bibliography.' }),
    title: Str,
    url: Str,
  },
  closed,
);
/** A fact that bears on a requirement. */
export type EvidenceRow = Type.Static<typeof Evidence>;

export const FitRowSchema = Type.Object(
  {
    combination: Str,
    technology: Type.String({ description: 'The member whose evidence decides.' }),
    criterion: Str,
    title: Str,
    required: Str,
    requiredText: Str,
    origin: Optional(Type.Enum(['stated', 'figure', 'scenario', 'typical'], { description: 'None for what is always required.' })),
    found: Type.Union([Str, Type.Null()]),
    foundText: Optional(Str),
    verdict: Verdict,
    doubts: Type.Array(Type.Enum(['conditions', 'partly', 'conflict', 'stale', 'low-confidence'])),
    margin: Optional(Type.Number({ description: 'Room to spare at the worse end, relative to what is required; negative when it is missed.' })),
    text: Type.String({ description: 'What a conditional verdict depends on, and how to measure what is unknown.' }),
    evidence: Type.Array(Evidence),
  },
  closed,
);
/** What the evidence says of a combination and one requirement. */
export type FitRow = Type.Static<typeof FitRowSchema>;

/** Whether the rules name it, and as what, or only the facts. */
const Unchosen = Type.Enum(['any-of', 'alternative', 'implementation', 'fit']);

const Chosen = Type.Object(
  { id: Str, title: Str, by: Optional(Str), byTitle: Optional(Str), runsOn: Optional(Type.Array(Type.Object({ id: Str, title: Str }, closed))) },
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

const Traced = {
  rule: Str,
  source: Optional(Str),
  package: Type.String({ description: 'The knowledge package that the rule is from.' }),
};
const EvaluatedDecisionSchema = Type.Object(
  {
    decision: Str,
    title: Str,
    hits: Type.Array(Type.Object({ ...Traced, outcome: Type.Array(Named) }, closed)),
    misses: Type.Array(
      Type.Object(
        {
          ...Traced,
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
export type EvaluatedDecision = Type.Static<typeof EvaluatedDecisionSchema>;

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
    verdict: Optional(Verdict),
    score: Optional(Type.Number({ description: 'Distance of what is chosen from the ideal, 0 to 1, by the worse end of what is known.' })),
    rank: Optional(Type.Integer({ minimum: 1, description: 'Its place when the facts rank everything that can run in this role.' })),
    fitBest: Type.Array(Chosen, { description: 'The combination that the facts rank first.' }),
    weights: Type.Record(Str, Type.Number(), { description: 'The share of each criterion in the score.' }),
    fit: Type.Array(FitRowSchema),
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
          by: Optional(Str),
          origin: Unchosen,
          rank: Type.Integer({ minimum: 1 }),
          verdict: Verdict,
          score: Type.Number(),
          scores: Type.Record(Str, Type.Number(), { description: 'Distance from the ideal by criterion, 0 to 1.' }),
        },
        closed,
      ),
    ),
    rejected: Type.Array(
      Type.Object({ id: Str, origin: Unchosen, reasons: Type.Array(Type.Object({ code: Str, message: Str }, closed)) }, closed),
    ),
    open: Type.Array(
      Type.Object({ factor: Str,
          of: Optional(Str), title: Str, changes: Type.Array(Type.Object({ value: Type.Union([Str, Type.Boolean()]), valueTitle: Str, chosen: Type.Array(Str), text: Str }, closed)) }, closed),
      { description: 'Factors that are not stated and that would change what is chosen, each by itself.' },
    ),
    why: Type.Array(Step),
    trace: Optional(Type.Array(EvaluatedDecisionSchema)),
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

const Claim = Type.Object(
  {
    ...Remark,
    technology: Str,
    attribute: Str,
    figure: Str,
    source: Str,
    verdict: Type.Enum(['confirmed', 'conditional', 'unconfirmed', 'unsourced']),
    text: Type.String({ description: 'What the evidence says of it.' }),
    references: Type.Array(Type.Object({ id: Str, title: Str, url: Str, date: Optional(Str) }, closed)),
  },
  closed,
);

const Contender = Type.Object(
  {
    id: Str,
    title: Str,
    share: Type.Number({ description: 'To four places; 0 and 1 stand only for what is certain, not for what is sampled.' }),
  },
  closed,
);

const Shift = Type.Object({ criterion: Str, title: Str, before: Type.Number(), weight: Type.Number() }, closed);

const Robustness = Type.Object(
  {
    role: Str,
    name: Optional(Str),
    winner: Contender,
    chosen: Optional(Contender),
    guide: Optional(Contender),
    error: Type.Number({ description: 'How far the shares may still be off.' }),
    contenders: Type.Integer({ description: 'How many combinations, with what realises them, share the verdict of the winner; only they can come first.' }),
    turning: Optional(
      Type.Object(
        {
          rival: Str,
          title: Str,
          weights: Type.Record(Str, Type.Number()),
          distance: Type.Number(),
          gains: Type.Array(Shift, { description: 'The criteria that weigh more there than now, what gains most first.' }),
          losses: Type.Array(Shift, { description: 'The criteria that weigh less there than now, what loses most first.' }),
        },
        { ...closed, description: 'The nearest weighting under which another is as good.' },
      ),
    ),
  },
  closed,
);
/** Under how much of all weightings the winner of a role stays first. */
export type Robustness = Type.Static<typeof Robustness>;

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
    claims: Type.Array(Claim, { description: 'Figures that the guide gives for what it names, with what the evidence says of them.' }),
    exploration: Optional(Type.Object({ robustness: Type.Array(Robustness), ...explored }, closed)),
  },
  closed,
);
export type Recommendation = Omit<Type.Static<typeof RecommendationSchema>, 'stack'> & {
  stack: Record<string, RoleAnswer | RoleAnswer[]>;
};
