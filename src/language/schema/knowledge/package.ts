import Type from 'typebox';
import { PROBLEM_CODES } from '../../diagnostics/problem-codes.js';
import { API_VERSION, LANGS } from '../../format.js';
import {
  AliasesSchema,
  ClauseSchema,
  DateSchema,
  IdSchema,
  ImpliesSchema,
  MAX_WEIGHT,
  TextSchema,
  byId,
  closed,
  described,
  header,
} from '../common.js';
import { ConditionSchema } from './condition.js';

export type {
  Acknowledgement,
  Advisory,
  Collection,
  Outcome,
  Package,
  Role,
  Scenario,
  Tension,
  Trend,
} from '../../../generated/documents.js';

const CollectionSchema = Type.Object(
  {
    id: IdSchema,
    title: TextSchema,
    key: Type.String({ description: 'The factor that identifies an item; its value alone may stand for the item.' }),
    impliedBy: Type.Optional(
      Type.Array(IdSchema, {
        description: 'Factors of the requirements that imply an item when no item is stated.',
      }),
    ),
    emptyImplies: Type.Optional(described(ImpliesSchema, 'What an empty list says of the workload in other words.')),
  },
  { ...closed, title: 'Collection', description: 'A list that a workload states; each item has factors of its own.' },
);

export const PackageSchema = Type.Object(
  {
    ...header('Package'),
    version: Type.String({ minLength: 1 }),
    languages: Type.Optional(
      Type.Array(Type.Enum(LANGS), {
        minItems: 1,
        description:
          'The languages that its texts are written in; a text that names no language is in the first. Without it, they are those of its title.',
      }),
    ),
    description: Type.Optional(TextSchema),
    reviewed: Type.Optional(described(DateSchema, 'When its facts and dates were last compared with their sources.')),
    collections: Type.Optional(
      Type.Array(CollectionSchema, { description: 'Lists that a workload states, each item with factors of its own.' }),
    ),
    forbid: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that may not be chosen.' })),
    weights: Type.Optional(
      byId(Type.Number({ minimum: 0, maximum: MAX_WEIGHT }), {
        description: 'Weights of criteria; they replace those of the criteria themselves and of the packages below.',
      }),
    ),
  },
  {
    ...closed,
    title: 'Package',
    description: 'A package of knowledge, and what an overlay takes away from the packages below it.',
  },
);

export const RoleSchema = Type.Object(
  {
    ...header('Role'),
    order: Type.Integer({ minimum: 1, description: 'Its position in the stack as it is shown.' }),
    decision: Type.String({ description: 'The decision that fills it, with `.output` where that has several.' }),
    each: Type.Optional(Type.String({ description: 'Filled once for each item of this collection.' })),
    narrowedBy: Type.Optional(
      Type.String({
        description: 'A decision that returns what is still possible where the one that fills the role has no result.',
      }),
    ),
    optional: Type.Optional(
      Type.Boolean({ description: 'Nothing chosen means that nothing is needed, not that the question is open.' }),
    ),
  },
  { ...closed, title: 'Role', description: 'A place of the stack that one decision fills.' },
);

export const OutcomeSchema = Type.Object(
  {
    ...header('Outcome'),
    aliases: Type.Optional(AliasesSchema),
    summary: Type.Optional(TextSchema),
    role: Type.Optional(IdSchema),
    family: Type.Optional(IdSchema),
  },
  { ...closed, title: 'Outcome', description: 'Something that a decision can return.' },
);

export const CombinationSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Combinations'),
    id: IdSchema,
    role: IdSchema,
    sets: Type.Array(Type.Array(IdSchema, { minItems: 1 }), { minItems: 1 }),
  },
  { ...closed, title: 'Combinations', description: 'Outcomes of one role that can run jointly, as one answer.' },
);

