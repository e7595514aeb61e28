import Type from 'typebox';
import { FACT_KINDS } from '../../format.js';
import {
  ClauseSchema,
  DateSchema,
  IdSchema,
  MAX_WEIGHT,
  TextSchema,
  byId,
  closed,
  described,
  header,
} from '../common.js';
import { ConditionSchema, ScalarSchema } from './condition.js';

export type { Attribute, Compatibility, Criterion, Fact, Reference } from '../../../generated/documents.js';

const ReferenceSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, description: 'The title of the work, in the language of the work.' }),
    url: Type.String({ pattern: '^https?://\\S+$' }),
    date: Type.Optional(
      described(DateSchema, 'When the work was published, or last changed in what it states. Never when it was read.'),
    ),
    read: Type.Optional(
      described(DateSchema, 'When a work that is kept up to date was read, or the date of the snapshot that was read.'),
    ),
    version: Type.Optional(
      Type.String({ minLength: 1, description: 'What the work states about its own age or edition.' }),
    ),
  },
  { ...closed, title: 'Reference', description: 'One work of a bibliography.' },
);

export const BibliographySchema = Type.Object(
  { ...header('Bibliography'), entries: byId(ReferenceSchema) },
  { ...closed, title: 'Bibliography', description: 'Works that facts are cited from, each by an id of its own.' },
);

const attribute = {
  ...header('Attribute'),
  measure: Type.Optional(described(TextSchema, 'How to measure it where no source gives it.')),
  validFor: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Months after its date at which a fact on it counts as stale.' }),
  ),
};

const AttributeLevel = Type.Object(
  { id: IdSchema, title: TextSchema, sameAs: Type.Optional(IdSchema) },
  { ...closed, title: 'AttributeLevel', description: 'A level of an ordinal attribute.' },
);

const AttributeValue = Type.Object(
  { id: IdSchema, title: TextSchema },
  { ...closed, title: 'AttributeValue', description: 'A member that the set of an attribute may have.' },
);

const AttributeScope = Type.Object(
  { id: IdSchema, title: TextSchema },
  { ...closed, title: 'AttributeScope', description: 'A part of a whole that a figure can be about.' },
);

export const AttributeSchema = Type.Union(
  [
    Type.Object(
      {
        ...attribute,
        type: Type.Literal('quantity'),
        dimension: IdSchema,
        scopes: Type.Optional(
          Type.Array(AttributeScope, {
            minItems: 2,
            description:
              'What a figure counts, from the least to the most: each scope includes those before it. Figures of different scopes are not compared.',
          }),
        ),
      },
      { ...closed, title: 'QuantityAttribute', description: 'An attribute that is a figure with a unit.' },
    ),
    Type.Object(
      {
        ...attribute,
        type: Type.Literal('ordinal'),
        levels: Type.Array(AttributeLevel, {
          minItems: 2,
          description: 'From the least to the most; `sameAs` gives a level the rank of an earlier one.',
        }),
      },
      { ...closed, title: 'OrdinalAttribute', description: 'An attribute with levels in an order.' },
    ),
    Type.Object(
      { ...attribute, type: Type.Literal('set'), values: Type.Array(AttributeValue, { minItems: 1 }) },
      { ...closed, title: 'SetAttribute', description: 'An attribute that has any number of members.' },
    ),
    Type.Object(
      { ...attribute, type: Type.Literal('name') },
      { ...closed, title: 'NameAttribute', description: 'An attribute that is a name.' },
    ),
    Type.Object(
      { ...attribute, type: Type.Literal('flag') },
      { ...closed, title: 'FlagAttribute', description: 'An attribute that is yes or no.' },
    ),
    Type.Object(
      { ...attribute, type: Type.Literal('text') },
      { ...closed, title: 'TextAttribute', description: 'An attribute that is a text for readers.' },
    ),
  ],
  { title: 'Attribute', description: 'Something that facts can state of a technology.' },
);

const Figure = Type.Union([Type.String(), Type.Number()]);

export const FactKindSchema = Type.Enum(FACT_KINDS, {
  title: 'FactKind',
  description: 'What kind of source a fact is from.',
});

export const ConfidenceSchema = Type.Enum(['high', 'medium', 'low'], {
  title: 'Confidence',
  description: 'How far a fact can be relied on.',
});

export const FactSchema = Type.Object(
  {
    attribute: IdSchema,
    value: Type.Optional(ScalarSchema),
    values: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    atMost: Type.Optional(Figure),
    atLeast: Type.Optional(Figure),
    between: Type.Optional(Type.Array(Figure, { minItems: 2, maxItems: 2 })),
    text: Type.Optional(TextSchema),
    scope: Type.Optional(described(IdSchema, 'What the figure counts: a scope of the attribute.')),
    with: Type.Optional(
      Type.Array(IdSchema, {
        minItems: 1,
        description: 'It is about combinations of the technology with all of these, and says nothing of others.',
      }),
    ),
    conditions: Type.Optional(described(TextSchema, 'The conditions that it was measured or stated under.')),
    when: Type.Optional(ConditionSchema),
    kind: FactKindSchema,
    confidence: ConfidenceSchema,
    derived: Type.Optional(Type.Boolean({ description: 'Computed by us from what the source states.' })),
    date: Type.Optional(described(DateSchema, 'When it was measured; without it, the date of the work counts.')),
    expires: Type.Optional(DateSchema),
    source: IdSchema,
  },
  {
    ...closed,
    title: 'Fact',
    description:
      'One thing that a source states of a technology, by exactly one of `value`, `values`, `atMost`, `atLeast`, `between` and `text`.',
  },
);

