import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { oneOf } from './words.js';

const writtenAs = (examples: readonly string[]): string =>
  `Write it as ${examples.map((one) => `\`${one}\``).join(', ')}.`;

export const tables = {
  'csv-quote-open': {
    title: 'A cell with an open quotation mark',
    message: () => 'the quotation mark that opens this cell is never closed',
    help: 'Close it; a quotation mark inside a quoted cell is written twice.',
  },
  'csv-quote-text': {
    title: 'Text after a closing quotation mark',
    message: ({ text }) => `\`${text}\` follows the closing quotation mark of this cell`,
    help: 'Write a quotation mark inside a quoted cell twice, or remove the text after the closing one.',
  },
  'table-empty': {
    title: 'A table without rules',
    message: ({ name }) => `${name} has no rules`,
    help: 'Write the names of the factors in the first row, and one rule in each row below.',
  },
  'table-unnamed': {
    title: 'A table without an id',
    message: () => 'the decision has no id',
    help: 'Pass it as --id, or write a row `#id`, `our-table` above the header.',
  },
  'name-invalid': {
    title: 'A name that cannot be an id',
    message: ({ name }) => `\`${name}\` cannot be an id`,
    help: 'Use letters and digits, joined by hyphens, and begin with a small letter: `storage-tiers`.',
  },
  'setting-unknown': {
    title: 'A setting that tables do not have',
    message: ({ setting }) => `\`${setting}\` is not a setting of a table`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the settings that the message lists.',
  },
  'column-unknown': {
    title: 'A column that is neither a factor nor a part of a rule',
    message: ({ column }) => `\`${column}\` is neither a factor nor a part of a rule`,
    hint: ({ expected }) => `${oneOf(expected)} A column for people alone has its name in brackets: \`(owner)\`.`,
    help: 'Use one of the names that the message lists, or put the name of a column for people in brackets: `(owner)`.',
  },
  'column-unnamed': {
    title: 'A cell in a column without a name',
    message: ({ value }) => `\`${value}\` is in a column without a name`,
    help: 'Name the column in the header row, or empty the cell.',
  },
  'column-twice': {
    title: 'Two columns with one name',
    message: ({ column, first }) => `\`${column}\` is in column ${String(first)} already`,
    help: 'Keep one of the two.',
  },
  'column-answers': {
    title: 'Columns that both give the answer',
    message: ({ column, other }) => `\`${column}\` and \`${other}\` cannot both be answers`,
    help: 'Keep one column `then`, or a column for each output, such as `→ family`.',
  },
  'column-misplaced': {
    title: 'A column for a factor of items',
    message: ({ factor, collection }) => `\`${factor}\` is stated of each item of \`${collection}\``,
    hint: ({ factor, collection }) =>
      `Name the column \`some ${collection}: ${factor}\`, or decide for each item by a row \`#each\`, \`${collection}\` above the header.`,
    help: 'Name the column `some COLLECTION: FACTOR`, or decide for each item with a row `#each`.',
  },
  'cell-malformed': {
    title: 'A cell that cannot be read',
    message: ({ value, column }) => `\`${value}\` cannot be read under \`${column}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Write the cell as the message shows.',
  },
  'cell-comma': {
    title: 'A comma that may separate digits or figures',
    message: ({ value, column }) => `\`${value}\` under \`${column}\` may be one figure, or a list of several`,
    help: 'Write a figure without a comma, such as `1000` or `1.5`, and a list with a space after each comma, such as `1, 5`.',
  },
  'cell-date': {
    title: 'A date that a spreadsheet made of something else',
    message: ({ value, column, typed }) =>
      `\`${value}\` under \`${column}\` is a date, which a spreadsheet makes of text that resembles one, such as \`${typed}\``,
    hint: ({ range }) =>
      `Write a range as \`${range}\`; a column that is formatted as text before anything is typed keeps what is typed.`,
    help: 'Format the column as text, and write the value again.',
  },
  'cell-alternatives': {
    title: 'A test among the values of a list',
    message: ({ value }) => `\`${value}\` is one of several tests; a list holds plain values`,
    help: 'Write a row for each of the tests.',
  },
  'cell-repeats': {
    title: 'A cell with the same test twice',
    message: ({ value, operator }) => `\`${value}\` tests \`${operator}\` twice`,
    help: 'Keep one of the two tests, or write a row for each.',
  },
  'unknown-table': {
    title: 'A decision table that does not exist',
    message: ({ name }) => `there is no decision table \`${name}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'not-a-table': {
    title: 'A decision that is not a table',
    message: ({ decision, form }) => `decision \`${decision}\` is a ${form}, not a table`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Only tables can be written as CSV; use one of the names that the message lists.',
  },
  'table-inexpressible': {
    title: 'A table that CSV cannot express',
    message: ({ decision, rule, key }) =>
      rule === 0
        ? `\`${key}\` of \`${decision}\` cannot be written as a table`
        : `\`${key}\` of rule ${String(rule)} of \`${decision}\` cannot be written as cells`,
    help: 'Nothing was written, so that nothing is lost: edit this decision as YAML.',
  },
} satisfies Partial<DiagnosticTexts>;
