import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { listed } from '../../../text/text.js';
import { oneOf } from './words.js';

const KINDS: Readonly<Record<string, string>> = {
  outcome: 'outcomes',
  quantity: 'quantities',
  text: 'texts',
  count: 'a count',
};

/** A type such as `quantity time` in words. */
function typeText(type: string): string {
  const [kind = '', dimension] = type.split(' ');
  return `${KINDS[kind] ?? kind}${dimension === undefined ? '' : ` (\`${dimension}\`)`}`;
}

/** What can be wrong with the outputs of a decision. */
export const outputs = {
  'output-table-only': {
    title: 'A type of output that only tables have',
    message: ({ output, type }) => `output \`${output}\` is of type \`${type}\`, which only a table can have`,
    help: 'Declare the output as outcomes, or write the decision as a table: trees and votes combine outcomes only.',
  },
  'aggregate-unfit': {
    title: 'An aggregate that does not suit the output',
    message: ({ aggregate, output, type }) =>
      `\`${aggregate}\` cannot combine the values of \`${output}\`, which are ${typeText(type)}`,
    hint: ({ expected }) => `It takes ${listed(expected.map(typeText), 'en', 'or')}.`,
    help: 'Choose an aggregate that takes what the output is.',
  },
  'values-missing': {
    title: 'A hit policy without the order of the values',
    message: ({ decision, policy }) =>
      `table \`${decision}\` has the hit policy \`${policy}\`, but no output lists its values`,
    help: 'Declare an output with `values`, the one of the highest priority first.',
  },
  'delegate-unordered': {
    title: 'A delegating rule that cannot be ordered',
    message: ({ decision, policy }) =>
      `a rule of \`${decision}\` delegates, but the hit policy \`${policy}\` orders rules by their own values`,
    help: 'Write the answer with `then`.',
  },
  'output-value': {
    title: 'A value that is not of the type of its output',
    message: ({ output, value, type }) => `\`${value}\` is no value of \`${output}\`, which is of type \`${type}\``,
    help: 'Write a value of that type, or declare another type in `outputs`.',
  },
  'unlisted-value': {
    title: 'A value that the output does not list',
    message: ({ output, value }) => `\`${value}\` is not among the values that \`${output}\` lists`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Write one of the values that the output lists, or add it to the list.',
  },
  'output-type': {
    title: 'An output of another type than is needed',
    message: ({ decision, type, needed }) =>
      `\`${decision}\` answers ${typeText(type)}, but ${typeText(needed)} are needed here`,
    help: 'Roles, conditions and votes take outcomes; a rule delegates to a decision that answers what its own output is.',
  },
} satisfies Partial<DiagnosticTexts>;
