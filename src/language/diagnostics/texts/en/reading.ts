import { counted } from '../../../text/text.js';
import type { DiagnosticTexts, WrongCharacter, YamlProblem } from '../../diagnostic-codes.js';
import { quotedForYaml } from '../texts.js';
import { oneOf } from './words.js';

/** Why the system cannot use a file, by its error code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is read-only',
};
const FOLDER_REASONS: typeof REASONS = { ...REASONS, ENOENT: 'there is no such folder' };
const WRITE_REASONS: typeof REASONS = { ...REASONS, ENOENT: 'its folder does not exist' };

/** What the keywords of a JSON Schema demand. */
const SCHEMA_RULES: Readonly<Record<string, (limit: string) => string>> = {
  minItems: (limit) => `needs ${limit} or more entries`,
  maxItems: (limit) => `takes ${limit} entries at most`,
  minProperties: (limit) => `needs ${limit} or more keys`,
  minLength: () => 'must not be empty',
  minimum: (limit) => `must be ${limit} or more`,
  maximum: (limit) => `must be ${limit} or less`,
  exclusiveMinimum: (limit) => `must be more than ${limit}`,
};

/** What a reader of YAML finds wrong, and what to do. */
const YAML_PROBLEMS: Readonly<Record<YamlProblem, { readonly what: string; readonly help: string }>> = {
  alias: {
    what: 'an alias or an anchor is in a place where none can be',
    help: 'Put a text that begins with `*` or `&` in quotation marks.',
  },
  directive: { what: 'a line that begins with `%` is no directive of YAML', help: 'Put the text in quotation marks.' },
  escape: {
    what: 'a backslash within double quotation marks is followed by what it cannot be followed by',
    help: 'Write two backslashes, or use single quotation marks.',
  },
  flow: {
    what: 'within brackets, there is something that can only be on lines of its own',
    help: 'Separate the entries with commas, or write each on a line of its own.',
  },
  indentation: { what: 'the indentation does not fit the lines before', help: 'Indent all lines of a block alike.' },
  list: {
    what: 'a list item follows what is no list',
    help: 'Put the items below a key of their own, such as `data:`, and indent them all alike.',
  },
  pairs: {
    what: 'two pairs of a name and a value are on one line',
    help: 'Write the second one on the next line, with two more spaces before it.',
  },
  key: { what: 'a key goes on over several lines', help: 'Write `name: value` on one line.' },
  merge: { what: 'a merge key `<<` needs a mapping', help: 'Write an alias of a mapping behind `<<:`.' },
  missing: {
    what: 'something is missing here',
    help: 'Check the brackets, the quotation marks and the hyphens before this place.',
  },
  order: { what: 'a tag or an anchor is in the wrong place or there are two', help: 'Remove it.' },
  start: { what: 'a text cannot begin with this character', help: 'Put the text in quotation marks.' },
  tag: { what: 'a tag such as `!name` is not known', help: 'Put a text that begins with `!` in quotation marks.' },
  unexpected: {
    what: 'something stands here that does not belong to the value',
    help: 'Put a text in quotation marks if it goes on; check the brackets and commas before this place.',
  },
};

/** Characters that are typed for others. */
const CHARACTERS: Readonly<Record<WrongCharacter, { readonly what: string; readonly help: string }>> = {
  'full-width-colon': { what: 'a full-width colon `：`', help: 'Write `:` and a space after it.' },
  'full-width-comma': { what: 'a full-width comma `，`', help: 'Write `,` and a space after it.' },
  'list-comma': { what: 'a Chinese list comma `、`', help: 'Write `,` and a space after it.' },
  'full-width-bracket': { what: 'a full-width bracket', help: 'Write `[`, `]`, `{` or `}`.' },
  'ideographic-space': { what: 'a full-width space (U+3000)', help: 'Write a plain space.' },
  'no-break-space': { what: 'a no-break space (U+00A0)', help: 'Write a plain space.' },
  'invisible-space': { what: 'an invisible character (U+200B or U+FEFF)', help: 'Delete it.' },
  'curly-quote': {
    what: 'a text in typographic quotation marks',
    help: 'Write `"` at both ends, or no quotation marks.',
  },
};

