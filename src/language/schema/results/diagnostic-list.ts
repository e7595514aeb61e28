import Type from 'typebox';
import { API_VERSION, LANGS } from '../../format.js';
import { closed, described } from '../common.js';

export type { DiagnosticList, ListedDiagnostic } from '../../../generated/documents.js';

const Optional = Type.Optional;
const Str = Type.String();
const Counted = Type.Integer({ minimum: 1 });

const ListedDiagnosticSchema = Type.Object(
  {
    code: described(Str, 'What is wrong, as a stable code.'),
    severity: Type.Enum(['error', 'warning']),
    message: described(Str, 'What is wrong, in words.'),
    help: Optional(described(Str, 'What to do about it, in words.')),
    file: Optional(described(Str, 'The file that it is in, or standard input.')),
    option: Optional(described(Str, 'The option that it is about, or whose value it is in, such as `--set`.')),
    argument: Optional(described(Str, 'The argument that it is about.')),
    line: Optional(described(Counted, 'From 1, in the file or the value.')),
    column: Optional(described(Counted, 'From 1, in UTF-16 units, as editors count.')),
    expected: Optional(described(Type.Array(Str), 'The names of which one was expected.')),
    suggestion: Optional(described(Str, 'The name that was most likely meant.')),
  },
  {
    ...closed,
    title: 'ListedDiagnostic',
    description: 'One thing that is wrong: what, where, and what would be right.',
  },
);

export const DiagnosticListSchema = Type.Object(
  {
    apiVersion: Type.Literal(API_VERSION),
    kind: Type.Literal('DiagnosticList'),
    lang: Type.Enum(LANGS),
    exitCode: described(Type.Integer({ minimum: 1, maximum: 3 }), 'What the command exits with.'),
    diagnostics: Type.Array(ListedDiagnosticSchema, { minItems: 1 }),
  },
  {
    ...closed,
    title: 'DiagnosticList',
    description: 'Everything that is wrong with a command line or with what it reads, in one language.',
  },
);