export const EvidenceSchema = Type.Object(
  { ...header('Evidence'), technology: IdSchema, facts: Type.Array(FactSchema, { minItems: 1 }) },
  {
    ...closed,
    title: 'Evidence',
    description:
      'Facts on a technology in addition to those of its own document, such as measurements on machines of your own.',
  },
);

export const ClaimSchema = Type.Object(
  {
    ...header('Claim'),
    source: ClauseSchema,
    technology: IdSchema,
    attribute: IdSchema,
    atLeast: Type.Optional(Figure),
    atMost: Type.Optional(Figure),
    below: Type.Optional(Figure),
    above: Type.Optional(Figure),
    verdict: Type.Enum(['confirmed', 'conditional', 'unconfirmed', 'unsourced']),
    evidence: TextSchema,
    references: Type.Array(IdSchema),
  },
  { ...closed, title: 'Claim', description: 'The verdict of the evidence on a figure that a rule gives.' },
);

const Demand = Type.Union([ScalarSchema, Type.Array(ScalarSchema, { minItems: 1 })]);

export const CriterionSchema = Type.Object(
  {
    ...header('Criterion'),
    roles: Type.Array(IdSchema, { minItems: 1 }),
    attributes: Type.Optional(
      Type.Array(IdSchema, { minItems: 1, description: 'The attributes that it judges by; all of them count.' }),
    ),
    presentIn: Type.Optional(
      Type.String({ description: 'Instead of attributes: a set factor that a candidate may be a member of.' }),
    ),
    contains: Type.Optional(
      Type.Boolean({
        description: 'Instead of attributes: the demand is a technology that the combination must contain or include.',
      }),
    ),
    factor: Type.Optional(Type.String({ description: 'The factor that states what is required.' })),
    demands: Type.Optional(
      Type.Record(Type.String(), Demand, {
        description: 'What each level or value of the factor demands of the attributes. A figure demands itself.',
      }),
    ),
    always: Type.Optional(Demand),
    unless: Type.Optional(described(ConditionSchema, 'Where this is known to hold, it demands nothing.')),
    filter: Type.Optional(
      Type.Boolean({ description: 'What fails it is no candidate of the facts, however well it does otherwise.' }),
    ),
    restricts: Type.Optional(
      Type.Boolean({ description: 'It restricts what is chosen for a role, and does not ask for the role itself.' }),
    ),
    breaksTies: Type.Optional(
      Type.Boolean({
        description: 'It demands nothing and is not scored: it orders what the facts do not tell apart.',
      }),
    ),
    scope: Type.Optional(described(IdSchema, 'The scope of the attribute that the demand is about.')),
    scopeWith: Type.Optional(
      byId(IdSchema, {
        description: 'By technology: the scope that the demand is about in combinations that contain it.',
      }),
    ),
    onlyKnown: Type.Optional(
      Type.Boolean({
        description:
          'A candidate of which nothing is known is not judged: the attribute is a limit that most candidates do not have.',
      }),
    ),
    unlimited: Type.Optional(
      Type.Object(
        { attribute: IdSchema, level: ScalarSchema },
        {
          ...closed,
          description:
            'Where no figure decides on a candidate that has this level, it has no known limit, and the verdict is conditional.',
        },
      ),
    ),
    better: Type.Enum(['higher', 'lower']),
    members: Type.Enum(['lead', 'best', 'worst', 'whole'], {
      description:
        'Which member of a combination is judged: the one named first, the best, the worst, or all as one whole.',
    }),
    bounds: Type.Optional(
      Type.Array(Figure, {
        minItems: 2,
        maxItems: 2,
        description: 'The fixed ends of the scale that it is scored on; without them, it is not scored.',
      }),
    ),
    scale: Type.Optional(Type.Enum(['linear', 'log'])),
    weight: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: MAX_WEIGHT })),
    source: Type.Optional(ClauseSchema),
  },
  { ...closed, title: 'Criterion', description: 'What candidates are compared with and ranked by.' },
);

export const RelationSchema = Type.Enum(['requires', 'excludes', 'pointless-with', 'needs-condition'], {
  title: 'Relation',
  description: 'How technologies bear on one another.',
});

export const CompatibilitySchema = Type.Object(
  {
    ...header('Compatibility'),
    relation: RelationSchema,
    of: Type.Array(IdSchema, { minItems: 1, description: 'The technologies that it holds for, each by itself.' }),
    with: Type.Optional(
      Type.Array(IdSchema, {
        minItems: 1,
        description: 'What each of them excludes, has no point with, or sets conditions with: each of these.',
      }),
    ),
    anyOf: Type.Optional(Type.Array(IdSchema, { minItems: 1, description: 'What is required: one of these.' })),
    that: Type.Optional(ConditionSchema),
    when: Type.Optional(ConditionSchema),
    unless: Type.Optional(ConditionSchema),
    text: TextSchema,
    source: Type.Optional(IdSchema),
  },
  { ...closed, title: 'Compatibility', description: 'What runs with what, and under which conditions.' },
);
