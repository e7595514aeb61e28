import { listed } from '../../../text/text.js';
import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { names, oneOf } from './words.js';

export const knowledge = {
  'package-missing': {
    title: 'Knowledge without a Package document',
    message: () => 'the knowledge has no document of kind Package',
    help: 'Add one with an id, a title and a version.',
  },
  'document-twice': {
    title: 'Two documents with one id',
    message: ({ kind, id, first }) => `${kind} \`${id}\` is defined twice; the first is at ${first}`,
    help: 'Rename or remove one of them.',
  },
  'alias-taken': {
    title: 'An alias that leads to two things',
    message: ({ alias, kind, id, of }) => {
      if (of === undefined) return `the alias \`${alias}\` already leads to \`${id}\` (${kind})`;
      return kind === 'Dimension'
        ? `\`${alias}\` already leads to the unit \`${id}\` of \`${of}\``
        : `the alias \`${alias}\` already leads to the value \`${id}\` of \`${of}\``;
    },
    help: 'Give it to one of them; what has the word as its id needs no alias for it.',
  },
  'rule-twice': {
    title: 'Two rules with one name',
    message: ({ decision, rule }) => `decision \`${decision}\` has two rules called \`${rule}\``,
    help: 'Rename one of them.',
  },
  'extension-id': {
    title: 'An extension with the id of its table',
    message: ({ id }) => `an extension cannot have the id of the table that it extends, \`${id}\``,
    hint: ({ id }) => `Give it one of its own, such as \`our-${id}\`.`,
    help: 'Give the extension an id of its own.',
  },
  'overlay-breaks': {
    title: 'An overlay that breaks documents below it',
    message: ({ kind, id, expected }) =>
      `this replaces ${kind} \`${id}\`, and documents below it no longer fit: ${names(expected, 'and')}`,
    help: 'Keep what these documents refer to, give this an id of its own, or replace them as well.',
  },
  'unknown-reference': {
    title: 'A name that no document defines',
    message: ({ what, name }) => `there is no ${what} \`${name}\``,
    help: 'Correct the name, or add a document that defines it.',
  },
  'decision-body': {
    title: 'A decision without a body, or with two',
    message: ({ id }) => `decision \`${id}\` must have one of table, tree, vote or extends`,
    help: 'Give it exactly one of `table`, `tree`, `vote` and `extends`.',
  },
  'decision-cycle': {
    title: 'Decisions that depend on one another',
    message: ({ path }) => `these decisions depend on one another in a circle: ${path}`,
    help: 'Remove one of the delegations.',
  },
  'rule-empty': {
    title: 'A rule without a conclusion',
    message: ({ decision }) => `this rule of \`${decision}\` neither answers nor delegates`,
    help: 'Give it `then`, or `ask`, but not both.',
  },
  'scenario-factor-missing': {
    title: 'Scenarios that no factor can state',
    message: () => 'no factor has `values: scenarios`, so no workload can state a scenario',
    help: 'Add a factor of type choice with `values: scenarios`.',
  },
  'output-unknown': {
    title: 'An output that the decision does not have',
    message: ({ decision, output }) => `\`${output}\` is not an output of \`${decision}\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the outputs that the message lists.',
  },
  'output-needed': {
    title: 'A decision with several outputs, of which one must be named',
    message: ({ decision }) => `\`${decision}\` has several outputs; name one of them`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Write `decision.output`.',
  },
  'aggregate-missing': {
    title: 'A `collect` table without an aggregate',
    message: ({ decision }) => `table \`${decision}\` collects, but has no aggregate`,
    help: 'Add an `aggregate`, such as `list`, `union` or `sum`.',
  },
  'test-unfit': {
    title: 'A test that the type of the factor does not have',
    message: ({ test, factor, type }) => `\`${test}\` does not apply to \`${factor}\`, which is of type ${type}`,
    help: 'Use a test that suits the type: levels have `atLeast` and `atMost`, sets have `includes`, figures have bounds.',
  },
  'bounds-unordered': {
    title: 'Levels with bounds out of order',
    message: ({ factor, level }) => `the bound of level \`${level}\` of \`${factor}\` is not above the one before it`,
    help: 'List the levels from the smallest bound to the largest.',
  },
  'preset-unfit': {
    title: 'A preset in a form that scenarios do not have',
    message: ({ factor }) => `a scenario cannot preset \`${factor}\` in this way`,
    help: 'Write one value, or `{atLeast: level}`.',
  },
  'fact-form': {
    title: 'A fact in a form that its attribute does not have',
    message: ({ attribute, type }) =>
      `a fact on \`${attribute}\`, which is of type ${type}, must have exactly one value in a form that suits the type`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use exactly one of the forms that the message lists.',
  },
  'scope-missing': {
    title: 'A figure that does not say what it counts',
    message: ({ attribute }) => `a fact on \`${attribute}\` must say what its figure counts, by \`scope\``,
    hint: ({ expected }) => oneOf(expected),
    help: 'Add `scope` with one of the scopes that the message lists. Figures of different scopes are not compared.',
  },
  'range-reversed': {
    title: 'A range that ends before it begins',
    message: ({ attribute }) => `the range of \`${attribute}\` ends before it begins`,
    help: 'Write the smaller figure first.',
  },
  'bounds-unusable': {
    title: 'Bounds of a criterion that make no scale',
    message: ({ id }) => `the bounds of criterion \`${id}\` make no scale`,
    help: 'Write the lower end first; on a logarithmic scale, both ends must be above zero.',
  },
  'criterion-dimension': {
    title: 'A criterion that compares different dimensions',
    message: ({ factor, attribute }) => `\`${factor}\` and \`${attribute}\` are not measured in the same units`,
    help: 'Choose an attribute of the same dimension.',
  },
  'criterion-subject': {
    title: 'A criterion without a subject, or with two',
    message: ({ id }) => `criterion \`${id}\` must have one of \`attributes\`, \`presentIn\` and \`contains\``,
    help: 'Give it exactly one of the three, which names what the criterion judges.',
  },
  'acknowledges-any': {
    title: 'An acknowledgement that names too little',
    message: ({ problem }) => `this acknowledges every problem \`${problem}\`, also those that appear later`,
    hint: ({ expected }) => `Name what it is about: ${listed(expected, 'en')}.`,
    help: 'Name what the acknowledgement is about, so that it hides no later problem.',
  },
  'each-mismatch': {
    title: 'A decision of items that is evaluated without an item',
    message: ({ decision, each }) =>
      `\`${decision}\` is decided for each item of \`${each}\` and cannot be evaluated here`,
    help: 'Evaluate it from a decision with the same `each`.',
  },
} satisfies Partial<DiagnosticTexts>;
