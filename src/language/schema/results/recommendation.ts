import { FINDING_CODES } from '../../diagnostics/finding-codes.js';
import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, described, KnowledgeVersionSchema } from '../common.js';
import type { AnyRecommendation } from '../../../generated/documents.js';
import type { AnyVocabulary, BuiltinVocabulary } from '../vocabulary.js';
import { WorkloadSchema, type Workload } from '../workload.js';
import { explored } from './exploration.js';
import { OriginSchema, RobustnessSchema } from './fit.js';
import { RoleAnswerSchema } from './role-answer.js';

export type {
  AlternativeFinding,
  AnyRecommendation,
  Assumption,
  Chosen,
  EvaluatedDecision,
  EvidenceRow,
  Finding,
  FitRow,
  Input,
  Named,
  Origin,
  Robustness,
  Rival,
  RoleAnswer,
  Step,
} from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();

const InputSchema = Type.Object(
  {
    factor: Type.String({ description: 'The factor, as it is named in the workload.' }),
    of: Optional(
      Type.String({ description: 'The item that it is stated of: collection and name, such as `data/ledger`.' }),
    ),
    value: Type.Union([Str, Type.Number(), Type.Boolean(), Type.Array(Str), Type.Null()]),
    origin: OriginSchema,
    figure: Optional(
      Type.Object(
        { text: Str, value: Type.Number({ description: 'In the base unit.' }), unit: Str, dimension: Str },
        closed,
      ),
    ),
    title: Str,
    valueTitle: Str,
    source: Optional(Str),
  },
  {
    ...closed,
    title: 'Input',
    description: 'One factor that the decision took into account, with its value and origin.',
  },
);
const FindingSchema = Type.Object(
  {
    code: Type.Enum(FINDING_CODES, {
      title: 'FindingCode',
      description: 'The kind of finding; `whichstack explain CODE` describes it.',
    }),
    severity: Type.Enum(['error', 'warning', 'info']),
    message: Str,
    role: Optional(Str),
    technology: Optional(Str),
    source: Optional(Str),
    statements: Optional(Type.Array(Str, { description: 'The smallest set of statements that conflict.' })),
  },
  { ...closed, title: 'Finding', description: 'A warning or a note on the recommendation, or an error in it.' },
);

const ClaimRowSchema = Type.Object(
  {
    id: Str,
    title: Str,
    technology: Str,
    attribute: Str,
    figure: Str,
    source: Str,
    verdict: Type.Enum(['confirmed', 'conditional', 'unconfirmed', 'unsourced']),
    text: Type.String({ description: 'What the evidence states.' }),
    references: Type.Array(Type.Object({ id: Str, title: Str, url: Str, date: Optional(Str) }, closed)),
  },
  {
    ...closed,
    title: 'ClaimRow',
    description: 'A figure that the guide gives for a technology, compared with the evidence.',
  },
);

const RivalReasonSchema = Type.Enum(
  [
    'chosen',
    'omitted',
    'not-needed',
    'forbidden',
    'lacks-required',
    'family',
    'incompatible',
    'conflict',
    'required',
    'guide',
    'named-second',
    'rule-misses',
    'no-rule',
    'nearer-relative',
    'fails',
    'ranked',
    'tied',
  ],
  { title: 'RivalReason', description: 'The kind of reason against a rival, or that it is chosen.' },
);

const RivalSchema = Type.Object(
  {
    role: Str,
    name: Optional(Type.String({ description: 'The item, of a role that is filled for each.' })),
    id: Type.String({ description: 'The candidate, by its id.' }),
    title: Str,
    technologies: Type.Array(Str),
    place: Type.String({ description: 'The title of the place.' }),
    asked: Optional(
      Type.String({ description: 'What was asked about, as it was given; absent where a finding names the rival.' }),
    ),
    reasons: Type.Array(Type.Object({ code: RivalReasonSchema, message: Str }, closed), {
      description: 'In the order in which the decision came by them.',
    }),
    smallestChange: Optional(
      Type.Object(
        {
          found: described(Type.Boolean(), 'Whether a change was found.'),
          proven: described(
            Type.Boolean(),
            'Whether the search was complete: no other change is as small or smaller; where none was found, there is none.',
          ),
          text: Str,
        },
        {
          ...closed,
          title: 'SmallestChange',
          description:
            'With `--why-not`: the smallest changes that lead to what was asked about, in words. What the workload is, such as its scenario, stays.',
        },
      ),
    ),
    text: Type.String({ description: 'All reasons in one sentence.' }),
  },
  {
    ...closed,
    title: 'Rival',
    description: 'What is not chosen for a place though it was asked about, or a finding names it; and why not.',
  },
);

const CitedWorkSchema = Type.Object(
  {
    id: Str,
    title: Str,
    url: Str,
    date: Optional(Type.String({ description: 'When it was published or measured.' })),
    read: Optional(Type.String({ description: 'When it was read, of a work without a date.' })),
  },
  { ...closed, title: 'CitedWork', description: 'A work that the recommendation cites.' },
);

export const RecommendationSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Recommendation'),
    id: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the canonical decision, without this id and without texts.',
    }),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The date that the knowledge is judged by.' }),
    knowledge: KnowledgeVersionSchema,
    workload: WorkloadSchema,
    inputs: Type.Array(InputSchema),
    stack: Type.Record(Str, Type.Union([RoleAnswerSchema, Type.Array(RoleAnswerSchema)]), {
      description: 'By role: the answer, or a list of answers for a role that is filled for each item of a collection.',
    }),
    findings: Type.Array(FindingSchema, { description: 'The most important first.' }),
    tensions: Type.Array(
      Type.Object(
        {
          id: Str,
          title: Str,
          sides: Type.Array(Type.Object({ text: Str, source: Optional(Str) }, closed)),
          reading: Str,
        },
        { ...closed, title: 'TensionRow', description: 'A disagreement in the knowledge that this answer depends on.' },
      ),
    ),
    trends: Type.Array(
      Type.Object(
        { id: Str, title: Str, date: Str, source: Str, text: Str },
        { ...closed, title: 'TrendRow', description: 'A trend that bears on this answer.' },
      ),
    ),
    claims: Type.Array(ClaimRowSchema, {
      description: 'Figures that the guide gives for what it names, with what the evidence states.',
    }),
    rivals: Type.Array(RivalSchema, {
      description: 'Why not something else: what was asked about, then what findings name.',
    }),
    sources: Type.Array(CitedWorkSchema, { description: 'The works that are cited, by their ids.' }),
    exploration: Optional(
      Type.Object(
        { robustness: Type.Array(RobustnessSchema), ...explored },
        { ...closed, description: 'What would change the answer, on request.' },
      ),
    ),
  },
  {
    ...closed,
    title: 'AnyRecommendation',
    description: 'The answer to one workload, by any knowledge, whatever its roles.',
  },
);

/**
 * The answer to one workload: what is chosen for every role of the stack, and why. Its texts are in one language; its `id` is the same in every language.
 * `V` names the roles: by default those of the built-in knowledge.
 */
export interface Recommendation<V extends AnyVocabulary = BuiltinVocabulary> extends Omit<
  AnyRecommendation,
  'workload' | 'stack'
> {
  /** The workload as it was given. */
  workload: Workload<V>;
  /** The answers by role; a list for a role that is filled for each item of a collection, such as `storage` for each data need. */
  stack: V['stack'];
}
