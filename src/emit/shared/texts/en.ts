import { listed } from '../../../language/text/text.js';
import type { SharedTexts } from './texts.js';

const workloads = (count: number): string => (count === 1 ? '1 workload' : `${String(count)} workloads`);

export const en: SharedTexts = {
  evidence: {
    kinds: {
      measurement: 'measured',
      benchmark: 'benchmark',
      paper: 'paper',
      documentation: 'documentation',
      'vendor-claim': 'vendor claim',
    },
    confidences: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
    verdicts: { meets: 'meets', conditional: 'conditional', unknown: 'unknown', fails: 'fails' },
    stale: 'past its expiry',
    derived: 'worked out by us',
    undated: 'undated',
    nothing: '–',
  },
  comparison: {
    facts: 'Facts side by side',
    nothing: 'no figure with a source',
    attribute: 'Attribute',
    fit: (place) => `Fit with the workload: ${place}`,
    candidate: (title, verdict, rank, score) =>
      `${title}: ${verdict}; number ${String(rank)} of its role, distance ${score}`,
    required: 'Required',
    verdict: 'Verdict',
    rank: (rank) => `number ${String(rank)} of its role`,
    cannot: (why) => `cannot run here: ${why}`,
    sources: 'Sources',
  },
  difference: {
    summary({ workloads: all, changed, unreadable, lesser }) {
      const parts = [
        ...(changed > 0
          ? [`${String(changed)} of ${workloads(all)} ${changed === 1 ? 'is' : 'are'} answered otherwise`]
          : []),
        ...(unreadable > 0
          ? [
              `${changed > 0 ? String(unreadable) : `${String(unreadable)} of ${workloads(all)}`} can be read by one of the two alone`,
            ]
          : []),
      ];
      const same = all === 1 ? 'The workload is answered as before' : `All ${workloads(all)} are answered as before`;
      const grounds = `${parts.length === 0 ? '' : 'of the others, '}${String(lesser)} ${lesser === 1 ? 'has' : 'have'} the same answers on other grounds`;
      return `${[parts.length === 0 ? same : listed(parts, 'en', 'and'), ...(lesser > 0 ? [grounds] : [])].join('; ')}.`;
    },
    asOf: (date) => `, as of ${date}`,
    lesser: 'Same answers, other grounds',
    folded: (count) => `What else differs: ${workloads(count)}`,
    readable: 'can be read',
    absent: 'not part of the stack',
    aspects: {
      opinion: 'decided by',
      guide: 'the guide answers',
      rules: 'by the rules',
      verdict: 'the facts say of it',
      fitBest: 'the facts rank first',
    },
    verdicts: { meets: 'meets all', conditional: 'meets under conditions', unknown: 'unknown', fails: 'fails' },
    opinions: { guide: 'the guide', fit: 'the facts', none: 'neither opinion' },
    nothing: 'nothing',
    unreadable: {
      from: 'only the newer knowledge can read it',
      to: 'the newer knowledge cannot read it',
    },
    because(proof, count) {
      if (proof === 'minimal') return count === 1 ? 'because' : 'because, all together';
      if (proof === 'enough') return 'because of some of these; which was not proven';
      return count === 0 ? 'because: no cause was proven' : 'no cause was proven; this changed and bears on it';
    },
    more: (count) => `and ${String(count)} more`,
    findings: {
      appeared: { error: 'new error', warning: 'new warning' },
      gone: { error: 'former error', warning: 'former warning' },
    },
    document: (number) => `document ${String(number)}`,
    columns: { workload: 'Workload', role: 'Role', before: 'Before', after: 'After', because: 'Because', what: 'What' },
  },
  problem: {
    witness: (text) => `for example: ${text}`,
  },
  map: {
    untitled: 'Workload',
    basis: (version, asOf) => `knowledge ${version}, as of ${asOf}`,
    subject: (place, x, y) => `${place}, by ${x} (→) and ${y} (↓)`,
    legend: 'Answers',
    cells: (count) => (count === 1 ? '1 cell' : `${String(count)} cells`),
    own: (x, y) => `this workload (${x}; ${y})`,
    stated: (factor, value) => `${factor}: ${value}`,
    byFit: 'the facts decide; elsewhere the guide does',
    onlyFit: 'the facts decide',
    more: (title, count) => `${title} +${String(count)}`,
    also: (title, others) => `“${title}” stands for ${others} as well.`,
    without: (axis, members) => `${axis}: one more or less of these changes nothing: ${members}.`,
    andMore: (count) => `and ${String(count)} more`,
    cell: (where, answer) => `${where} → ${answer}`,
    answered: (letter, title, count) => `${letter}, ${title}: ${count === 1 ? '1 cell' : `${String(count)} cells`}.`,
  },
};
