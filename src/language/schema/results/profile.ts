import Type from 'typebox';
import { API_VERSION, FACT_KINDS, LANGS } from '../../format.js';
import { closed } from '../common.js';
import { FitRowSchema } from './recommendation.js';

const Optional = Type.Optional;
const Str = Type.String();
const Entry = Type.Object({ id: Str, title: Str }, closed);
const Work = { source: Str, work: Str, url: Str };

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
    value: Type.String({ description: 'As the knowledge writes it, without words.' }),
    text: Str,
    conditions: Optional(Str),
    kind: Type.Enum(FACT_KINDS),
    confidence: Type.Enum(['high', 'medium', 'low']),
    date: Optional(Str),
    stale: Type.Boolean(),
    derived: Type.Boolean(),
    ...Work,
  },
  closed,
);
/** A fact with the work it is cited from, in one language. */
export type FactRow = Type.Static<typeof FactRow>;

/** All that is known of one technology, in one language. */
export const ProfileSchema = Type.Object(
  {
    ...head('Profile'),
    id: Str,
    title: Str,
    summary: Str,
    role: Entry,
    family: Optional(Entry),
    facts: Type.Array(FactRow),
    lifecycle: Type.Array(
      Type.Object(
        { what: Str, released: Optional(Str), ends: Optional(Str), ended: Optional(Str), over: Type.Boolean(), instead: Optional(Str), ...Work },
        closed,
      ),
    ),
    needs: Type.Array(Type.Object({ text: Str, source: Optional(Str) }, closed)),
    hazards: Type.Array(Type.Object({ text: Str, ...Work }, closed)),
    compatibility: Type.Array(
      Type.Object({ relation: Type.Enum(['requires', 'excludes', 'pointless-with', 'needs-condition']), title: Str, text: Str, source: Optional(Str) }, closed),
    ),
    alternatives: Type.Array(Entry, { description: 'Maintained ones, where its own life is ending.' }),
    realises: Type.Array(Entry),
    realisedBy: Type.Array(Entry),
    runsOn: Type.Array(Entry),
    namedBy: Type.Array(Type.Object({ source: Str, title: Str }, closed), { description: 'The clauses whose rules name it.' }),
  },
  closed,
);
export type Profile = Type.Static<typeof ProfileSchema>;

/** Technologies side by side. */
export const ComparisonSchema = Type.Object(
  {
    ...head('Comparison'),
    technologies: Type.Array(Type.Object({ id: Str, title: Str, role: Entry, family: Optional(Entry), summary: Str }, closed)),
    rows: Type.Array(
      Type.Object(
        {
          attribute: Str,
          title: Str,
          criteria: Type.Array(Entry, { description: 'The criteria that look at it.' }),
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
                  verdict: Type.Enum(['meets', 'conditional', 'unknown', 'fails']),
                  score: Type.Number(),
                  rank: Type.Integer({ minimum: 1 }),
                  fit: Type.Array(FitRowSchema),
                  incompatible: Type.Array(Str, { description: 'Why it cannot run in the environment that is stated.' }),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
        { description: 'How each fares with a workload, by the places of its stack that it could fill.' },
      ),
    ),
  },
  closed,
);
export type Comparison = Type.Static<typeof ComparisonSchema>;

/** What of the knowledge has grown old or was never shown. */
export const FreshnessSchema = Type.Object(
  {
    ...head('Freshness'),
    stale: Type.Array(
      Type.Object({ technology: Str, title: Str, attribute: Str, attributeTitle: Str, value: Str, date: Str, until: Str, ...Work }, closed),
      { description: 'Facts past their expiry.' },
    ),
    undated: Type.Array(Type.Object({ id: Str, title: Str, url: Str, cited: Type.Integer({ minimum: 0 }) }, closed), {
      description: 'Sources without a date, and how many facts rest on each.',
    }),
    withoutLifecycle: Type.Array(Entry, { description: 'Technologies of which no source says how long they live or whether they are kept up.' }),
    unsupported: Type.Array(
      Type.Object({ technology: Str, title: Str, attribute: Str, figure: Str, source: Str, verdict: Type.Enum(['unconfirmed', 'unsourced', 'unexamined']), text: Str }, closed),
      { description: "The guide's figures that no evidence supports." },
    ),
    facts: Type.Integer({ minimum: 0 }),
    sources: Type.Integer({ minimum: 0 }),
    technologies: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type Freshness = Type.Static<typeof FreshnessSchema>;
