import Type from 'typebox';
import { AGGREGATES, HIT_POLICIES, type Aggregate, type HitPolicy } from '../../outputs/hit-policies/registry.js';
import { ClauseSchema, IdSchema, TextSchema, closed, header } from '../common.js';
import { ConditionSchema } from './condition.js';

const AllOf = Type.Object({ allOf: Type.Array(IdSchema) }, closed);

/** What a rule answers: one outcome, all of several (none, when empty), or any of several. */
export const AnswerSchema = Type.Union([
  IdSchema,
  AllOf,
  Type.Object({ anyOf: Type.Array(Type.Union([IdSchema, AllOf]), { minItems: 2 }) }, closed),
]);
export type Answer = Type.Static<typeof AnswerSchema>;

/** An answer, or where the decision has several outputs, an answer for each of those that the rule speaks of. */
const Then = Type.Union([AnswerSchema, Type.Record(IdSchema, AnswerSchema)]);
export type Then = Answer | Readonly<Record<string, Answer>>;

/** Another decision: its id, with `.output` where it has several, or a slot that each scenario fills with a decision of its own. */
export const AskSchema = Type.Union([
  Type.String({ pattern: '^[a-z][a-zA-Z0-9-]*(\\.[a-z][a-zA-Z0-9-]*)?$' }),
  Type.Object({ scenario: IdSchema, output: Type.Optional(IdSchema) }, closed),
]);
export type Ask = Type.Static<typeof AskSchema>;

/** A figure that a source claims of a technology, to be held against evidence. */
const Figure = Type.Object(
  {
    technology: IdSchema,
    attribute: IdSchema,
    below: Type.Optional(Type.String()),
    atLeast: Type.Optional(Type.String()),
    note: Type.Optional(TextSchema),
  },
  closed,
);
export type Figure = Type.Static<typeof Figure>;

const spoken = {
  source: Type.Optional(ClauseSchema),
  title: Type.Optional(TextSchema),
  when: Type.Optional(ConditionSchema),
  then: Type.Optional(Then),
  ask: Type.Optional(AskSchema),
  alternatives: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that also serve, named second.' })),
  implementations: Type.Optional(Type.Array(IdSchema, { description: 'Typical implementations of the answer.' })),
  why: Type.Optional(TextSchema),
  figures: Type.Optional(Type.Array(Figure)),
};

export const RuleSchema = Type.Object({ id: Type.Optional(Type.String({ minLength: 1 })), ...spoken }, closed);
export type Rule = Type.Static<typeof RuleSchema> & {
  /** The package that added the rule to a table of another; the loader fills it in. */
  readonly package?: string;
};

const TreeSchema = Type.Cyclic(
  {
    Node: Type.Object({ ...spoken, branches: Type.Optional(Type.Array(Type.Ref('Node'), { minItems: 1 })) }, closed),
  },
  'Node',
);
export interface TreeNode extends Rule {
  readonly branches?: readonly TreeNode[];
}

const AggregateSchema = Type.Enum(AGGREGATES);

const TableSchema = Type.Object(
  {
    hitPolicy: Type.Enum(HIT_POLICIES),
    aggregate: Type.Optional(
      Type.Union([AggregateSchema, Type.Record(IdSchema, AggregateSchema)], {
        description: 'How `collect` combines the outputs of the rules that hit, for all outputs or for each.',
      }),
    ),
    rules: Type.Array(RuleSchema, { minItems: 1 }),
  },
  closed,
);
export interface Table {
  readonly hitPolicy: HitPolicy;
  readonly aggregate?: Aggregate | Readonly<Record<string, Aggregate>>;
  readonly rules: readonly Rule[];
}

/**
 * A plurality vote over the rules of a table: each rule that hits votes for its `ballot`, only what every hit rule admits in `within`
 * may win, and the winner's rules give their `elect` outputs, united. Several winners with equal votes are any-of.
 */
const VoteSchema = Type.Object({ table: IdSchema, ballot: IdSchema, within: IdSchema, elect: IdSchema }, closed);

const DecisionShape = Type.Object(
  {
    ...header('Decision'),
    description: Type.Optional(TextSchema),
    source: Type.Optional(ClauseSchema),
    each: Type.Optional(Type.String({ description: 'Decided for each item of this collection.' })),
    outputs: Type.Optional(Type.Array(IdSchema, { minItems: 1, description: 'The names of several answers given at once.' })),
    table: Type.Optional(TableSchema),
    tree: Type.Optional(TreeSchema),
    vote: Type.Optional(VoteSchema),
    extends: Type.Optional(
      Type.Object(
        { decision: IdSchema, at: Type.Enum(['start', 'end']), rules: Type.Array(RuleSchema, { minItems: 1 }) },
        { ...closed, description: 'An overlay adds these rules to the table of another decision.' },
      ),
    ),
  },
  closed,
);
/** A decision: a table, a tree or a vote. */
export const DecisionSchema = DecisionShape;
export type Decision = Omit<Type.Static<typeof DecisionShape>, 'tree' | 'table' | 'extends'> & {
  readonly table?: Table;
  readonly tree?: TreeNode;
  readonly extends?: { readonly decision: string; readonly at: 'start' | 'end'; readonly rules: readonly Rule[] };
};
