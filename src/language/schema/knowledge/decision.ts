import Type from 'typebox';
import { AGGREGATES, HIT_POLICIES } from '../../outputs/hit-policies/registry.js';
import { ID_PATTERN } from '../../format.js';
import { ClauseSchema, IdSchema, TextSchema, byId, closed, described, header } from '../common.js';
import { ConditionSchema } from './condition.js';

export type {
  Answer,
  Ask,
  Decision,
  Figure,
  OutcomeOrder,
  OutputAnswer,
  Rule,
  Table,
  Then,
  TreeNode,
} from '../../../generated/documents.js';

const AllOf = Type.Object({ allOf: Type.Array(IdSchema) }, closed);

export const AnswerSchema = Type.Union(
  [IdSchema, AllOf, Type.Object({ anyOf: Type.Array(Type.Union([IdSchema, AllOf]), { minItems: 2 }) }, closed)],
  {
    title: 'Answer',
    description: 'What a rule answers: one outcome, all of several (none, when the list is empty), or any of several.',
  },
);

const OutputAnswerSchema = Type.Union([AnswerSchema, Type.String(), Type.Number()], {
  title: 'OutputAnswer',
  description: 'What a rule has for one output: an answer, a quantity such as `120ms`, or a text.',
});

const OutputNameSchema = Type.String({
  pattern: ID_PATTERN.replace('^', '^(?!(?:allOf|anyOf)$)'),
  description:
    'The name of an output: any id but `allOf` and `anyOf`, by which an answer would be taken for one of several outputs.',
});

const ThenSchema = Type.Union([AnswerSchema, Type.Record(OutputNameSchema, OutputAnswerSchema, closed)], {
  title: 'Then',
  description: 'An answer. Where the decision has several outputs: an answer for each output that the rule defines.',
});

const listedValues = {
  description: 'All values that a rule may have here, the one of the highest priority first.',
  minItems: 1,
};

const OutputTitle = Type.Optional(TextSchema);

const OutputDeclarationSchema = Type.Union(
  [
    Type.Object(
      {
        type: Type.Literal('outcome'),
        title: OutputTitle,
        values: Type.Optional(Type.Array(Type.Union([IdSchema, AllOf]), listedValues)),
      },
      closed,
    ),
    Type.Object(
      {
        type: Type.Literal('quantity'),
        title: OutputTitle,
        dimension: IdSchema,
        values: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]), listedValues)),
      },
      closed,
    ),
    Type.Object(
      {
        type: Type.Literal('text'),
        title: OutputTitle,
        values: Type.Optional(Type.Array(Type.String(), listedValues)),
      },
      closed,
    ),
  ],
  {
    title: 'DeclaredOutput',
    description: 'What an output of a decision is: outcomes, quantities of a dimension, or texts.',
  },
);

export const AskSchema = Type.Union(
  [
    Type.String({ pattern: '^[a-z][a-zA-Z0-9-]*(\\.[a-z][a-zA-Z0-9-]*)?$' }),
    Type.Object({ scenario: IdSchema, output: Type.Optional(IdSchema) }, closed),
  ],
  {
    title: 'Ask',
    description:
      'The decision that a rule delegates to: its id, with `.output` where it has several outputs, or a slot that each scenario fills with a decision of its own.',
  },
);

const FigureSchema = Type.Object(
  {
    technology: IdSchema,
    attribute: IdSchema,
    below: Type.Optional(Type.String()),
    atLeast: Type.Optional(Type.String()),
    note: Type.Optional(TextSchema),
  },
  {
    ...closed,
    title: 'Figure',
    description: 'A figure that a source states of a technology, to be compared with evidence.',
  },
);

const rule = {
  source: Type.Optional(ClauseSchema),
  title: Type.Optional(TextSchema),
  when: Type.Optional(ConditionSchema),
  then: Type.Optional(ThenSchema),
  ask: Type.Optional(AskSchema),
  alternatives: Type.Optional(Type.Array(IdSchema, { description: 'Outcomes that also serve, named second.' })),
  implementations: Type.Optional(Type.Array(IdSchema, { description: 'Typical implementations of the answer.' })),
  why: Type.Optional(TextSchema),
  figures: Type.Optional(Type.Array(FigureSchema)),
};

