import { numberText } from '../../language/text/text.js';
import type { ReportTexts } from './texts.js';

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
    empty: (isEmpty) => (isEmpty ? 'leaves nothing that fits all' : 'leaves something that fits all'),
  },
  fit: {
    atLeast: (level) => `at least ${level}`,
    oneOfAccepted: (count) => `one of ${numberText(count, 'en')} accepted`,
    doubts: {
      conditions: 'it was found under conditions that are not stated here',
      partly: 'only part of what was found would do',
      conflict: 'the sources, or their set-ups, disagree',
      stale: 'the evidence is past its expiry',
      'low-confidence': 'the evidence is weak',
    },
    evidenceAgainst: 'the evidence there is contradicts it',
    noSource: (technology) => `no source gives this for ${technology}`,
    otherConditions: (technology) =>
      `what sources give for ${technology} was found under conditions that do not hold here`,
    howToMeasure: (how) => `to measure it: ${how}`,
  },
  reasons: {
    lacksRequired: (outcome) => `lacks ${outcome}, which is required`,
    forbiddenByPackage: (outcome) => `${outcome} is forbidden by a knowledge package`,
    forbiddenByWorkload: (outcome) => `${outcome} is forbidden by the workload`,
    otherFamily: (family) => `is of the family ${family}, which what is stated rules out`,
    fails: (criterion, required, found) => `${criterion}: ${required} is required, ${found} was found`,
  },
  trace: {
    nothingStated: (test) => `requires that ${test}; nothing is stated`,
    otherValue: (test, found) => `requires that ${test}; it is ${found}`,
    noResult: (decision) => `“${decision}” has no result`,
  },
};