export const ScenarioSchema = Type.Object(
  {
    ...header('Scenario'),
    aliases: Type.Optional(AliasesSchema),
    summary: Type.Optional(TextSchema),
    source: ClauseSchema,
    presets: Type.Optional(ConditionSchema),
    typical: Type.Optional(byId(Type.String(), { description: 'Levels typical of the scenario; no rule tests them.' })),
    items: Type.Optional(
      byId(Type.Array(byId(Type.String()), { minItems: 1 }), {
        description: 'Items of a collection that it implies when the workload states none.',
      }),
    ),
    decisions: Type.Optional(byId(IdSchema, { description: 'The decisions that are its own, by slot.' })),
  },
  {
    ...closed,
    title: 'Scenario',
    description: 'A business scenario: what it presets for the decisions, and which decisions are its own.',
  },
);

export const SourceSchema = Type.Object(
  {
    ...header('Source'),
    date: Type.Optional(DateSchema),
    clauses: Type.Record(ClauseSchema, TextSchema, {
      ...closed,
      description: 'The subject of each clause, by its id.',
    }),
  },
  { ...closed, title: 'Source', description: 'A place that knowledge comes from, with its clauses.' },
);

const RelevanceSchema = Type.Object(
  {
    when: Type.Optional(ConditionSchema),
    sources: Type.Optional(Type.Array(ClauseSchema, { description: 'All of these clauses took part in the answer.' })),
    named: Type.Optional(
      Type.Array(IdSchema, { description: 'One of these outcomes is chosen, or the rules name it.' }),
    ),
  },
  {
    ...closed,
    minProperties: 1,
    title: 'Relevance',
    description: 'When a remark is relevant to an answer: all that is given here holds.',
  },
);

const Touches = Type.Array(RelevanceSchema, { minItems: 1 });

const AcknowledgementSchema = Type.Object(
  {
    problem: Type.Enum(PROBLEM_CODES, { title: 'ProblemCode', description: 'A kind of problem that `check` reports.' }),
    decisions: Type.Optional(Type.Array(IdSchema, { minItems: 1 })),
    rules: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Rules, by their names or clauses.' })),
    scenario: Type.Optional(IdSchema),
    factor: Type.Optional(IdSchema),
    levels: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    technology: Type.Optional(IdSchema),
    criterion: Type.Optional(IdSchema),
    source: Type.Optional(described(IdSchema, 'A work of a bibliography.')),
    when: Type.Optional(
      described(ConditionSchema, 'The inputs that are meant: those of the problem must lie within these.'),
    ),
  },
  {
    ...closed,
    title: 'Acknowledgement',
    description: 'A problem that `check` may report: one of this kind that involves all that is named here.',
  },
);

const Side = Type.Object(
  { text: TextSchema, source: Type.Optional(ClauseSchema) },
  { ...closed, title: 'TensionSide', description: 'One side of a tension.' },
);

export const TensionSchema = Type.Object(
  {
    ...header('Tension'),
    sides: Type.Array(Side, { minItems: 2 }),
    reading: TextSchema,
    touches: Type.Optional(Touches),
    acknowledges: Type.Optional(
      Type.Array(AcknowledgementSchema, {
        minItems: 1,
        description: 'The problems of `check` that this reading explains.',
      }),
    ),
  },
  {
    ...closed,
    title: 'Tension',
    description: 'Two places of the knowledge that disagree; shown whenever an answer depends on one of them.',
  },
);

export const TrendSchema = Type.Object(
  {
    ...header('Trend'),
    date: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
    source: ClauseSchema,
    text: TextSchema,
    touches: Touches,
  },
  { ...closed, title: 'Trend', description: 'A direction in which the field develops.' },
);

export const AdvisorySchema = Type.Object(
  {
    ...header('Advisory'),
    text: TextSchema,
    when: ConditionSchema,
    unless: Type.Optional(described(ConditionSchema, 'Where this is known to hold, it is not reported.')),
    source: Type.Optional(described(IdSchema, 'An entry of a bibliography.')),
    severity: Type.Enum(['warning', 'info']),
  },
  {
    ...closed,
    title: 'Advisory',
    description: 'A finding about the workload, not about a technology; reported where `when` is known to hold.',
  },
);