export const RuleSchema = Type.Object(
  { id: Type.Optional(Type.String({ minLength: 1 })), ...rule },
  { ...closed, title: 'Rule', description: 'A rule: when its condition holds, it answers or delegates to a decision.' },
);

const TreeSchema = Type.Cyclic(
  {
    Node: Type.Object(
      { ...rule, branches: Type.Optional(Type.Array(Type.Ref('Node'), { minItems: 1 })) },
      {
        ...closed,
        title: 'TreeNode',
        description: 'A node of a decision tree: a rule that its branches refine.',
      },
    ),
  },
  'Node',
);

const AggregateSchema = Type.Enum(AGGREGATES, {
  title: 'Aggregate',
  description: 'How `collect` combines the outputs of the rules that hit.',
});

const TableSchema = Type.Object(
  {
    hitPolicy: Type.Enum(HIT_POLICIES, {
      title: 'HitPolicy',
      description: 'Which of the rules that hit define the output.',
    }),
    aggregate: Type.Optional(
      Type.Union([AggregateSchema, byId(AggregateSchema)], {
        description: 'How `collect` combines the outputs of the rules that hit, for all outputs or for each.',
      }),
    ),
    rules: Type.Array(RuleSchema, { minItems: 1 }),
  },
  { ...closed, title: 'Table', description: 'A decision table.' },
);

const VoteSchema = Type.Object(
  { table: IdSchema, ballot: IdSchema, within: IdSchema, elect: IdSchema },
  {
    ...closed,
    title: 'Vote',
    description:
      'A plurality vote over the rules of a table. Each rule that hits votes for its `ballot`; only what every such rule admits in `within` may win; the `elect` outputs of the rules that voted for the winner are united. Several winners with equally many votes are any-of.',
  },
);

const OrderSchema = Type.Object(
  {
    output: Type.Optional(described(IdSchema, 'The output that is ordered, where the decision has several.')),
    outcomes: Type.Optional(
      Type.Array(IdSchema, {
        minItems: 2,
        description: 'Every outcome that the decision answers, the lowest first. Figures need no list.',
      }),
    ),
    rises: Type.Optional(
      Type.Array(IdSchema, {
        minItems: 1,
        description: 'Factors of which a higher value never gets a lower answer.',
      }),
    ),
    falls: Type.Optional(
      Type.Array(IdSchema, {
        minItems: 1,
        description: 'Factors of which a higher value never gets a higher answer.',
      }),
    ),
  },
  {
    ...closed,
    title: 'OutcomeOrder',
    description: 'The order of the answers, and the factors that they rise or fall with; `check` proves it.',
  },
);

export const DecisionSchema = Type.Object(
  {
    ...header('Decision'),
    description: Type.Optional(TextSchema),
    source: Type.Optional(ClauseSchema),
    each: Type.Optional(Type.String({ description: 'Decided for each item of this collection.' })),
    outputs: Type.Optional(
      Type.Union(
        [
          Type.Array(OutputNameSchema, { minItems: 1 }),
          Type.Record(OutputNameSchema, OutputDeclarationSchema, { ...closed, minProperties: 1 }),
        ],
        {
          description:
            'The names of its outputs, where it has several; or what each of them is. What only has a name is outcomes.',
        },
      ),
    ),
    order: Type.Optional(OrderSchema),
    table: Type.Optional(TableSchema),
    tree: Type.Optional(TreeSchema),
    vote: Type.Optional(VoteSchema),
    extends: Type.Optional(
      Type.Object(
        { decision: IdSchema, at: Type.Enum(['start', 'end']), rules: Type.Array(RuleSchema, { minItems: 1 }) },
        {
          ...closed,
          title: 'TableExtension',
          description: 'An overlay adds these rules to the table of another decision.',
        },
      ),
    ),
  },
  { ...closed, title: 'Decision', description: 'A decision: a table, a tree or a vote.' },
);
