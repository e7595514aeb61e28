import { listed, numberText } from '../../../text/text.js';
import type { DiagnosticTexts, NameLead } from '../../diagnostic-codes.js';
import { names, oneOf } from './words.js';

const writtenAs = (examples: readonly string[]): string => `Write it as ${listed(examples, 'en')}.`;

const code = (text: string): string => `\`${text}\``;
/** What a word leads to, with its place. */
const leadText = ({ stated, sections }: NameLead): string => `${code(stated)} in ${listed(sections.map(code), 'en')}`;
const oneOfOrFigure = (expected: readonly string[], examples: readonly string[]): string =>
  `Expected ${names(expected)}, or a figure such as ${listed(examples, 'en')}.`;

/** How a figure is read. */
const limitWords = { upper: 'the most that may be', lower: 'the least that must be' } as const;

export const workload = {
  'unknown-factor': {
    title: 'A factor that does not exist',
    message: ({ factor, where }) => `\`${factor}\` is not a factor of ${where}`,
    hint: ({ expected, leadsTo = [] }) =>
      leadsTo.length === 0
        ? oneOf(expected)
        : `The word leads to ${listed(leadsTo.map(leadText), 'en')}; write that if it is what you mean.`,
    help: 'Use one of the factors that the message lists.',
  },
  'misplaced-factor': {
    title: 'A factor in the wrong section',
    message: ({ factor, where }) => `\`${factor}\` does not belong in ${where}`,
    hint: ({ right }) => `State it in ${listed(right, 'en')}.`,
    help: 'State the factor in the section that the message names.',
  },
  'unknown-value': {
    title: 'A value that the factor does not have',
    message: ({ factor, value, elsewhere = [] }) =>
      `\`${value}\` is not a value of \`${factor}\`${elsewhere.length === 0 ? '' : `, but of ${listed(elsewhere.map(code), 'en', 'and')}`}`,
    hint: ({ expected, examples = [] }) =>
      expected.length === 0 ? undefined : examples.length === 0 ? oneOf(expected) : oneOfOrFigure(expected, examples),
    help: 'Use one of the values that the message lists.',
  },
  'several-values': {
    title: 'Several values of a factor that has one',
    message: ({ factor, values }) => `\`${factor}\` has one value, not ${String(values.length)}`,
    hint: ({ values }) => (values.length < 2 ? undefined : `Keep one of ${listed(values.map(code), 'en', 'and')}.`),
    help: 'Write one value, without brackets.',
  },
  'names-joined': {
    title: 'Several names in one text',
    message: ({ text, place }) => `\`${text}\` is one ${place === 'text' ? 'text' : 'entry'}, and holds several names`,
    hint: ({ names: all, place }) =>
      place === 'text'
        ? `Write \`[${all.join(', ')}]\`.`
        : place === 'brackets'
          ? `Write \`${all.join(', ')}\`.`
          : `Write a line for each: ${listed(
              all.map((name) => code(`- ${name}`)),
              'en',
              'and',
            )}.`,
    help: 'Write each name as an entry of its own.',
  },
  'value-empty': {
    title: 'A factor without a value',
    message: ({ factor }) => `\`${factor}\` has no value`,
    hint: ({ expected, examples }) =>
      `Write ${[...(expected.length === 0 ? [] : [names(expected)]), ...(examples.length === 0 ? [] : [`a figure such as ${listed(examples, 'en')}`])].join(', or ')}, or delete the line.`,
    help: 'Write a value, or delete the line.',
  },
  'unknown-outcome': {
    title: 'A technology that does not exist',
    message: ({ outcome }) => `\`${outcome}\` is not known`,
    help: 'List the technologies with `whichstack technologies`.',
  },
  'unknown-role': {
    title: 'A role that the stack does not have',
    message: ({ role }) => `\`${role}\` is no role of the stack`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'not-a-flag': {
    title: 'A value that must be yes or no',
    message: ({ factor, value }) => `\`${factor}\` is yes or no, not \`${value}\``,
    help: 'Write `true` or `false`.',
  },
  'not-a-set': {
    title: 'A value that must be a list of names',
    message: ({ factor, value }) => `\`${factor}\` is a list of names, not \`${value}\``,
    help: 'Write `[a, b]`.',
  },
  'not-a-quantity': {
    title: 'A value that is not a figure',
    message: ({ factor, value }) => `\`${value}\` is not a figure that \`${factor}\` can have`,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Write a number with a unit.',
  },
  'quantity-not-a-number': {
    title: 'A figure that cannot be compared',
    message: ({ factor }) => `\`${factor}\` must be a number that can be compared`,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Write a finite number with a unit.',
  },
  'quantity-negative': {
    title: 'A negative figure',
    message: ({ factor, value }) => `\`${factor}\` cannot be negative: \`${value}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Write a figure from zero up.',
  },
  'quantity-fraction': {
    title: 'A fraction of something that is counted',
    message: ({ factor, value }) => `\`${factor}\` is counted, so it is a whole number: \`${value}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Write a whole number.',
  },
  'quantity-overflow': {
    title: 'A figure that is too large',
    message: ({ factor, value }) => `\`${value}\` is too large for \`${factor}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Write a smaller figure, or check its unit.',
  },
  'unit-missing': {
    title: 'A figure without a unit',
    message: ({ factor, value }) => `\`${factor}: ${value}\` has no unit`,
    hint: ({ examples }) => writtenAs(examples),
    help: 'Add a unit.',
  },
  'unit-unknown': {
    title: 'A unit of another dimension',
    message: ({ factor, unit }) => `\`${unit}\` is not a unit of \`${factor}\``,
    hint: ({ factor, unit, foreign, examples }) =>
      foreign === undefined
        ? writtenAs(examples)
        : `\`${unit}\` is of the dimension “${foreign.other.en}”, and \`${factor}\` is of the dimension “${foreign.own.en}”. ${writtenAs(examples)}`,
    help: 'Use a unit of the dimension of the factor.',
  },
  'unit-unclear': {
    title: 'A unit that can mean several, or none',
    message: ({ factor, unit }) => `\`${unit}\` is not a clear unit of \`${factor}\``,
    hint: ({ why, readings }) => `${why.en} Write ${listed(readings.map(code), 'en')}.`,
    help: 'Write the unit that is meant.',
  },
  'figure-sign': {
    title: 'A sign of comparison against the way a figure is read',
    message: ({ factor, value, limit }) =>
      limit === undefined
        ? `\`${factor}\` takes a figure without a sign of comparison, not \`${value}\``
        : `\`${value}\` contradicts how \`${factor}\` is read: its figure is ${limitWords[limit]}`,
    hint: ({ figure, limit }) =>
      limit === undefined
        ? `Write \`${figure}\`.`
        : `Write \`${figure}\` if that is ${limitWords[limit]}; no other limit can be stated.`,
    help: 'Write the figure without a sign.',
  },
  'figure-comma': {
    title: 'A figure with a comma that can be read in two ways',
    message: ({ factor, value }) => `the comma in \`${factor}: ${value}\` is not clear`,
    hint: ({ readings }) => `Write ${listed(readings.map(code), 'en')}.`,
    help: 'Write a fraction with a point, and large numbers without commas.',
  },
  'figure-range': {
    title: 'A range in place of one figure',
    message: ({ factor, value }) => `\`${value}\` is a range, and \`${factor}\` takes one figure`,
    hint: ({ limit, high, examples }) =>
      limit === 'upper'
        ? `State the upper limit alone: \`${high}\`.`
        : limit === 'lower'
          ? 'State the least that is needed at any time, which is usually the larger end.'
          : writtenAs(examples),
    help: 'State the end that must be kept.',
  },
  'figure-percentile': {
    title: 'A percentile, which cannot be stated',
    message: ({ factor, value }) => `\`${value}\` has a percentile, and percentiles cannot be stated of \`${factor}\``,
    hint: ({ figure, limit }) =>
      `Write \`${figure}\` alone${limit === undefined ? '' : `; it is read as ${limitWords[limit]}`}. Put the percentile into \`metadata.description\`.`,
    help: 'Write the figure alone.',
  },
  'collection-not-a-list': {
    title: 'A collection that is written as a mapping',
    message: ({ collection }) => `\`${collection}\` is a list of items, not a mapping of their names`,
    hint: ({ example }) => `Write \`- ${example}\`, one line for each item.`,
    help: 'Write a list, with the name of each item under `name`.',
  },
  'item-name-twice': {
    title: 'Two items with one name',
    message: ({ name, collection }) => `two items of \`${collection}\` are named \`${name}\``,
    help: 'Give each a name of its own.',
  },
  'item-empty': {
    title: 'An item that states nothing',
    message: ({ collection }) => `this item of \`${collection}\` states nothing`,
    hint: ({ key }) => `State \`${key}\`, or one of its figures or levels.`,
    help: 'State what the item needs, or one of its figures or levels.',
  },
  'too-many-items': {
    title: 'A collection with too many items',
    message: ({ collection, limit }) => `\`${collection}\` has more than ${numberText(limit, 'en')} items`,
    help: 'Split the workload.',
  },
  'weight-invalid': {
    title: 'A weight that is no number, negative or very large',
    message: ({ criterion, value, most }) =>
      `the weight of \`${criterion}\` must be a number from 0 to ${numberText(most, 'en')}, not \`${value}\``,
    help: 'Weights count by their shares of the sum, so small numbers say all; 0 leaves the criterion out of the score.',
  },
  'unknown-criterion': {
    title: 'A weight for a criterion that does not exist',
    message: ({ criterion }) => `there is no criterion \`${criterion}\` to weigh`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'option-invalid': {
    title: 'An option with a value that it does not take',
    message: ({ option, value }) => `\`${value}\` is not a value that \`${option}\` takes`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the values that the message lists.',
  },
  'option-unknown-name': {
    title: 'An option that names what the knowledge does not have',
    message: ({ option, name }) => `${option}: the knowledge has no \`${name}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'unknown-technology': {
    title: 'A technology that does not exist',
    message: ({ name }) => `there is no technology \`${name}\``,
    help: 'List them with `whichstack technologies`.',
  },
  'unknown-name': {
    title: 'A name of nothing that is known',
    message: ({ name }) => `nothing is called \`${name}\``,
    help: 'Use an id, a title or another word for a technology, a factor, a level, a scenario, a role, a clause, a tension, a source or a code; a level also with its factor, such as `security/high`. `whichstack technologies`, `factors`, `scenarios` and `explain` list them.',
  },
  'flag-malformed': {
    title: 'A flag with a value in another form',
    message: ({ flag, value }) => `\`${value}\` is not a value that ${flag} takes`,
    hint: ({ example }) => `Write ${example}.`,
    help: 'Write the value as the message shows.',
  },
  'flag-of-item': {
    title: 'A flag that states a factor of an item',
    message: ({ factor, collection }) => `\`${factor}\` is stated of an item of \`${collection}\`, not of the workload`,
    hint: ({ examples }) => `Write ${names(examples)}.`,
    help: 'State it with the item, as the message shows.',
  },
  'flag-twice': {
    title: 'A factor that two flags state',
    message: ({ factor }) => `two flags state \`${factor}\``,
    help: 'Keep one of the two.',
  },
  'date-invalid': {
    title: 'A date in another form',
    message: ({ value }) => `\`${value}\` is not a date`,
    help: 'Write it as 2026-11-23.',
  },
} satisfies Partial<DiagnosticTexts>;
