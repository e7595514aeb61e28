import { counted, listed, numberText, plural } from '../../../language/text/text.js';
import type { SharedTexts } from './texts.js';

const figure = (count: number): string => numberText(count, 'en');
const countOf = (count: number, one: string, other: string): string => counted(count, 'en', { one, other });
const workloads = (count: number): string => counted(count, 'en', { one: 'workload', other: 'workloads' });
const cells = (count: number): string => counted(count, 'en', { one: 'cell', other: 'cells' });

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
    verdicts: {
      meets: 'meets',
      conditional: 'meets under conditions',
      unknown: 'not proven',
      fails: 'does not meet',
    },
    stale: 'past its expiry',
    derived: 'derived by us',
    undated: 'undated',
    read: (date) => `read ${date}`,
    unknownAge: 'age unknown',
    onlyWith: (technologies) => `only with ${technologies}`,
    nothing: '–',
    doubts: {
      'vendor-claim': 'only its maker claims it',
      'no-limit-known': 'no known limit',
      'bound-only': 'a bound only',
      'part-only': 'of a part only',
      stale: 'stale evidence',
      undated: 'evidence of unknown age',
      'low-confidence': 'weak evidence',
      conflict: 'the sources disagree',
      partly: 'a part of the range only',
      conditions: 'under conditions of its own',
    },
    noEvidence: 'no evidence',
  },
  answer: {
    stack: 'Stack',
    findings: 'Check',
    fit: 'Fit: the choice compared with the evidence',
    untitled: 'Workload',
    open: 'open',
    notNeeded: 'not needed',
    none: 'none can run here',
    basis: ({ version, reviewed }, asOf) =>
      `knowledge ${version}${reviewed === undefined ? '' : `, reviewed ${reviewed}`}, as of ${asOf}`,
    by: (name, by) => `${name} by ${by}`,
    orElse: (others) => `or ${others}`,
    columns: { role: 'Role', choice: 'Choice', verdict: 'Verdict of the evidence', others: 'Or', rules: 'Rules' },
    severities: { error: 'error', warning: 'warning', info: 'note' },
    risks: 'Risks of the choice',
    inputs: 'Inputs',
    inputColumns: { factor: 'Factor', value: 'Value', origin: 'Origin' },
    origins: {
      stated: 'stated',
      figure: 'stated as a figure',
      scenario: 'preset by the scenario',
      typical: 'typical of the scenario, decides nothing',
    },
    constraints: { forbid: 'Forbidden', require: 'Required', omit: 'Nothing wanted for' },
    claims: 'Figures of the guide, and what supports them',
    claimVerdicts: {
      confirmed: 'confirmed',
      conditional: 'confirmed under conditions',
      unconfirmed: 'not confirmed',
      unsourced: 'no source found',
    },
    tensions: 'Tensions of the guide',
    reading: 'Our reading',
    trends: 'Trends',
  },
  summary: {
    why: 'Why',
    changes: 'Changes',
    always: 'by default',
    whatever: (titles) =>
      `whatever ${listed(titles, 'en', 'and')} ${plural('en', titles.length, { one: 'is', other: 'are' })}`,
    and: ' and ',
    proven: (count) => `${countOf(count, 'requirement', 'requirements')} proven`,
    andOthers: (about, count) => `${about}; ${figure(count)} more`,
    assuming: (condition) => `if ${condition}`,
    holdsIf: (condition) => `holds if ${condition}, which is not stated`,
    wanted: (outcome) => `the guide wants ${outcome}`,
    undecided: 'nothing that is stated decides it',
    unmet: 'nothing known meets all that is stated',
    byEvidence: 'chosen by the evidence',
    change: (factor, value, place, chosen) => `${factor}: ${value} → ${chosen} (${place})`,
    marks: {
      meets: 'proven',
      conditional: 'under conditions',
      unknown: 'not proven',
      fails: 'does not meet',
      open: 'cannot run here',
    },
    verdictOn: {
      conditional: (demand) => `meets “${demand}” under conditions`,
      unknown: (demand) => `nothing proves “${demand}”`,
      fails: (demand) => `does not meet “${demand}”`,
    },
    notNeededPlaces: (titles) => `Not needed: ${listed(titles, 'en', 'and')}`,
    found: 'Found',
    whyNot: 'Why not',
    rivals: 'Why not something else',
  },
  profile: {
    facts: 'Facts',
    licence: 'Licence',
    lifecycle: 'Lifecycle',
    needs: 'Needs',
    compatibility: 'Compatibility',
    hazards: 'Hazards',
    alternatives: 'Maintained alternatives',
    runsOn: 'Runs on',
    realises: 'Provides the interface of',
    realisedBy: 'Provided by',
    namedBy: 'Named by the guide in',
    released: (date) => `released ${date}`,
    ends: (date) => `supported until ${date}`,
    endedOn: (date) => `ended ${date}`,
    endedWith: (release) => `removed by ${release}`,
    instead: (what) => `use ${what}`,
  },
  definition: {
    aliases: 'Words that lead here',
    alsoNamed: 'Its name also means',
  },
  whatIf: {
    kept: (titles) => `What stays: ${listed(titles, 'en', 'and')} (--keep and --all-factors say what).`,
    columns: { place: 'Place', now: 'Choice', then: 'Becomes', when: 'Only if' },
  },
  verification: {
    title: (version) => `Verification of ${version}`,
    counts: (decisions, rules) => `${countOf(decisions, 'decision', 'decisions')}, ${countOf(rules, 'rule', 'rules')}.`,
    questions: ({ interviews, proven = 0, expected, most, inOrder }) =>
      interviews === undefined
        ? `An interview is expected to take ${countOf(expected, 'question', 'questions')}, ${figure(most)} at most (exact, by dynamic programming); every factor in order takes ${figure(inOrder)}.`
        : `An interview took ${countOf(expected, 'question', 'questions')} on average (estimated by ${countOf(interviews, 'drawn workload', 'drawn workloads')}, of which ${figure(proven)} ended with a proof); none takes more than ${figure(most)}; every factor in order takes ${figure(inOrder)}.`,
    severities: { error: 'error', warning: 'warning', note: 'note' },
    more: (count) => `and ${figure(count)} more`,
    acknowledged: 'Acknowledged',
    group: (tension, count, reading) =>
      `${tension} (${counted(count, 'en', { one: 'problem', other: 'problems' })}): ${reading}`,
    section: (id, relation, own) =>
      relation === 'own'
        ? `Your package ${id}`
        : relation === 'changed'
          ? `Package ${id}, because of your ${own > 1 ? 'packages' : 'package'}`
          : `Package ${id}, even without your ${own > 1 ? 'packages' : 'package'}`,
    noProblem: 'No errors or warnings.',
    alike: (title, count, decisions) =>
      `${title}: ${countOf(count, 'time', 'times')}${
        decisions.length === 0
          ? ''
          : ` in ${listed(
              decisions.map((id) => `\`${id}\``),
              'en',
              'and',
            )}`
      }`,
    moreAlike: (count) => `and ${figure(count)} more like these; \`--all\` lists each of them`,
    omitted: ({ alike, notes, inherited, freshness }) =>
      `Not listed: ${listed(
        [
          ...(alike > 0 ? [`${countOf(alike, 'problem', 'problems')} like those above`] : []),
          ...(notes > 0 ? [countOf(notes, 'note', 'notes')] : []),
          ...(inherited > 0
            ? [`${countOf(inherited, 'problem', 'problems')} that the packages below have by themselves`]
            : []),
          ...(freshness > 0 ? [`${countOf(freshness, 'entry', 'entries')} on freshness`] : []),
        ],
        'en',
        'and',
      )}. \`--all\` lists everything.`,
    verdict: (errors, warnings, known) =>
      `${counted(errors, 'en', { one: 'error', other: 'errors' })}, ${counted(warnings, 'en', { one: 'warning', other: 'warnings' })}; ${figure(known)} acknowledged.`,
  },
  interview: {
    why: 'Why: ',
    how: 'How to find out: ',
    done: (asked, tried, hasPresets) =>
      `${counted(asked, 'en', { one: 'question', other: 'questions' })}. ${
        tried === undefined
          ? `Proven: no reply to another question changes a choice${hasPresets ? '; a value that replaces a preset of the scenario may' : ''}.`
          : `Not proven within ${countOf(tried.points, 'point', 'points')}: none of ${countOf(tried.completions, 'complete set', 'complete sets')} of replies, drawn at random, changes a choice.`
      }`,
    next: (title) => `Next question: ${title}`,
  },
  comparison: {
    facts: 'Facts',
    nothing: 'no figure with a source',
    attribute: 'Attribute',
    fit: (place) => `Fit with the workload: ${place}`,
    candidate: (title, verdict, rank, score) =>
      `${title}: ${verdict}; rank ${figure(rank)} in its role, distance ${score}`,
    required: 'Required',
    verdict: 'Verdict',
    rank: (rank) => `rank ${figure(rank)} in its role`,
    cannot: (why) => `cannot run here: ${why}`,
    sources: 'Sources',
  },
  difference: {
    summary({ workloads: all, changed, unreadable, lesser }) {
      const parts = [
        ...(changed > 0
          ? [
              `${figure(changed)} of ${workloads(all)} ${plural('en', changed, { one: 'has another answer', other: 'have other answers' })}`,
            ]
          : []),
        ...(unreadable > 0
          ? [
              `${changed > 0 ? figure(unreadable) : `${figure(unreadable)} of ${workloads(all)}`} can be read by only one version`,
            ]
          : []),
      ];
      const same = plural('en', all, {
        one: 'The workload has the same answers',
        other: `All ${workloads(all)} have the same answers`,
      });
      const grounds = `${parts.length === 0 ? '' : 'of the others, '}${figure(lesser)} ${plural('en', lesser, { one: 'has', other: 'have' })} the same answers for other reasons`;
      return `${[parts.length === 0 ? same : listed(parts, 'en', 'and'), ...(lesser > 0 ? [grounds] : [])].join('; ')}.`;
    },
    asOf: (date) => `, as of ${date}`,
    lesser: 'Same answers, other reasons',
    folded: (count) => `Other differences: ${workloads(count)}`,
    readable: 'can be read',
    absent: 'not part of the stack',
    aspects: {
      opinion: 'decided by',
      guide: 'answer of the guide',
      rules: 'rules',
      verdict: 'verdict of the evidence',
      fitBest: 'first by the evidence',
    },
    verdicts: {
      meets: 'meets all',
      conditional: 'meets all under conditions',
      unknown: 'not all proven',
      fails: 'does not meet all',
    },
    opinions: { guide: 'the guide', fit: 'the evidence', none: 'neither opinion' },
    nothing: 'nothing',
    unreadable: {
      from: 'only the newer version can read it',
      to: 'the newer version cannot read it',
    },
    because(proof, changes) {
      if (proof === 'minimal') return changes === 'several' ? 'because, jointly' : 'because';
      if (proof === 'enough') return 'because of some of these; it is not proven of which';
      return changes === 'none' ? 'because: no cause was proven' : 'no cause was proven; relevant changes';
    },
    more: (count) => `and ${figure(count)} more`,
    findings: {
      appeared: { error: 'new error', warning: 'new warning' },
      gone: { error: 'former error', warning: 'former warning' },
    },
    document: (number) => `document ${figure(number)}`,
    columns: { workload: 'Workload', role: 'Role', before: 'Before', after: 'After', because: 'Because', what: 'What' },
  },
  problem: {
    witness: (text) => `for example: ${text}`,
  },
  map: {
    untitled: 'Workload',
    subject: (place, x, y) => `${place}, by ${x} (→) and ${y} (↓)`,
    legend: 'Answers',
    cells,
    own: (x, y) => `this workload (${x}; ${y})`,
    stated: (factor, value) => `${factor}: ${value}`,
    byFit: 'decided by the evidence; all others by the guide',
    onlyFit: 'decided by the evidence',
    more: (title, count) => `${title} +${figure(count)}`,
    also: (title, others) => `“${title}” also represents ${others}.`,
    without: (axis, members) => `${axis}: adding or removing any of these changes nothing: ${members}.`,
    andMore: (count) => `and ${figure(count)} more`,
    cell: (where, answer) => `${where} → ${answer}`,
    answered: (letter, title, count) => `${letter}, ${title}: ${cells(count)}.`,
  },
};
