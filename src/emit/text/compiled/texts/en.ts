import { counted as countedIn, listed } from '../../../../language/text/text.js';
import type { DebugTexts } from './texts.js';

const counted = (count: number, one: string, other: string): string => countedIn(count, 'en', { one, other });

export const en: DebugTexts = {
  program: ({ variables, decisions, rules }) =>
    `Program: ${counted(variables, 'variable', 'variables')}, ${counted(decisions, 'decision', 'decisions')}, ${counted(rules, 'rule', 'rules')}`,
  variables: 'Variables (code 0: not stated; of a quantity, odd codes are the intervals between bounds)',
  hitPolicy: (policy) => `hit policy ${policy}`,
  aggregate: (aggregate) => `aggregate ${aggregate}`,
  each: (collection) => `for each item of ${collection}`,
  outputs: (outputs) => `outputs ${listed(outputs, 'en', 'and')}`,
  always: 'always',
  fallback: (variable) => `else ${variable}`,
  delegates: (decision) => `delegates to ${decision}`,
  noAnswer: 'no answer',
  nothingNeeded: 'nothing needed',
  vote: ({ table, ballot, within, elect }) =>
    `the rules of ${table} vote by ${ballot}, admitted by ${within}, and elect ${elect}`,
  index: {
    'few-rules': 'bitmap: the rules fit into the bits of one number',
    'many-rules': 'tree: cuts leave few rules in each piece',
    'inherited-tests': 'bitmap: a test falls back to another variable, so that no tree is possible',
    inseparable: 'bitmap: no cut separates the rules well',
  },
  pure: 'the codes determine the result',
  dependent: 'the result depends on other decisions or on items',
  bitmap: ({ columns, words, bytes }) =>
    `${counted(columns, 'column', 'columns')}, ${counted(words, 'word', 'words')} for each bucket, ${counted(bytes, 'byte', 'bytes')}`,
  tree: ({ cuts, leaves, depth, copies, bytes }) =>
    `${counted(cuts, 'cut', 'cuts')}, ${counted(leaves, 'leaf', 'leaves')} with ${counted(copies, 'rule', 'rules')}, depth ${String(depth)}, ${counted(bytes, 'byte', 'bytes')}`,
  column: ({ variable, buckets, codesPerBucket }) =>
    codesPerBucket === 1
      ? `${variable}: ${counted(buckets, 'code', 'codes')}`
      : `${variable}: ${counted(buckets, 'bucket', 'buckets')} of ${counted(codesPerBucket, 'code', 'codes')}`,
  rules: (count) => counted(count, 'rule', 'rules'),
  reads: ({ place, choice, dependencies }) =>
    `${place}: ${choice}; ${counted(dependencies, 'dependency', 'dependencies')}`,
  noChoice: 'nothing chosen',
  notStated: 'not stated',
};
