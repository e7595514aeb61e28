import Type from 'typebox';
import { API_VERSION, ID_PATTERN, LANGS, LANGUAGES, TEXT_TITLE, type Lang } from '../format.js';

export type { KnowledgeVersion, Text } from '../../generated/documents.js';

/** Refuses every key that a schema does not name. */
export const closed = { additionalProperties: false } as const;

/**
 * A text as readers have it: in every language. An author may leave languages out; `validate` fills them in when a document is loaded, and the published
 * schema requires none of them.
 */
export const TextSchema = Type.Object(
  Object.fromEntries(LANGS.map((lang) => [lang, Type.String({ minLength: 1 })])) as Record<Lang, Type.TString>,
  {
    ...closed,
    title: TEXT_TITLE,
    description: `A text in ${LANGUAGES.map(({ id, name }) => `${name} (${id})`).join(' and ')}. What is not written in a language is read in ${LANGUAGES[0].name}, or else in one in which it is.`,
  },
);

export const IdSchema = Type.String({
  pattern: ID_PATTERN,
  title: 'Id',
  description: 'A name such as `financial-trading`: letters and digits, joined by hyphens.',
});

export const ClauseSchema = Type.String({
  pattern: '^[A-Za-z][A-Za-z0-9._-]*$',
  description: 'The clause of a Source that this comes from, such as `G5.3`.',
});

export const DateSchema = Type.String({
  pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  description: 'A year, a month or a day: `2026`, `2026-08`, `2026-08-21`.',
});

/** The knowledge that a document was made with. */
export const KnowledgeVersionSchema = Type.Object(
  {
    version: Type.String(),
    digest: Type.String(),
    reviewed: Type.Optional(
      Type.String({ description: 'When facts and dates of it were last compared with their sources.' }),
    ),
  },
  {
    ...closed,
    title: 'KnowledgeVersion',
    description: 'The version of some knowledge, the digest of its documents, and when it was reviewed.',
  },
);

export const AliasesSchema = Type.Array(Type.String({ minLength: 1 }), {
  minItems: 1,
  description:
    'Other words that people have for it, in any language: look-ups find it by them, and messages suggest it.',
});

/** A mapping from ids. Without more, a schema of patterns takes any value for a key that is no id. */
export const byId = <S extends Type.TSchema>(value: S, options: object = {}): Type.TRecord<string, S> =>
  Type.Record(IdSchema, value, { ...closed, ...options });

/** Factors with the values that something says of them in other words. */
export const ImpliesSchema = byId(Type.Union([Type.String(), Type.Boolean()]), {
  minProperties: 1,
  description: 'What it says of other factors in other words, so that an interview does not ask for these.',
});

/** The keys that open every knowledge document. */
export const header = <K extends string>(kind: K) => ({
  apiVersion: Type.Literal(API_VERSION),
  kind: Type.Literal(kind),
  id: IdSchema,
  title: TextSchema,
});

/** No weight is larger: their sum must be a number, and more than this says no more. */
export const MAX_WEIGHT = 1_000_000_000;

/** A copy of a schema with another description. */
export const described = <S extends Type.TSchema>(schema: S, description: string): S => ({ ...schema, description });
