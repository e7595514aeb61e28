import { listed } from '../../../language/text/text.js';
import type { ReferenceTexts } from './texts.js';

export const en: ReferenceTexts = {
  title: 'Writing a workload',
  intro: [
    'A workload is a YAML or JSON file that says what is needed. Everything in it is optional: what is not stated is not assumed. This page is made from the knowledge; it lists every name and value that a workload can use, each with an example that can be copied.',
    '`whichstack init workload` writes a file with comments to start from, `whichstack factors` and `whichstack scenarios` list the names, and `whichstack show` says what any of them means, such as `show security`, `show serverless` or `show k8s`. The words that lead to a name are for finding it, by `show` or by the messages on unknown names, which say what to write. A workload takes the names alone, since some of these words mean something wider or narrower.',
  ],
  collectionIntro: (collection, key) =>
    `A list under \`requirements.${collection}\`, with an entry for each. An entry is a mapping, which may have a \`name\` of its own; its \`${key}\` alone may stand for it:`,
  inherited: 'An entry that does not state it takes the value of the requirements.',
  takes: (what) => `Takes ${what}.`,
  aliases: (aliases) => `Words that lead here: ${listed(aliases, 'en', 'and')}.`,
  units: 'Units',
  unitsIntro:
    'A figure is a number with a unit. For a factor whose levels have bounds, a figure stands for the first level whose bound covers it.',
  usedBy: (factors, examples) => `For ${listed(factors, 'en', 'and')}. Examples: ${listed(examples, 'en', 'and')}.`,
  bare: (base) =>
    base === '1'
      ? 'A number without a unit is a fraction, such as `0.05`.'
      : `A number without a unit is in \`${base}\`.`,
  scenarios: 'Scenarios',
  scenariosIntro: 'A scenario presets what the workload does not state; what it states comes first.',
  constraints: 'Constraints',
  forbid: 'Technologies, or families of them, that may not be chosen.',
  require: 'Technologies that must be part of the stack.',
  omit: 'Roles that nothing is wanted for.',
  roles: 'The roles:',
  preferences: 'Preferences',
  weights: 'How much each criterion counts where the facts rank; 0 leaves it out.',
  value: 'Value',
  titled: 'Title (words that lead here)',
  meaning: 'Meaning',
  bound: 'Up to',
  noBound: 'no bound',
  example: 'Example',
  unit: 'Unit',
  inBase: (base) => (base === '1' ? 'As a fraction' : `In ${base}`),
  scenario: 'Scenario',
  presets: 'Presets',
  clause: 'Clause',
  key: 'Key',
  role: 'Role',
  criterion: 'Criterion',
  weight: 'Weight',
};
