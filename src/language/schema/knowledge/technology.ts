import Type from 'typebox';
import { DateSchema, IdSchema, TextSchema, closed, header } from '../common.js';
import { ConditionSchema } from './condition.js';
import { FactSchema } from './evidence.js';

/** An outcome that can be run, and what is known of it. */
export const TechnologySchema = Type.Object(
  {
    ...header('Technology'),
    summary: TextSchema,
    role: IdSchema,
    family: Type.Optional(IdSchema),
    runsOn: Type.Optional(Type.Array(IdSchema, { description: 'Technologies that come with it of necessity.' })),
    interface: Type.Optional(Type.Boolean({ description: 'It is an interface: something else realises it.' })),
    realises: Type.Optional(Type.Array(IdSchema, { description: 'Interfaces that it offers in its own way, such as `s3`.' })),
    facts: Type.Optional(Type.Array(FactSchema)),
    lifecycle: Type.Optional(
      Type.Array(
        Type.Object(
          {
            what: TextSchema,
            released: Type.Optional(DateSchema),
            ends: Type.Optional(DateSchema),
            ended: Type.Optional(Type.String({ description: 'The release of something else that took it away, where there is no date: `Kubernetes 1.31`.' })),
            instead: Type.Optional(TextSchema),
            source: IdSchema,
          },
          closed,
        ),
        { description: 'Series and parts whose life has an end, or whose support is dated.' },
      ),
    ),
    needs: Type.Optional(
      Type.Array(
        Type.Object({ text: TextSchema, that: ConditionSchema, when: Type.Optional(ConditionSchema), source: Type.Optional(IdSchema) }, closed),
        { description: 'What the environment or the workload must bring; `that` must hold.' },
      ),
    ),
    hazards: Type.Optional(
      Type.Array(
        Type.Object({ text: TextSchema, when: Type.Optional(ConditionSchema), source: IdSchema }, closed),
        { description: 'What has gone wrong for others; told only `when` that may hold.' },
      ),
    ),
    alternatives: Type.Optional(
      Type.Array(IdSchema, { description: 'Maintained technologies to go to when the life of this one ends.' }),
    ),
  },
  closed,
);
export type Technology = Type.Static<typeof TechnologySchema>;
