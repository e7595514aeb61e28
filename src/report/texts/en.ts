import { listed, numberText } from '../../language/text/text.js';
import type { ReportTexts } from './texts.js';

const quoted = (demands: readonly string[]): string =>
  listed(
    demands.map((demand) => `“${demand}”`),
    'en',
    'and',
  );

const all = (parts: readonly string[]): string => listed(parts, 'en', 'and');

export const en: ReportTexts = {
  nothingExtra: 'nothing extra',
  noneFits: 'none fits',
  yes: 'yes',
  no: 'no',
  mixedFamily: 'mixed',
  realisedBy: (name, by) => `${name} by ${by}`,
  tests: {
    sentence: (subject, requirements) => `${subject} ${requirements.join(', ')}`,
    someItem: (collection, tests) => `among the ${collection}, ${tests.join(', ')}`,
    requirements: {
      equals: (values) => `is ${values}`,
      not: (values) => `is not ${values}`,
      atLeast: (values) => `is at least ${values}`,
      atMost: (values) => `is at most ${values}`,
      above: (values) => `is above ${values}`,
      below: (values) => `is below ${values}`,
      includes: (values) => `includes ${values}`,
      excludes: (values) => `does not include ${values}`,
    },
    stated: (isStated) => (isStated ? 'is stated' : 'is not stated'),
    empty: (isEmpty) => (isEmpty ? 'has no option that meets all' : 'has an option that meets all'),
  },
  fit: {
    atLeast: (level) => `at least ${level}`,
    atMost: (level) => `at most ${level}`,
    oneOfAccepted: (count) => `one of ${numberText(count, 'en')} accepted`,
    doubts: {
      conditions: 'it was measured under conditions that the workload does not state',
      partly: 'only part of the measured range meets it',
      conflict: 'the sources or their test set-ups disagree',
      stale: 'the evidence is past its expiry',
      undated: 'nobody knows how old the figure is',
      'low-confidence': 'the evidence is weak',
      'part-only': 'the figure counts only a part of what is asked',
      'bound-only': 'the figure is a bound, and the value may lie on either side of what is asked',
      'vendor-claim': 'it is what the maker claims, and nobody else has measured it',
      'no-limit-known': 'no source gives a limit of it, nor a use of this size',
    },
    evidenceAgainst: 'the available evidence contradicts it',
    noSource: (technology) => `no source gives this for ${technology}`,
    otherConditions: (technology) =>
      `the figures for ${technology} were measured under conditions that do not hold here`,
    howToMeasure: (how) => `to measure it: ${how}`,
  },
  reasons: {
    lacksRequired: (outcome) => `lacks ${outcome}, which is required`,
    forbiddenByPackage: (outcome) => `${outcome} is forbidden by a knowledge package`,
    forbiddenByWorkload: (outcome) => `${outcome} is forbidden by the workload`,
    otherFamily: (family) => `is of the family ${family}, which the statements rule out`,
    fails: (demand, found, subject = 'it') => `${subject} does not meet “${demand}”: ${found}`,
  },
  rivals: {
    sentence: (rival, place, clauses) => `${place}, ${rival}: ${clauses.join('; ')}.`,
    chosen: 'it is chosen',
    omitted: 'the workload wants nothing for this place',
    notNeeded: 'nothing is needed for this place',
    required: (chosen) => `the workload requires ${chosen}`,
    guide: (answer, clauses) =>
      `the guide answers ${answer} (${clauses.join(' ')}), and it goes before the ranking by the evidence`,
    namedSecond: (clauses, chosen) =>
      `the guide names it as well (${clauses.join(' ')})${chosen === undefined ? '' : `, but ${chosen} goes before it`}`,
    ruleMisses(rule, { where, holding, instead, notStated }) {
      const missing = [
        ...instead,
        ...(notStated.length === 0 ? [] : [`${all(notStated)} ${notStated.length === 1 ? 'is' : 'are'} not stated`]),
      ];
      const here = holding.length === 0 ? all(missing) : `${all(holding)}, but ${all(missing)}`;
      return `${rule} names it where ${all(where)}; here ${here}`;
    },
    ruleWithoutResult: (rule, why) => `${rule} would name it, but ${why}`,
    noRule: 'no rule that was evaluated names it',
    nearerRelative: (chosen, answer) => `the guide answers ${answer}, and ${chosen} is nearer to that`,
    ranked: (rank, chosen, rankOfChosen) =>
      `the evidence ranks it number ${numberText(rank, 'en')}, and ${chosen} number ${numberText(rankOfChosen, 'en')}`,
    tied: (chosen) => `the evidence does not tell it and ${chosen} apart`,
  },
  unproven: (demands) => `nothing proves ${demands.map((demand) => `“${demand}”`).join(', ')}`,
  tied: {
    nothingRequired: (count) =>
      `The evidence does not tell ${numberText(count, 'en')} candidates apart: nothing was asked that does`,
    meetAlike: (count, demands) =>
      `The evidence does not tell ${numberText(count, 'en')} candidates apart: they all meet ${quoted(demands)}`,
    doAlike: (count, demands) =>
      `The evidence does not tell ${numberText(count, 'en')} candidates apart: they do alike on ${quoted(demands)}`,
    withRivals: (text, rivals) => `${text}; ${listed(rivals, 'en')} would do as well`,
  },
  firstByFacts: {
    several: (count) => `${numberText(count, 'en')} other candidates`,
    fails: (best, chosen, demand) => `The facts put ${best} first: ${chosen} does not meet “${demand}”`,
    unknown: (best, chosen, demand) => `The facts put ${best} first: ${chosen} has no evidence for “${demand}”`,
    conditional: (best, chosen, demand) =>
      `The facts put ${best} first: ${chosen} meets “${demand}” only under conditions`,
    nearer: (best, chosen, criterion) =>
      `The facts put ${best} first: by ${criterion}, ${chosen} is farther from what is asked`,
  },
  trace: {
    nothingStated: (test) => `requires that ${test}; nothing is stated`,
    otherValue: (test, found) => `requires that ${test}; it is ${found}`,
    noResult: (decision) => `“${decision}” has no result`,
    isFound: (factor, found) => `${factor} is ${found}`,
    doesNotHold: (test) => `it is not so that ${test}`,
  },
};
