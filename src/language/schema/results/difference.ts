import Type from 'typebox';
import { API_VERSION, ASPECTS, LANGS } from '../../format.js';
import { closed, described, KnowledgeVersionSchema } from '../common.js';
import { VerdictSchema } from './fit.js';
import { OutcomeRowSchema } from './role-answer.js';
import { LocationSchema } from './verification.js';

export type {
  Because,
  Cause,
  Difference,
  DifferenceFinding,
  DifferenceSide,
  RoleDifference,
  WorkloadDifference,
} from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();
const Count = Type.Integer({ minimum: 0 });

const CauseSchema = Type.Object(
  {
    change: Type.Enum(['added', 'removed', 'changed']),
    kind: Type.String({ description: 'The kind of the document that contains it.' }),
    id: Str,
    at: Type.String({
      description:
        'Its path in the document, such as `table.rules`, `tree`, `facts` or `weights.isolation`; empty for the document itself.',
    }),
    package: Str,
    rule: Optional(Str),
    source: Optional(Type.String({ description: 'The clause of a rule, the source of a fact.' })),
    before: Optional(Type.Unknown({ description: 'What was written.' })),
    after: Optional(Type.Unknown({ description: 'What is written now.' })),
    text: Type.String({ description: 'All of it in words.' }),
    place: Optional(LocationSchema),
    was: Optional(described(LocationSchema, 'Its place before.')),
  },
  { ...closed, title: 'Cause', description: 'A change to the knowledge that causes a difference.' },
);

const BecauseSchema = Type.Object(
  {
    proof: Type.Enum(['minimal', 'enough', 'none'], {
      description:
        '`minimal`: undoing all of these restores the old answer, and undoing fewer does not; `enough`: undoing these restores it, and it is not proven that fewer would not; `none`: the changes that bear on it.',
    }),
    changes: Type.Array(CauseSchema),
  },
  { ...closed, title: 'Because', description: 'The changes that cause a difference, and how far that is proven.' },
);

const SideSchema = Type.Object(
  {
    chosen: Type.Array(OutcomeRowSchema),
    text: Type.String({ description: 'What is chosen, or why nothing is, in words.' }),
    needed: Type.Boolean({ description: 'False where nothing is chosen because nothing is needed.' }),
    opinion: Optional(Type.Enum(['guide', 'fit'])),
    guide: Type.Object(
      {
        rules: Type.Array(Str),
        answer: Type.Union([Type.Array(Type.Array(Str)), Type.Null()], {
          description: 'Any of these combinations; null where the guide has no result.',
        }),
        text: Str,
      },
      closed,
    ),
    verdict: Optional(VerdictSchema),
    fitBest: Type.Array(OutcomeRowSchema, { description: 'The combination that the facts rank first.' }),
    fitBestText: Optional(Str),
  },
  { ...closed, title: 'DifferenceSide', description: 'What one of the two versions answers for a role.' },
);

export type Aspect = (typeof ASPECTS)[number];

const RoleSchema = Type.Object(
  {
    role: Str,
    title: Str,
    name: Optional(Type.String({ description: 'The item that it is filled for, such as a data need.' })),
    answer: Type.Boolean({ description: 'Whether the answer differs, and not only the reasons for it.' }),
    differs: Type.Array(Type.Enum(ASPECTS)),
    before: Type.Union([SideSchema, Type.Null()], { description: 'Null where the role, or the item, did not exist.' }),
    after: Type.Union([SideSchema, Type.Null()]),
    because: BecauseSchema,
  },
  { ...closed, title: 'RoleDifference', description: 'A role that two versions answer differently, and why.' },
);

const FindingSchema = Type.Object(
  {
    code: Str,
    severity: Type.Enum(['error', 'warning']),
    message: Str,
    role: Optional(Str),
    technology: Optional(Str),
  },
  {
    ...closed,
    title: 'DifferenceFinding',
    description: 'A warning or an error that only one of the two versions reports.',
  },
);

const WorkloadDifferenceSchema = Type.Object(
  {
    title: Type.String({ description: 'Its title, else its name, else the file that contains it.' }),
    name: Optional(Str),
    file: Optional(Str),
    document: Optional(Type.Integer({ minimum: 1, description: 'Which of several documents of its file.' })),
    status: Type.Enum(['changed', 'unreadable', 'lesser'], {
      description:
        '`changed`: some answer differs; `unreadable`: one of the two cannot read it; `lesser`: only the reasons for the answers differ.',
    }),
    roles: Type.Array(RoleSchema),
    findings: Type.Object(
      { appeared: Type.Array(FindingSchema), gone: Type.Array(FindingSchema) },
      { ...closed, description: 'Warnings and errors that only one of the two reports.' },
    ),
    unreadable: Optional(
      Type.Object(
        {
          side: Type.Enum(['from', 'to'], { description: 'Which of the two cannot read it.' }),
          problems: Type.Array(
            Type.Object({ code: Str, message: Str, help: Str, place: Optional(LocationSchema) }, closed),
          ),
          because: BecauseSchema,
        },
        closed,
      ),
    ),
  },
  {
    ...closed,
    title: 'WorkloadDifference',
    description: 'A workload that two versions of the knowledge answer differently.',
  },
);

export const DifferenceSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Difference'),
    lang: Type.Enum(LANGS),
    asOf: Type.String({ description: 'The date that facts are judged by.' }),
    from: KnowledgeVersionSchema,
    to: KnowledgeVersionSchema,
    documents: Type.Object(
      { added: Count, removed: Count, changed: Count },
      { ...closed, description: 'How many documents of the knowledge differ.' },
    ),
    counts: Type.Object(
      { workloads: Count, changed: Count, unreadable: Count, lesser: Count },
      { ...closed, description: 'How many workloads there are, and of these, how many of each status.' },
    ),
    workloads: Type.Array(WorkloadDifferenceSchema, {
      description: 'Those for which anything differs, in their order.',
    }),
  },
  { ...closed, title: 'Difference', description: 'What two versions of some knowledge answer differently, and why.' },
);
