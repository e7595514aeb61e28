import type { TableTexts } from './texts.js';

export const en: TableTexts = {
  columns: {
    then: ['then'],
    id: ['id', '#'],
    source: ['source'],
    ask: ['ask'],
    alternatives: ['alternatives'],
    implementations: ['implementations'],
    figures: ['figures'],
  },
  settings: {
    id: 'id',
    source: 'source',
    each: 'each',
    outputs: 'outputs',
    hitPolicy: 'hitPolicy',
    aggregate: 'aggregate',
  },
  translated: {
    title: (lang) => `title (${lang})`,
    why: (lang) => `why (${lang})`,
    description: (lang) => `description (${lang})`,
    outputs: (lang) => `outputs (${lang})`,
  },
  words: {
    all: 'all',
    any: 'any',
    none: 'none',
    not: 'not',
    and: 'and',
    some: 'some',
    includes: 'includes',
    excludes: 'excludes',
    stated: 'stated',
    empty: 'empty',
    scenario: 'scenario',
  },
};
