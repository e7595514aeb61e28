import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, described } from '../common.js';

export type { Definition, DefinedEntry, DefinedSection, NamedMatch } from '../../../generated/documents.js';

/** The kinds of thing that the knowledge defines under a name, in the order in which a name that several have lists them. */
export const DEFINED_KINDS = [
  'technology',
  'outcome',
  'scenario',
  'factor',
  'value',
  'role',
  'dimension',
  'decision',
  'clause',
  'tension',
  'trend',
  'criterion',
  'attribute',
  'compatibility',
  'advisory',
  'source',
  'code',
] as const;
export type DefinedKind = (typeof DEFINED_KINDS)[number];

const Optional = Type.Optional;
const Str = Type.String();

const DefinedKindSchema = Type.Enum(DEFINED_KINDS, {
  title: 'DefinedKind',
  description: 'What a name stands for; `value` is a level or a value of a factor.',
});

export const AlsoNamedSchema = Type.Array(
  Type.Object(
    { what: DefinedKindSchema, whatTitle: Str, name: described(Str, 'The name that nothing else has.'), title: Str },
    { ...closed, title: 'NamedMatch', description: 'Something that a name can mean.' },
  ),
  { description: 'What else has its id as a name, such as a factor.' },
);

const Entry = Type.Object(
  {
    id: Optional(described(Str, 'The name by which `show` finds it, or the unit, the clause or the command itself.')),
    title: Optional(Str),
    text: Optional(Str),
    source: Optional(Str),
    url: Optional(Str),
  },
  { ...closed, title: 'DefinedEntry', description: 'One line of a section.' },
);

const Section = Type.Object(
  { id: Str, title: Str, entries: Type.Array(Entry, { minItems: 1 }) },
  { ...closed, title: 'DefinedSection', description: 'What the knowledge holds on one aspect of a thing.' },
);

export const DefinitionSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('Definition'),
    lang: Type.Enum(LANGS),
    what: DefinedKindSchema,
    whatTitle: described(Str, 'The same in words.'),
    id: Str,
    name: described(Str, 'The name that nothing else has, such as `factor/kubernetes`.'),
    title: Str,
    aliases: Type.Array(Str),
    text: Optional(Str),
    url: Optional(Str),
    sections: Type.Array(Section),
    alsoNamed: Optional(AlsoNamedSchema),
  },
  {
    ...closed,
    title: 'Definition',
    description: 'What a name of the knowledge means and what it is used for, in one language.',
  },
);
