import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, described } from '../common.js';
import { ConfidenceSchema, FactKindSchema, RelationSchema } from '../knowledge/evidence.js';
import { AlsoNamedSchema } from './definition.js';
import { FitRowSchema, VerdictSchema } from './fit.js';
import { TitledSchema } from './role-answer.js';

export type { Comparison, FactRow, Freshness, Profile } from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();
const work = { source: Str, work: Str, url: Str };

const head = <K extends string>(kind: K) => ({
  apiVersion: Type.Literal(API_VERSION),
  kind: Type.Literal(kind),
  lang: Type.Enum(LANGS),
  asOf: Type.String({ description: 'The date that expiries are judged by.' }),
});

const FactRow = Type.Object(
  {
    attribute: Str,
    title: Str,
    value: Type.String({ description: 'As the knowledge writes it.' }),
    text: Str,
    scope: Optional(described(TitledSchema, 'What the figure counts.')),
    with: Optional(Type.Array(TitledSchema, { description: 'It is about combinations with all of these alone.' })),
    conditions: Optional(Str),
    kind: FactKindSchema,
    confidence: ConfidenceSchema,
    date: Optional(Str),
    read: Optional(described(Str, 'When its source was read, where nothing says when it was measured or published.')),
    stale: Type.Boolean({ description: 'Whether it is past its expiry; a figure of unknown age always is.' }),
    undated: Optional(Type.Literal(true, { description: 'A figure of which nothing says when it was measured.' })),
    derived: Type.Boolean(),
    ...work,
  },
  { ...closed, title: 'FactRow', description: 'A fact with the work that it is cited from, in one language.' },
);

export const ProfileSchema = Type.Object(
  {
    ...head('Profile'),
    id: Str,
    title: Str,
    summary: Str,
    role: TitledSchema,
    family: Optional(TitledSchema),
    facts: Type.Array(FactRow),
    lifecycle: Type.Array(
      Type.Object(
        {
          what: Str,
          released: Optional(Str),
          ends: Optional(Str),
          ended: Optional(Str),
          over: Type.Boolean(),
          instead: Optional(Str),
          ...work,
        },
        closed,
      ),
    ),
    needs: Type.Array(Type.Object({ text: Str, source: Optional(Str) }, closed)),
    hazards: Type.Array(Type.Object({ text: Str, ...work }, closed)),
    omits: Type.Array(
      Type.Object({ part: Type.Enum(['licence', 'lifecycle', 'needs', 'hazards']), text: Str }, closed),
      { description: 'Why parts of it are left out.' },
    ),
    compatibility: Type.Array(
      Type.Object({ relation: RelationSchema, title: Str, text: Str, source: Optional(Str) }, closed),
    ),
    alternatives: Type.Array(TitledSchema, { description: 'Maintained ones, where its own support is ending.' }),
    realises: Type.Array(TitledSchema),
    realisedBy: Type.Array(TitledSchema),
    runsOn: Type.Array(TitledSchema),
    namedBy: Type.Array(Type.Object({ source: Str, title: Str }, closed), {
      description: 'The clauses whose rules name it.',
    }),
    alsoNamed: Optional(AlsoNamedSchema),
  },
  { ...closed, title: 'Profile', description: 'All that is known of one technology, in one language.' },
);

export const ComparisonSchema = Type.Object(
  {
    ...head('Comparison'),
    technologies: Type.Array(
      Type.Object({ id: Str, title: Str, role: TitledSchema, family: Optional(TitledSchema), summary: Str }, closed),
    ),
    rows: Type.Array(
      Type.Object(
        {
          attribute: Str,
          title: Str,
          scope: Optional(described(TitledSchema, 'What all figures of the row count.')),
          criteria: Type.Array(TitledSchema, { description: 'The criteria that judge by it.' }),
          facts: Type.Array(Type.Array(FactRow), { description: 'By technology, in the order above.' }),
        },
        closed,
      ),
    ),
    fit: Optional(
      Type.Array(
        Type.Object(
          {
            role: Str,
            name: Optional(Str),
            title: Str,
            candidates: Type.Array(
              Type.Object(
                {
                  id: Str,
                  title: Str,
                  verdict: VerdictSchema,
                  score: Type.Number(),
                  rank: Type.Integer({ minimum: 1 }),
                  fit: Type.Array(FitRowSchema),
                  incompatible: Type.Array(Str, {
                    description: 'Why it cannot run in the environment that is stated.',
                  }),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
        { description: 'The fit of each with a workload, by the places of its stack that it could fill.' },
      ),
    ),
  },
  { ...closed, title: 'Comparison', description: 'Technologies side by side.' },
);

/** Of an entry that is there without the packages that a check is about. */
const inherited = Optional(
  Type.Literal(true, { description: 'Of a package below: it is there without the own packages too.' }),
);

export const FreshnessSchema = Type.Object(
  {
    ...head('Freshness'),
    stale: Type.Array(
      Type.Object(
        {
          technology: Str,
          title: Str,
          attribute: Str,
          attributeTitle: Str,
          value: Str,
          date: Str,
          until: Str,
          ...work,
          inherited,
        },
        closed,
      ),
      { description: 'Facts past their expiry.' },
    ),
    undated: Type.Array(
      Type.Object({ id: Str, title: Str, url: Str, cited: Type.Integer({ minimum: 0 }), inherited }, closed),
      { description: 'Sources without a date, and how many facts cite each.' },
    ),
    withoutLifecycle: Type.Array(Type.Object({ id: Str, title: Str, inherited }, closed), {
      description: 'Technologies of which no source states how long they are supported or whether they are maintained.',
    }),
    unsupported: Type.Array(
      Type.Object(
        {
          technology: Str,
          title: Str,
          attribute: Str,
          figure: Str,
          source: Str,
          verdict: Type.Enum(['unconfirmed', 'unsourced', 'unexamined']),
          text: Str,
          inherited,
        },
        closed,
      ),
      { description: "The guide's figures that no evidence supports." },
    ),
    facts: Type.Integer({ minimum: 0 }),
    sources: Type.Integer({ minimum: 0 }),
    technologies: Type.Integer({ minimum: 0 }),
  },
  {
    ...closed,
    title: 'Freshness',
    description: 'Facts past their expiry, sources without a date, and figures without evidence.',
  },
);
