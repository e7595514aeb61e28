import { listed, numberText, plural } from '../../../text/text.js';
import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { names, oneOf } from './words.js';

export const exploring = {
  'answers-not-a-mapping': {
    title: 'Answers in another form',
    message: () => 'answers must be a mapping of factors to replies',
    help: 'Write one line for each, as `factor: reply`, or give a whole workload.',
  },
  'answers-several': {
    title: 'A second document of answers',
    message: () => 'an interview takes the answers of one document, and this is another',
    help: 'Keep one of them in this file.',
  },
  'answer-unknown': {
    title: 'An answer to a question that does not exist',
    message: ({ key }) => `\`${key}\` does not match any question`,
    hint: ({ expected }) => `Name a factor, or write where it is stated: ${listed(expected, 'en', 'or')}.`,
    help: 'Name a factor, or the place where it is stated.',
  },
  'item-unknown': {
    title: 'An item that is not listed',
    message: ({ item, collection }) => `there is no \`${item}\` in \`${collection}\``,
    hint: ({ expected, collection }) =>
      `${expected.length === 0 ? '' : `${plural('en', expected.length, { one: 'There is', other: 'There are' })} ${names(expected, 'and')}. `}List it under \`${collection}\` first.`,
    help: 'List the item in its collection first.',
  },
  'prior-unknown': {
    title: 'A prior for a factor that does not exist',
    message: ({ name }) => `priors: the knowledge has no factor \`${name}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'prior-of-figure': {
    title: 'A prior for a figure',
    message: ({ factor }) => `priors: \`${factor}\` is a figure, and has no values to be weighted`,
    help: 'Weight factors that have levels or values.',
  },
  'prior-invalid': {
    title: 'A prior weight that is not a number from 0 up',
    message: ({ factor, value, weight }) =>
      `priors: \`${value}\` of \`${factor}\` must have a finite weight from 0 up, not \`${weight}\``,
    help: 'Write 1 for what is as probable as others, 3 for three times that, 0 for what is ruled out.',
  },
  'axis-unknown': {
    title: 'An axis that is not a factor',
    message: ({ name }) => `\`${name}\` is not a factor that this workload could state`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'axis-ambiguous': {
    title: 'An axis that can be stated in several places',
    message: ({ name }) => `\`${name}\` can be stated in several places of this workload`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Name the place, as one of those that the message lists.',
  },
  'axes-equal': {
    title: 'Two axes of one factor',
    message: ({ name }) => `both axes are \`${name}\``,
    help: 'Choose two different factors.',
  },
  'map-too-large': {
    title: 'A decision map with too many cells',
    message: ({ cells, limit }) =>
      `this map has ${numberText(cells, 'en')} cells to decide; ${numberText(limit, 'en')} are the most`,
    help: 'Choose a factor with fewer values or figures.',
  },
  'place-unknown': {
    title: 'A place that the stack does not have',
    message: ({ name }) => `\`${name}\` is not a place in the stack of this workload`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the names that the message lists.',
  },
  'map-without-place': {
    title: 'A decision map of a stack without a place',
    message: () => 'nothing is decided for this workload: its stack has no place that a map could show',
    help: 'State an item of a collection, such as a data need, or add a Role to the knowledge.',
  },
} satisfies Partial<DiagnosticTexts>;
