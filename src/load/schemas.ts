import { DEFAULT_LANG, TEXT_TITLE } from '../language/format.js';
import { labelled } from '../language/text/text.js';
import type { KnowledgeBase } from './knowledge.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The schemas to publish, by file name. That of workloads is completed with the factors of the knowledge, so that an editor offers
 * them and their values.
 */
export function publishedSchemas(
  schemas: Readonly<Record<string, JsonSchema>>,
  knowledge: KnowledgeBase,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => {
      const head = { $schema: 'http://json-schema.org/draft-07/schema#', title: `Whichstack ${kind}` };
      const written = asWritten(schema) as JsonSchema;
      return [kebab(kind), { ...head, ...(kind === 'Workload' ? completed(written, knowledge) : written) }];
    }),
  );
}

/** A schema in which a text may be in some of the languages alone, or a plain string, as authors write it. */
function asWritten(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(asWritten);
  if ((schema as JsonSchema)['title'] !== TEXT_TITLE)
    return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, asWritten(part)]));
  const { title, description, properties } = schema as JsonSchema;
  const byLanguage = { type: 'object', properties, additionalProperties: false, minProperties: 1 };
  return { title, description, anyOf: [{ type: 'string', minLength: 1 }, byLanguage] };
}

const kebab = (kind: string): string => kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

function completed(schema: JsonSchema, knowledge: KnowledgeBase): JsonSchema {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  const collections = [...knowledge.collections.values()].map(({ id, key, title }) => {
    const item: JsonSchema = { ...section(id, knowledge, { name: { type: 'string' } }), minProperties: 1 };
    const entry = { anyOf: [item, (item['properties'] as Record<string, JsonSchema>)[key] ?? item] };
    return [
      id,
      { description: title[DEFAULT_LANG], anyOf: [...entry.anyOf, { type: 'array', items: entry }] },
    ] as const;
  });
  return {
    ...schema,
    properties: {
      ...properties,
      requirements: section('requirements', knowledge, Object.fromEntries(collections)),
      environment: section('environment', knowledge, {}),
    },
  };
}

function section(id: string, knowledge: KnowledgeBase, more: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const factors = [...knowledge.factors.values()].filter(({ askedOf }) => askedOf.includes(id));
  const properties = Object.fromEntries(
    factors.map((factor): [string, JsonSchema] => {
      const description = labelled(
        Object.values(factor.title).join(' · '),
        factor.question[DEFAULT_LANG],
        DEFAULT_LANG,
      );
      const values = knowledge.values(factor).map((value) => value.id);
      const figure = { type: ['string', 'number'] };
      switch (factor.type) {
        case 'flag':
          return [factor.id, { description, type: 'boolean' }];
        case 'set':
          return [factor.id, { description, type: 'array', items: { enum: values } }];
        case 'quantity':
          return [factor.id, { description, ...figure }];
        case 'choice':
          return [factor.id, { description, enum: values }];
        case 'ordinal':
          return [
            factor.id,
            { description, anyOf: factor.dimension === undefined ? [{ enum: values }] : [{ enum: values }, figure] },
          ];
      }
    }),
  );
  return { type: 'object', additionalProperties: false, properties: { ...properties, ...more } };
}
