import Type from 'typebox';
import { AliasesSchema, DateSchema, IdSchema, TextSchema, closed, header } from '../common.js';
import { ConditionSchema } from './condition.js';
import { FactSchema } from './evidence.js';

export type { Technology } from '../../../generated/documents.js';

const LifecycleEntry = Type.Object(
  {
    what: TextSchema,
    released: Type.Optional(DateSchema),
    ends: Type.Optional(DateSchema),
    ended: Type.Optional(
      Type.String({
        description:
          'Where there is no date: the release of something else that removed it, such as `Kubernetes 1.31`.',
      }),
    ),
    instead: Type.Optional(TextSchema),
    part: Type.Optional(
      Type.Literal(true, {
        description: 'It is a part, an edition or a product that builds on it: the technology goes on without it.',
      }),
    ),
    source: IdSchema,
  },
  {
    ...closed,
    title: 'LifecycleEntry',
    description: 'A release series or a part, with the dates of its release and of the end of its support.',
  },
);

const Need = Type.Object(
  { text: TextSchema, that: ConditionSchema, when: Type.Optional(ConditionSchema), source: Type.Optional(IdSchema) },
  { ...closed, title: 'Need', description: 'What a technology needs: `that` must hold.' },
);

const Hazard = Type.Object(
  { text: TextSchema, when: Type.Optional(ConditionSchema), source: IdSchema },
  { ...closed, title: 'Hazard', description: 'What has gone wrong for others; reported where `when` may hold.' },
);

export const TechnologySchema = Type.Object(
  {
    ...header('Technology'),
    aliases: Type.Optional(AliasesSchema),
    summary: TextSchema,
    role: IdSchema,
    family: Type.Optional(IdSchema),
    runsOn: Type.Optional(Type.Array(IdSchema, { description: 'Technologies that it always includes.' })),
    interface: Type.Optional(Type.Boolean({ description: 'It is an interface: something else realises it.' })),
    realises: Type.Optional(Type.Array(IdSchema, { description: 'Interfaces that it realises, such as `s3`.' })),
    facts: Type.Optional(Type.Array(FactSchema)),
    lifecycle: Type.Optional(
      Type.Array(LifecycleEntry, { description: 'Series and parts whose support has dates or an end.' }),
    ),
    needs: Type.Optional(Type.Array(Need, { description: 'What the environment or the workload must provide.' })),
    hazards: Type.Optional(Type.Array(Hazard, { description: 'What has gone wrong for others.' })),
    omits: Type.Optional(
      Type.Object(
        {
          licence: Type.Optional(TextSchema),
          lifecycle: Type.Optional(TextSchema),
          needs: Type.Optional(TextSchema),
          hazards: Type.Optional(TextSchema),
        },
        { ...closed, description: 'Why the technology has no licence, lifecycle, needs or hazards, by part.' },
      ),
    ),
    alternatives: Type.Optional(
      Type.Array(IdSchema, { description: 'Maintained technologies to move to when support of this one ends.' }),
    ),
  },
  { ...closed, title: 'Technology', description: 'An outcome that can be run, and what is known of it.' },
);