export const reading = {
  'file-unreadable': {
    title: 'A file that cannot be read',
    message: ({ name, reason }) => `cannot read ${name}: ${REASONS[reason] ?? reason}`,
    help: 'Check the path, or pass `-` to read standard input.',
  },
  'folder-unreadable': {
    title: 'A folder that cannot be read',
    message: ({ name, reason }) => `cannot read the folder ${name}: ${FOLDER_REASONS[reason] ?? reason}`,
    help: 'Name a folder with documents in YAML or JSON.',
  },
  'folder-empty': {
    title: 'A folder without documents',
    message: ({ name }) => `${name} holds no document in YAML or JSON`,
    help: '`whichstack init knowledge DIR` writes a package of knowledge to start from.',
  },
  'file-too-large': {
    title: 'A file beyond the size limit',
    message: ({ name, size, limit }) => `${name} has ${size}; a document may have ${limit} at most`,
    help: 'A workload takes a few kilobytes: check that this is the right file.',
  },
  'file-not-text': {
    title: 'A file that is not UTF-8 text',
    message: ({ name }) => `${name} is not UTF-8 text`,
    help: 'Save it as UTF-8 and try again.',
  },
  'file-exists': {
    title: 'A file that would be overwritten',
    message: ({ name }) => `${name} exists already`,
    help: 'Choose another name, or pass --force to overwrite it.',
  },
  'package-exists': {
    title: 'A folder that already holds a package',
    message: ({ name, id }) => `${name} already holds the package \`${id}\`, and a folder is one package`,
    help: 'Choose a folder of its own for the new package; nothing was written.',
  },
  'file-unwritable': {
    title: 'A file that cannot be written',
    message: ({ name, reason }) => `cannot write ${name}: ${WRITE_REASONS[reason] ?? reason}`,
    help: 'Check the path and its folder.',
  },
  'file-empty': {
    title: 'A file without a document',
    message: ({ name }) => `${name} holds no document`,
    help: 'A workload begins with `apiVersion: whichstack/v1` and `kind: Workload`.',
  },
  'yaml-syntax': {
    title: 'Invalid YAML',
    message: ({ problem, detail }) => `this is not valid YAML: ${YAML_PROBLEMS[problem].what} (${detail})`,
    hint: ({ problem }) => YAML_PROBLEMS[problem].help,
    help: 'Check the indentation, the quotes and the brackets before this place.',
  },
  'yaml-colon-space': {
    title: 'A colon without a space after it',
    message: ({ key }) => `a space is missing after the colon of \`${key}\``,
    hint: ({ key, value }) => `Write \`${key}: ${value}\`.`,
    help: 'Write a space between the colon and the value.',
  },
  'yaml-hyphen-space': {
    title: 'A hyphen without a space after it',
    message: ({ entry }) => `a space is missing after the hyphen of \`${entry}\``,
    hint: ({ entry }) => `Write \`- ${entry}\`.`,
    help: 'Put a space between the hyphen and the list item.',
  },
  'yaml-colon-missing': {
    title: 'A line without a colon',
    message: ({ line }) => `\`${line}\` has no colon between a name and a value`,
    hint: ({ line }) => {
      const [key = '', ...rest] = line.split(/\s+/);
      return rest.length === 0 ? undefined : `Write \`${key}: ${rest.join(' ')}\`.`;
    },
    help: 'Write `name: value`, or put a text of several lines in quotes.',
  },
  'yaml-indent': {
    title: 'A line with the wrong indentation',
    message: ({ key, found, spaces }) =>
      spaces.length > 1 && found > Math.min(...spaces)
        ? `\`${key}\` begins between two blocks`
        : `\`${key}\` is indented too ${found > Math.max(...spaces) ? 'far' : 'little'}`,
    hint: ({ spaces }) =>
      `Begin the line with ${spaces.map((count) => (count === 0 ? 'no space' : counted(count, 'en', { one: 'space', other: 'spaces' }))).join(', or with ')}, as the other lines of its block do.`,
    help: 'Indent all lines of a block alike.',
  },
  'yaml-quote-open': {
    title: 'A quotation mark that is not closed',
    message: ({ quote }) => `the quotation that begins here with ${quote} does not end`,
    hint: ({ quote }) => `Put ${quote} at the end of the text, too.`,
    help: 'Put the same quotation mark at both ends of the text.',
  },
  'yaml-bracket-open': {
    title: 'A bracket that is not closed',
    message: ({ bracket }) => `the bracket \`${bracket}\` that opens here is not closed`,
    hint: ({ close }) => `Put \`${close}\` behind its last entry.`,
    help: 'Put the closing bracket behind the last entry.',
  },
  'yaml-needs-quotes': {
    title: 'A text that needs quotation marks',
    message: ({ text, because, sign }) =>
      because === 'colon'
        ? `\`${text}\` needs quotation marks: it has a colon with a space after it`
        : because === 'start'
          ? `\`${text}\` needs quotation marks: it begins with \`${sign}\`, which means something else in YAML`
          : `\`${text}\` needs quotation marks around all of it: it goes on behind \`${sign}\``,
    hint: ({ text }) => `Write \`${quotedForYaml(text)}\`.`,
    help: 'Put the text in quotation marks.',
  },
  'yaml-tab': {
    title: 'A tab in the indentation',
    message: () => 'this line is indented with a tab',
    help: 'Use spaces: YAML allows no tabs in the indentation.',
  },
  'yaml-list-comma': {
    title: 'A comma within a figure in brackets',
    message: ({ figure }) => `within brackets, the comma of \`${figure}\` ends the value`,
    hint: ({ figure, plain }) =>
      plain === undefined
        ? `Put it in quotation marks: \`"${figure}"\`.`
        : `Write \`${plain}\`, or put it in quotation marks.`,
    help: 'Write the figure without commas, or put it in quotation marks.',
  },
  'wrong-character': {
    title: 'A character that YAML does not know',
    message: ({ character }) => `this is ${CHARACTERS[character].what}`,
    hint: ({ character }) => CHARACTERS[character].help,
    help: 'Type the character with an English keyboard.',
  },
  'yaml-depth': {
    title: 'A document that is nested too deeply',
    message: () => 'this document is nested too deeply to be read',
    help: 'A document needs no more than a dozen levels.',
  },
  'yaml-aliases': {
    title: 'Aliases that expand beyond the limit',
    message: () => 'the aliases of this document expand beyond the limit',
    help: 'Write the repeated parts out.',
  },
  'unknown-alias': {
    title: 'An alias without an anchor',
    message: ({ alias }) => `there is no anchor \`&${alias}\` before \`*${alias}\``,
    help: 'Define the anchor first, or write the value out.',
  },
  'yaml-circular': {
    title: 'An alias of a value that contains it',
    message: ({ alias }) => `\`*${alias}\` refers to a value that it is part of`,
    help: 'Write the value out.',
  },
  'duplicate-key': {
    title: 'A key that is written twice',
    message: ({ key, first }) => `\`${key}\` is written twice; line ${String(first)} has it already`,
    help: 'Keep one of the two.',
  },
  'key-not-text': {
    title: 'A key that is not a plain word',
    message: () => 'a key must be a plain word',
    help: 'Write the key as a plain word, without brackets.',
  },
  'not-an-object': {
    title: 'A value that must be a mapping',
    message: ({ what }) => `${what} must be a mapping of names to values`,
    help: 'Write `name: value` lines.',
  },
  'unknown-key': {
    title: 'A key that is not part of the document',
    message: ({ key }) => `unknown key: \`${key}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the keys that the message lists.',
  },
  'missing-key': {
    title: 'A required key that is missing',
    message: ({ key }) => `\`${key}\` is missing`,
    hint: ({ key, example }) => (example === undefined ? undefined : `Add \`${key}: ${example}\`.`),
    help: 'Add the key; the schema of its kind, in `schema/`, describes its value.',
  },
  'wrong-type': {
    title: 'A value of another type',
    message: ({ key, expected, saw }) => `\`${key}\` must be ${expected}, not ${saw}`,
    help: 'Write a value of the type that the message names.',
  },
  'not-a-text': {
    title: 'A value that YAML does not read as text',
    message: ({ key, saw }) => `\`${key}\` must be text, not \`${saw}\``,
    help: 'Put it in quotes.',
  },
  'wrong-value': {
    title: 'A value outside the allowed ones',
    message: ({ key, value }) => `\`${value}\` is not a value of \`${key}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the values that the message lists.',
  },
  'wrong-shape': {
    title: 'A value of another form',
    message: ({ key, value }) => `\`${value}\` is not a form that \`${key}\` can have`,
    help: 'The schema of its kind, in `schema/`, describes the forms that it can take.',
  },
  schema: {
    title: 'A value that breaks a limit of its schema',
    message: ({ key, keyword, limit }) =>
      `\`${key}\` ${SCHEMA_RULES[keyword]?.(limit) ?? `does not fit its schema: ${keyword}`}`,
    help: 'The schema of its kind, in `schema/`, describes the forms that it can take.',
  },
  'other-manifest': {
    title: 'A manifest of something else',
    message: ({ kind, version }) => `this is a Kubernetes manifest (\`${kind}\` of \`${version}\`), not a workload`,
    help: 'Describe what the workload needs in a document with `apiVersion: whichstack/v1` and `kind: Workload`.',
  },
  'wrong-kind': {
    title: 'A document of another kind',
    message: ({ kind }) => `\`${kind}\` is not a kind of document that is expected here`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the kinds that the message lists.',
  },
  'format-unknown': {
    title: 'An output format that does not exist',
    message: ({ format }) => `there is no format \`${format}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the formats that the message lists.',
  },
  'format-refuses-kind': {
    title: 'A document that the output format does not accept',
    message: ({ format, kind }) => `the format \`${format}\` does not accept a document of kind \`${kind}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use a document of one of the kinds that the message lists.',
  },
  'format-lacks-option': {
    title: 'An option that the output format does not have',
    message: ({ format, option }) => `the format \`${format}\` has no option \`${option}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the options that the message lists.',
  },
  'unknown-code': {
    title: 'A code that does not exist',
    message: ({ code }) => `there is no code \`${code}\``,
    help: 'List the codes with `whichstack explain`.',
  },
} satisfies Partial<DiagnosticTexts>;
