import { abridged, type CatalogueWords, type DiagnosticWords } from '../texts.js';

export const words: DiagnosticWords = {
  severity: { error: 'error', warning: 'warning' },
  suggestion: {
    spelling: (name) => `Write \`${name}\`.`,
    word: (name) => `The word leads to \`${name}\`; write that if it is what you mean.`,
    nearness: (name) => `Did you mean \`${name}\`?`,
  },
  cell: ({ row, column, name }) =>
    `Row ${String(row)}${column === undefined ? '' : `, column ${String(column.number)} (${column.letters})`}${name === undefined ? '' : `, \`${name}\``}.`,
};

/** Names in a sentence; of many, the first and that there are others. */
export const names = (all: readonly string[], word: 'and' | 'or' = 'or'): string => abridged(all, 'en', word, ' …');
export const oneOf = (expected: readonly string[]): string => `Expected ${names(expected)}.`;

export const catalogue: CatalogueWords = {
  title: 'Codes',
  intro:
    'Every code that Whichstack reports, what it means and what to do. `whichstack explain CODE` shows one of them.',
  kinds: {
    problem: {
      title: 'Problems of knowledge',
      intro: 'Reported by `whichstack check`. A Tension can acknowledge a problem that is intended.',
    },
    finding: {
      title: 'Findings of a recommendation',
      intro: 'Listed in `findings` of a recommendation, the most severe first.',
    },
    diagnostic: {
      title: 'Diagnostics',
      intro:
        'Reported for a command line, a file or a value, with its place. A run exits with the highest exit code of what it reports.',
    },
  },
  severity: { error: 'error', warning: 'warning', note: 'note', info: 'info' },
  exitCode: (code) => `exit code ${String(code)}`,
  former: (codes) => `formerly ${codes.map((code) => `\`${code}\``).join(', ')}`,
  example: 'Example',
  libraryExample: 'Example in the library',
  noExample: {
    'large-input': 'There is no short example: the code is reported for large inputs only.',
    'own-mistake': 'There is no example: what is known to cause it is corrected.',
  },
  packageNote: (id) => `The folder \`${id}\` also holds a package, which \`--format markdown\` shows.`,
  packages: {
    title: 'Packages of the examples',
    intro: 'A folder of an example that has the name of one of these packages holds it too.',
  },
};
