import Type from 'typebox';
import { ClauseSchema, IdSchema, TextSchema, closed, header } from '../common.js';
import { ConditionSchema } from './condition.js';
import { PROBLEMS } from '../../diagnostics/problem-codes.js';

/** A body of knowledge, and what an overlay takes away from the packages below it. */
export const PackageSchema = Type.Object(
  {
    ...header('Package'),
    version: Type.String({ minLength: 1 }),
    description: Type.Optional(TextSchema),
    collections: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: IdSchema,
            title: TextSchema,
            key: Type.String({ description: 'The factor that says what an item is; it may stand alone for the item.' }),
            impliedBy: Type.Optional(
              Type.Array(IdSchema, { description: 'Factors of the requirements that ask for an item by themselves when no item is stated.' }),
            ),
          },
          closed,
        ),
        { description: 'Lists that a workload states, each item with factors of its own.' },
      ),
    ),
    forbid: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that may not be chosen.' })),
    weights: Type.Optional(
      Type.Record(IdSchema, Type.Number({ minimum: 0 }), {
        description: 'Weights of criteria, in place of those that the criteria themselves and the packages below give.',
      }),
    ),
  },
  closed,
);
export type Package = Type.Static<typeof PackageSchema>;
export type Collection = NonNullable<Package['collections']>[number];

/** A place of the stack that one decision fills. */
export const RoleSchema = Type.Object(
  {
    ...header('Role'),
    order: Type.Integer({ minimum: 1, description: 'Its place in the stack as it is shown.' }),
    decision: Type.String({ description: 'The decision that fills it, with `.output` where that has several.' }),
    each: Type.Optional(Type.String({ description: 'Filled once for each item of this collection.' })),
narrowedBy: Type.Optional(Type.String({ description: 'A decision that says what is left where the one that fills the role is silent.' })),
    optional: Type.Optional(Type.Boolean({ description: 'Nothing chosen means that nothing is needed, not that the question is open.' })),
  },
  closed,
);
export type Role = Type.Static<typeof RoleSchema>;

const outcome = {
  summary: Type.Optional(TextSchema),
  role: Type.Optional(IdSchema),
  family: Type.Optional(IdSchema),
};

/** Something that a decision can answer. */
export const OutcomeSchema = Type.Object({ ...header('Outcome'), ...outcome }, closed);
export type Outcome = Type.Static<typeof OutcomeSchema>;

/** Outcomes of one role that can be run together, as one answer. */
export const CombinationSchema = Type.Object(
  { apiVersion: Type.Literal('whichstack/v1'), kind: Type.Literal('Combinations'), id: IdSchema, role: IdSchema, sets: Type.Array(Type.Array(IdSchema, { minItems: 1 }), { minItems: 1 }) },
  closed,
);
export type Combinations = Type.Static<typeof CombinationSchema>;

/** A business scenario: what it presets for the decisions, and which decisions are its own. */
export const ScenarioSchema = Type.Object(
  {
    ...header('Scenario'),
    summary: Type.Optional(TextSchema),
    source: ClauseSchema,
    presets: Type.Optional(ConditionSchema),
    typical: Type.Optional(Type.Record(IdSchema, Type.String(), { description: 'Levels typical of the scenario; no rule looks at them.' })),
    items: Type.Optional(
      Type.Record(IdSchema, Type.Array(Type.Record(IdSchema, Type.String()), { minItems: 1 }), {
        description: 'Items of a collection that it asks for when the workload states none.',
      }),
    ),
    decisions: Type.Optional(Type.Record(IdSchema, IdSchema, { description: 'The decisions that are its own, by slot.' })),
  },
  closed,
);
export type Scenario = Type.Static<typeof ScenarioSchema>;

/** A place that knowledge comes from, with its clauses. */
export const SourceSchema = Type.Object(
  {
    ...header('Source'),
    date: Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })),
    clauses: Type.Record(ClauseSchema, TextSchema, { description: 'What each clause speaks of, by its id.' }),
  },
  closed,
);
export type Source = Type.Static<typeof SourceSchema>;

/** When a remark touches an answer: one of these being true is enough. */
const Touches = Type.Array(
  Type.Object(
    {
      when: Type.Optional(ConditionSchema),
      sources: Type.Optional(Type.Array(ClauseSchema, { description: 'All of these clauses took part in the answer.' })),
      named: Type.Optional(Type.Array(IdSchema, { description: 'One of these outcomes is chosen, or is what the rules name.' })),
    },
    { ...closed, minProperties: 1 },
  ),
  { minItems: 1 },
);

/** A problem that the check of the knowledge may find: one of this kind, of which all that is named here is part. */
const AcknowledgementSchema = Type.Object(
  {
    problem: Type.Enum(PROBLEMS),
    decisions: Type.Optional(Type.Array(IdSchema, { minItems: 1 })),
    rules: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Rules, by their names or clauses.' })),
    scenario: Type.Optional(IdSchema),
    factor: Type.Optional(IdSchema),
    levels: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    technology: Type.Optional(IdSchema),
    criterion: Type.Optional(IdSchema),
    /** The inputs that are meant: those of the problem must lie within. */
    when: Type.Optional(ConditionSchema),
  },
  closed,
);
export type Acknowledgement = Type.Static<typeof AcknowledgementSchema>;

/** Two places of the knowledge that pull apart, shown whenever an answer stands on one of them. */
export const TensionSchema = Type.Object(
  {
    ...header('Tension'),
    sides: Type.Array(Type.Object({ text: TextSchema, source: Type.Optional(ClauseSchema) }, closed), { minItems: 2 }),
    reading: TextSchema,
    touches: Type.Optional(Touches),
    acknowledges: Type.Optional(
      Type.Array(AcknowledgementSchema, { minItems: 1, description: 'The problems that `check` finds and that are read so.' }),
    ),
  },
  closed,
);
export type Tension = Type.Static<typeof TensionSchema>;

/** Where the field is going. */
export const TrendSchema = Type.Object(
  { ...header('Trend'), date: Type.String({ pattern: '^\\d{4}-\\d{2}$' }), source: ClauseSchema, text: TextSchema, touches: Touches },
  closed,
);
export type Trend = Type.Static<typeof TrendSchema>;
