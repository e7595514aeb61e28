import type { KnowledgeKind } from '../../language/schema/kinds.js';
import type { Fact } from '../../language/schema/knowledge/evidence.js';
import type { DiffTexts } from './texts.js';

const FACT: Readonly<Record<Fact['kind'], string>> = {
  measurement: 'measured',
  benchmark: 'benchmark',
  paper: 'paper',
  documentation: 'documentation',
  'vendor-claim': 'vendor claim',
};
const CONFIDENCE: Readonly<Record<Fact['confidence'], string>> = {
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
};
const KINDS: Readonly<Record<KnowledgeKind, string>> = {
  Package: 'package',
  Dimension: 'dimension',
  Factor: 'factor',
  Outcome: 'outcome',
  Technology: 'technology',
  Combinations: 'combinations',
  Role: 'role',
  Decision: 'decision',
  Scenario: 'scenario',
  Source: 'source',
  Attribute: 'attribute',
  Bibliography: 'bibliography',
  Evidence: 'evidence',
  Claim: 'claim',
  Criterion: 'criterion',
  Compatibility: 'compatibility rule',
  Tension: 'tension',
  Trend: 'trend',
  Advisory: 'advisory',
};
const after = (content: string | undefined): string => (content === undefined ? '' : `: ${content}`);

export const en: DiffTexts = {
  nothingChosen: { open: 'open', notNeeded: 'not needed', noneCanRun: 'none can run here' },
  noResult: 'no result',
  change: {
    added: (subject, content) => `added: ${subject}${after(content)}`,
    removed: (subject, content) => `removed: ${subject}${after(content)}`,
    changed: (subject, before, now) => `changed: ${subject}: ${before}; now ${now}`,
    changedInside: (subject) => `changed: ${subject}`,
  },
  subject: {
    rule: (name, decision, origin) =>
      `${name === undefined ? 'a rule' : `rule ${name}`} of “${decision}”${origin === undefined ? '' : ` (${origin})`}`,
    fact: (attribute, technology, source) => `${attribute} of ${technology} according to ${source}`,
    forbidden: (pkg) => `technologies that ${pkg} forbids`,
    weight: (criterion, pkg) => `the weight that ${pkg} gives to “${criterion}”`,
    document: (kind, title) => `the ${KINDS[kind]} “${title}”`,
    part: (document, at) => `${document}, ${at}`,
  },
  content: {
    fact: (value, kind, confidence, date) =>
      `${value} (${[FACT[kind], CONFIDENCE[confidence], ...(date === undefined ? [] : [date])].join(', ')})`,
    rule: (tests, results) =>
      tests.length === 0 ? results.join('; ') : `if ${tests.join(' and ')}, then ${results.join('; ')}`,
    delegatesTo: (decision) => `delegates to “${decision}”`,
    output: (name, answer) => `${name}: ${answer}`,
    noOutput: 'nothing',
  },
};
