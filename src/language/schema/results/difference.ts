import Type from 'typebox';
import { API_VERSION, ASPECTS, LANGS } from '../../format.js';
import { closed } from '../common.js';

const Optional = Type.Optional;
const Str = Type.String();
const Count = Type.Integer({ minimum: 0 });
const Version = Type.Object({ version: Str, digest: Str }, closed);
const Place = Type.Object({ file: Str, line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) }, closed);

/** What of the knowledge is not as it was, as the cause of a difference. */
const CauseSchema = Type.Object(
  {
    change: Type.Enum(['added', 'removed', 'changed']),
    kind: Type.String({ description: 'The kind of the document that it stands in.' }),
    id: Str,
    at: Type.String({ description: 'Where it stands there, such as `table.rules`, `tree`, `facts` or `weights.isolation`; empty for the document itself.' }),
    package: Str,
    rule: Optional(Str),
    source: Optional(Type.String({ description: 'The clause of a rule, the source of a fact.' })),
    before: Optional(Type.Unknown({ description: 'What was written.' })),
    after: Optional(Type.Unknown({ description: 'What is written now.' })),
    text: Type.String({ description: 'All of it in words.' }),
    place: Optional(Place),
    was: Optional(Type.Object(Place.properties, { ...closed, description: 'Where it stood before.' })),
  },
  closed,
);
export type Cause = Type.Static<typeof CauseSchema>;

const BecauseSchema = Type.Object(
  {
    proof: Type.Enum(['minimal', 'enough', 'none'], {
      description:
        '`minimal`: with all of these undone the old answer stands again, and with less undone it does not; `enough`: with these undone it stands, fewer were not proven; `none`: what changed and bears on it.',
    }),
    changes: Type.Array(CauseSchema),
  },
  closed,
);
export type Because = Type.Static<typeof BecauseSchema>;

const Outcome = Type.Object({ id: Str, title: Str, by: Optional(Str), byTitle: Optional(Str) }, closed);
const SideSchema = Type.Object(
  {
    chosen: Type.Array(Outcome),
    text: Type.String({ description: 'What is chosen, or why nothing is, in words.' }),
    needed: Type.Boolean({ description: 'False where nothing is chosen because nothing is needed.' }),
    opinion: Optional(Type.Enum(['guide', 'fit'])),
    guide: Type.Object(
      {
        rules: Type.Array(Str),
        answer: Type.Union([Type.Array(Type.Array(Str)), Type.Null()], { description: 'Any of these combinations; null where the guide is silent.' }),
        text: Str,
      },
      closed,
    ),
    verdict: Optional(Type.Enum(['meets', 'conditional', 'unknown', 'fails'])),
    fitBest: Type.Array(Outcome, { description: 'The combination that the facts rank first.' }),
    fitBestText: Optional(Str),
  },
  closed,
);
export type DifferenceSide = Type.Static<typeof SideSchema>;

export type Aspect = (typeof ASPECTS)[number];

const RoleSchema = Type.Object(
  {
    role: Str,
    title: Str,
    name: Optional(Type.String({ description: 'The item that it is filled for, such as a data need.' })),
    answer: Type.Boolean({ description: 'Whether the answer is another one, and not only what stands behind it.' }),
    differs: Type.Array(Type.Enum(ASPECTS)),
    before: Type.Union([SideSchema, Type.Null()], { description: 'Null where the role, or the item, was not there.' }),
    after: Type.Union([SideSchema, Type.Null()]),
    because: BecauseSchema,
  },
  closed,
);
export type RoleDifference = Type.Static<typeof RoleSchema>;

const FindingSchema = Type.Object(
  { code: Str, severity: Type.Enum(['error', 'warning']), message: Str, role: Optional(Str), technology: Optional(Str) },
  closed,
);
export type DifferenceFinding = Type.Static<typeof FindingSchema>;

const WorkloadSchema = Type.Object(
  {
    title: Type.String({ description: 'Its title, else its name, else where it is written.' }),
    name: Optional(Str),
    file: Optional(Str),
    document: Optional(Type.Integer({ minimum: 1, description: 'Which of several documents of its file.' })),
    status: Type.Enum(['changed', 'unreadable', 'lesser'], {
      description: '`changed`: some answer is another one; `unreadable`: one of the two cannot read it; `lesser`: only what stands behind the answers is otherwise.',
    }),
    roles: Type.Array(RoleSchema),
    findings: Type.Object(
      { appeared: Type.Array(FindingSchema), gone: Type.Array(FindingSchema) },
      { ...closed, description: 'Warnings and errors that one of the two tells alone.' },
    ),
    unreadable: Optional(
      Type.Object(
        {
          side: Type.Enum(['from', 'to'], { description: 'Which of the two cannot read it.' }),
          problems: Type.Array(
            Type.Object({ code: Str, message: Str, help: Str, place: Optional(Place) }, closed),
          ),
          because: BecauseSchema,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type WorkloadDifference = Type.Static<typeof WorkloadSchema>;

/** What two versions of some knowledge answer otherwise, and why. */
export const DifferenceSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Difference'),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ description: 'The date that facts are judged by.' }),
    from: Version,
    to: Version,
    documents: Type.Object(
      { added: Count, removed: Count, changed: Count },
      { ...closed, description: 'How many documents of the knowledge are not as they were.' },
    ),
    counts: Type.Object(
      { workloads: Count, changed: Count, unreadable: Count, lesser: Count },
      { ...closed, description: 'How many workloads there are, and of these, how many of each status.' },
    ),
    workloads: Type.Array(WorkloadSchema, { description: 'Those for which anything is otherwise, in their order.' }),
  },
  closed,
);
export type Difference = Type.Static<typeof DifferenceSchema>;
