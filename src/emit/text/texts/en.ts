import { listed } from '../../../language/text/text.js';
import { combinationIds, isVague, rounded } from './parts.js';
import type { TextTexts } from './texts.js';

export const en: TextTexts = {
  recommendation: {
    stack: 'Stack',
    findings: 'Findings',
    fit: 'Fit: what the evidence says',
    claims: 'Figures of the guide, and what supports them',
    risks: 'Risks of what is chosen',
    verdicts: {
      confirmed: 'confirmed',
      conditional: 'confirmed under conditions',
      unconfirmed: 'not confirmed',
      unsourced: 'no source found',
    },
    why: 'Why',
    inputs: 'Inputs',
    tensions: 'Where the guide pulls two ways',
    trends: 'Trends',
    trace: 'Trace: every decision asked',
    openFactors: 'What is not stated and could change it',
    alsoOpen: (titles) => `and ${listed(titles, 'en', 'and')} (--json shows how)`,
    others: (title, count) =>
      `${title}: ${String(count)} other ${count === 1 ? 'answer' : 'answers'} (--json shows ${count === 1 ? 'it' : 'them'})`,
    flips: 'The smallest changes that flip it',
    next: 'Next',
    untitled: 'Workload',
    open: 'open',
    notNeeded: 'not needed',
    none: 'none that can run here',
    always: 'by default',
    and: ' and ',
    reading: 'Our reading: ',
    noResult: 'silent',
    origins: {
      stated: 'stated',
      figure: 'stated as a figure',
      scenario: 'preset by the scenario',
      typical: 'typical here, decides nothing',
    },
    basis: (version, asOf) => `knowledge ${version}, as of ${asOf}`,
    runsOn: (on) => `runs on ${on}`,
    by: (name, by) => `${name} by ${by}`,
    orElse: (others) => `or ${others}`,
    also: (others) => `also named: ${others}`,
    rejected: (id, reasons) => `not ${id}: ${reasons}`,
    answers: (outcome) => (outcome.length === 0 ? 'none fits' : combinationIds(outcome).join(' or ')),
    wouldChange: (factor, value, role, chosen) =>
      `${factor} is not stated; ${value} would change ${role} to ${chosen}.`,
    wouldSettle: (factor, value, role, chosen) =>
      `${factor} is not stated; ${value} would settle ${role} on ${chosen}.`,
    explain: 'Shows every rule that was asked, and why the others did not hit.',
  },
  fit: {
    nothing: 'no figure with a source',
    typical: ' (typical, not stated)',
    first: (best) => `The facts rank ${best} first too`,
    better: (best, rank) => `The facts rank ${best} first and what is chosen number ${String(rank)}`,
    share: (share) => `; it stays first under ${share} of all weightings`,
    chosenShare: (chosen, share) => `, ${chosen} under ${share}`,
    lessThan: 'less than 1 %',
    moreThan: 'more than 99 %',
    turning: (rival, gains, losses) =>
      gains === '' && losses === ''
        ? `; ${rival} is about level with it`
        : `; ${rival} draws level at the nearest once weight moves ${[
            ...(losses === '' ? [] : [`from ${losses}`]),
            ...(gains === '' ? [] : [`to ${gains}`]),
          ].join(' ')}`,
  },
  whatIf: {
    onlyIf: (title, conditions) => `${title}, only if ${conditions}`,
    onlyIfOne: (title) => `${title}, only if one of these holds:`,
    more: (count, allBy) => `${String(count)} more (${allBy} shows them)`,
    moreAnswers: (count, allBy) => `and ${String(count)} other answers (${allBy} shows them)`,
    notReachable: (id, role) =>
      `Proven: nothing would. No rule that is asked for ${role ?? 'this workload'} names ${id}, and no combination that can run there holds it.`,
  },
  verification: {
    title: (version) => `Verification of ${version}`,
    counts: (decisions, rules) => `${String(decisions)} decisions, ${String(rules)} rules.`,
    questions: ({ interviews, proven = 0, expected, most, inOrder }) =>
      interviews === undefined
        ? `An interview is expected to take ${String(expected)} questions, ${String(most)} at most (exact, by dynamic programming); every factor in order takes ${String(inOrder)}.`
        : `An interview took ${String(expected)} questions on average, ${String(most)} at most (estimated by ${String(interviews)} drawn workloads, of which ${String(proven)} ended with a proof); every factor in order takes ${String(inOrder)}.`,
    severities: { error: 'error', warning: 'warning', note: 'note' },
    more: (count) => `and ${String(count)} more`,
    acknowledged: 'Acknowledged',
    group: (tension, count, reading) =>
      `${tension} (${count === 1 ? '1 problem' : `${String(count)} problems`}): ${reading}`,
    notes: (count) => `${count === 1 ? '1 note is' : `${String(count)} notes are`} not shown; \`--all\` shows all.`,
    verdict: (errors, warnings, known) =>
      `${errors === 1 ? '1 error' : `${String(errors)} errors`}, ${warnings === 1 ? '1 warning' : `${String(warnings)} warnings`}; ${String(known)} acknowledged.`,
  },
  freshness: {
    title: (asOf) => `Freshness of the knowledge, as of ${asOf}`,
    counts: (technologies, facts, sources) =>
      `${String(technologies)} technologies, ${String(facts)} facts, ${String(sources)} sources.`,
    stale: (count) => `Facts past their expiry: ${String(count)}`,
    staleFact: (technology, attribute, value, date, until, source) =>
      `${technology}, ${attribute.toLowerCase()}: ${value}; of ${date}, good until ${until} [${source}]`,
    undated: (count) => `Sources without a date: ${String(count)}`,
    undatedSource: (title, id, cited) =>
      `${title} [${id}], behind ${cited === 1 ? '1 fact' : `${String(cited)} facts`}`,
    withoutLifecycle: (count) => `Technologies without a statement on their lifecycle: ${String(count)}`,
    unsupported: (count) => `Figures of the guide that no evidence supports: ${String(count)}`,
    verdicts: { unconfirmed: 'not confirmed', unsourced: 'no source found', unexamined: 'nobody has examined it' },
    warns: 'All of this is a warning: age alone fails nothing.',
    allFresh: 'Nothing is stale, undated or unsupported.',
  },
  profile: {
    facts: 'Facts',
    lifecycle: 'Lifecycle',
    needs: 'Needs',
    compatibility: 'Together with others',
    hazards: 'Hazards',
    alternatives: 'Maintained alternatives',
    runsOn: 'Comes with',
    realises: 'Offers the interface of',
    realisedBy: 'Realised by',
    namedBy: 'Named by the guide in',
    released: (date) => `released ${date}`,
    ends: (date) => `supported until ${date}`,
    endedOn: (date) => `ended ${date}`,
    endedWith: (release) => `removed by ${release}`,
    instead: (what) => `use ${what}`,
  },
  interview: {
    why: 'Why: ',
    how: 'How to find out: ',
    yourself: (examples) => `such as ${examples.join(', ')}`,
    expected: (expected) => {
      if (expected.exact) return `${rounded(expected.questions)} questions expected, ${String(expected.most)} at most`;
      const least = `at least ${String(expected.atLeast)}`;
      return isVague(expected) ? `${least} more` : `${least} and at most ${String(expected.atMost)} more`;
    },
    done: (asked, tried, hasPresets) =>
      `${asked === 1 ? '1 question' : `${String(asked)} questions`}. ${
        tried === undefined
          ? `Proven: no reply to any other question can change what is chosen${hasPresets ? '; stating otherwise than the scenario presets may' : ''}.`
          : `Not proven within ${String(tried.points)} points: none of ${String(tried.completions)} full sets of replies that were drawn changes what is chosen.`
      }`,
    next: (title) => `Next question: ${title}`,
    takes: { one: 'one of', many: 'any of', figure: 'a figure' },
  },
};
