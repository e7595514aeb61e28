import Type from 'typebox';
import { FACT_KINDS } from '../../format.js';
import { ClauseSchema, DateSchema, IdSchema, TextSchema, closed, header } from '../common.js';
import { ConditionSchema } from './condition.js';

/** Works that facts are cited from, each by an id of its own. */
export const BibliographySchema = Type.Object(
  {
    ...header('Bibliography'),
    entries: Type.Record(
      IdSchema,
      Type.Object(
        {
          title: Type.String({ minLength: 1, description: 'The title of the work, in the language of the work.' }),
          url: Type.String({ pattern: '^https?://\\S+$' }),
          date: Type.Optional(DateSchema),
          version: Type.Optional(Type.String({ minLength: 1, description: 'What the work says of its own age or edition.' })),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Bibliography = Type.Static<typeof BibliographySchema>;
/** One work of a bibliography. */
export type Reference = Bibliography['entries'][string];

const attribute = {
  ...header('Attribute'),
  measure: Type.Optional(Type.Object(TextSchema.properties, { ...closed, description: 'How to measure it where no source gives it.' })),
  validFor: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Months after its date at which a fact on it counts as stale.' }),
  ),
};
const Titled = Type.Object({ id: IdSchema, title: TextSchema }, closed);

/** Something that facts can say of a technology. */
export const AttributeSchema = Type.Union([
  Type.Object({ ...attribute, type: Type.Literal('quantity'), dimension: IdSchema }, closed),
  Type.Object(
    {
      ...attribute,
      type: Type.Literal('ordinal'),
      levels: Type.Array(
        Type.Object(
          {
            id: IdSchema,
            title: TextSchema,
            sameAs: Type.Optional(IdSchema),
          },
          closed,
        ),
        { minItems: 2, description: 'From the least to the most; `sameAs` puts a level beside an earlier one.' },
      ),
    },
    closed,
  ),
  Type.Object({ ...attribute, type: Type.Literal('set'), values: Type.Array(Titled, { minItems: 1 }) }, closed),
  Type.Object({ ...attribute, type: Type.Literal('name') }, closed),
  Type.Object({ ...attribute, type: Type.Literal('flag') }, closed),
  Type.Object({ ...attribute, type: Type.Literal('text') }, closed),
]);
export type Attribute = Type.Static<typeof AttributeSchema>;

const Figure = Type.Union([Type.String(), Type.Number()]);

/** One thing that a source says of a technology. Exactly one of value, values, atMost, atLeast, between and text says what. */
export const FactSchema = Type.Object(
  {
    attribute: IdSchema,
    value: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    values: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    atMost: Type.Optional(Figure),
    atLeast: Type.Optional(Figure),
    between: Type.Optional(Type.Array(Figure, { minItems: 2, maxItems: 2 })),
    text: Type.Optional(TextSchema),
    conditions: Type.Optional(Type.Object(TextSchema.properties, { ...closed, description: 'What it was measured or stated under.' })),
    when: Type.Optional(ConditionSchema),
    kind: Type.Enum(FACT_KINDS),
    confidence: Type.Enum(['high', 'medium', 'low']),
    derived: Type.Optional(Type.Boolean({ description: 'Worked out by us from what the source says.' })),
    date: Type.Optional(DateSchema),
    expires: Type.Optional(DateSchema),
    source: IdSchema,
  },
  closed,
);
export type Fact = Type.Static<typeof FactSchema>;

/** Facts on a technology beside those of its own document: measured on machines of one's own, say. */
export const EvidenceSchema = Type.Object({ ...header('Evidence'), technology: IdSchema, facts: Type.Array(FactSchema, { minItems: 1 }) }, closed);
export type Evidence = Type.Static<typeof EvidenceSchema>;

/** What the evidence says of a figure that a rule gives. */
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
  closed,
);
export type Claim = Type.Static<typeof ClaimSchema>;

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const Demand = Type.Union([Scalar, Type.Array(Scalar, { minItems: 1 })]);

/** What candidates are held against and ranked by. */
export const CriterionSchema = Type.Object(
  {
    ...header('Criterion'),
    roles: Type.Array(IdSchema, { minItems: 1 }),
    attributes: Type.Optional(Type.Array(IdSchema, { minItems: 1, description: 'The attributes looked at; all of them bear.' })),
    presentIn: Type.Optional(Type.String({ description: 'Instead of attributes: a set factor that a candidate may stand in.' })),
    contains: Type.Optional(
      Type.Boolean({ description: 'Instead of attributes: the demand is a technology that the combination must hold or bring.' }),
    ),
    factor: Type.Optional(Type.String({ description: 'The factor that states what is required.' })),
    demands: Type.Optional(
      Type.Record(Type.String(), Demand, {
        description: 'What each level or value of the factor demands of the attributes. A figure demands itself.',
      }),
    ),
    always: Type.Optional(Demand),
    onlyKnown: Type.Optional(
      Type.Boolean({ description: 'Where nothing is known of a candidate, nothing is asked of it: the attribute is a limit that most do not have.' }),
    ),
    better: Type.Enum(['higher', 'lower']),
    members: Type.Enum(['lead', 'best', 'worst'], {
      description: 'Which member of a combination speaks for it: the one named first, the best or the worst.',
    }),
    bounds: Type.Optional(
      Type.Array(Figure, { minItems: 2, maxItems: 2, description: 'The fixed ends of the scale that scores are taken on; without them, it is not scored.' }),
    ),
    scale: Type.Optional(Type.Enum(['linear', 'log'])),
    weight: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    source: Type.Optional(ClauseSchema),
  },
  closed,
);
export type Criterion = Type.Static<typeof CriterionSchema>;

/** What runs with what, and under which conditions. */
export const CompatibilitySchema = Type.Object(
  {
    ...header('Compatibility'),
    relation: Type.Enum(['requires', 'excludes', 'pointless-with', 'needs-condition']),
    of: Type.Array(IdSchema, { minItems: 1, description: 'It speaks of each of these.' }),
    with: Type.Optional(Type.Array(IdSchema, { minItems: 1, description: 'What it excludes, has no point beside, or sets conditions beside: each of these.' })),
    anyOf: Type.Optional(Type.Array(IdSchema, { minItems: 1, description: 'What is required: one of these.' })),
    that: Type.Optional(ConditionSchema),
    when: Type.Optional(ConditionSchema),
    unless: Type.Optional(ConditionSchema),
    text: TextSchema,
    source: Type.Optional(IdSchema),
  },
  closed,
);
export type Compatibility = Type.Static<typeof CompatibilitySchema>;
