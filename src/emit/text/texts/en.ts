import { counted, listed, numberText, plural } from '../../../language/text/text.js';
import { combinationIds, type TextTexts } from './texts.js';

const figure = (count: number): string => numberText(count, 'en');
const countOf = (count: number, one: string, other: string): string => counted(count, 'en', { one, other });

const compiled: TextTexts['compiled'] = {
  program: ({ variables, decisions, rules }) =>
    `Program: ${countOf(variables, 'variable', 'variables')}, ${countOf(decisions, 'decision', 'decisions')}, ${countOf(rules, 'rule', 'rules')}`,
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
    `${countOf(columns, 'column', 'columns')}, ${countOf(words, 'word', 'words')} for each bucket, ${countOf(bytes, 'byte', 'bytes')}`,
  tree: ({ cuts, leaves, depth, copies, bytes }) =>
    `${countOf(cuts, 'cut', 'cuts')}, ${countOf(leaves, 'leaf', 'leaves')} with ${countOf(copies, 'rule', 'rules')}, depth ${figure(depth)}, ${countOf(bytes, 'byte', 'bytes')}`,
  column: ({ variable, buckets, codesPerBucket }) =>
    codesPerBucket === 1
      ? `${variable}: ${countOf(buckets, 'code', 'codes')}`
      : `${variable}: ${countOf(buckets, 'bucket', 'buckets')} of ${countOf(codesPerBucket, 'code', 'codes')}`,
  rules: (count) => countOf(count, 'rule', 'rules'),
  reads: ({ place, choice, dependencies }) =>
    `${place}: ${choice}; ${countOf(dependencies, 'dependency', 'dependencies')}`,
  noChoice: 'nothing chosen',
  notStated: 'not stated',
};

export const en: TextTexts = {
  compiled,
  recommendation: {
    trace: 'Trace: every evaluated decision',
    openFactors: 'Open factors: not stated, and could change a choice',
    alsoOpen: (titles) => `and ${listed(titles, 'en', 'and')} (--json shows how)`,
    others: (title, count) =>
      `${title}: ${plural('en', count, { one: '1 other choice (--json shows it)', other: `${figure(count)} other choices (--json shows them)` })}`,
    flips: 'Smallest changes that lead to another choice',
    next: 'Next',
    noResult: 'no result',
    runsOn: (on) => `runs on ${on}`,
    also: (others) => `also named: ${others}`,
    rejected: (id, reasons) => `not ${id}: ${reasons}`,
    answers: (outcome) => (outcome.length === 0 ? 'none fits' : combinationIds(outcome).join(' or ')),
    wouldChange: (factor, value, role, chosen) =>
      `${factor} is not stated; ${value} would change ${role} to ${chosen}.`,
    wouldSettle: (factor, value, role, chosen) => `${factor} is not stated; with ${value}, ${role} would be ${chosen}.`,
    explain: 'Shows every evaluated rule, and why rules did not hit.',
  },
  brief: {
    morePlaces: (count) =>
      `${countOf(count, 'more place', 'more places')}; --full shows ${plural('en', count, { one: 'it', other: 'them' })}.`,
    more: (count) => `${figure(count)} more; --full shows ${plural('en', count, { one: 'it', other: 'them' })}.`,
    readOn: (commands) => `More: ${commands.join('   ')}`,
  },
  fit: {
    nothing: 'no figure with a source',
    typical: ' (typical, not stated)',
    first: (best) => `The evidence ranks ${best} first too`,
    better: (best, rank) => `The evidence ranks ${best} first and the choice number ${figure(rank)}`,
    share: (share) => `; it stays first under ${share} of all weightings`,
    chosenShare: (chosen, share) => `, ${chosen} under ${share}`,
    percent: (number) => `${number} %`,
    lessThan: 'less than 1%',
    moreThan: 'more than 99%',
    turning: (rival, gains, losses) =>
      gains === '' && losses === ''
        ? `; ${rival} is about equal to it`
        : `; ${rival} would be the first to equal it, if weight moved ${[
            ...(losses === '' ? [] : [`from ${losses}`]),
            ...(gains === '' ? [] : [`to ${gains}`]),
          ].join(' ')}`,
  },
  whatIf: {
    onlyIf: (title, conditions) => `${title}, only if ${conditions}`,
    onlyIfOne: (title) => `${title}, only if one of these holds:`,
    more: (count, allBy) =>
      `${figure(count)} more (${allBy} shows ${plural('en', count, { one: 'it', other: 'them' })})`,
    moreAnswers: (count, allBy) =>
      `and ${countOf(count, 'other choice', 'other choices')} (${allBy} shows ${plural('en', count, { one: 'it', other: 'them' })})`,
    notReachable: (id, role) =>
      `Proven: no change leads to it. No rule that is evaluated for ${role ?? 'this workload'} names ${id}, and no combination that can run there contains it.`,
  },
  freshness: {
    title: (asOf) => `Freshness of the knowledge, as of ${asOf}`,
    counts: (technologies, facts, sources) =>
      `${countOf(technologies, 'technology', 'technologies')}, ${countOf(facts, 'fact', 'facts')}, ${countOf(sources, 'source', 'sources')}.`,
    stale: (count) => `Facts past their expiry: ${figure(count)}`,
    staleFact: (technology, attribute, value, date, until, source) =>
      `${technology}, ${attribute.toLowerCase()}: ${value}; of ${date}, valid until ${until} [${source}]`,
    undated: (count) => `Sources without a date: ${figure(count)}`,
    undatedSource: (title, id, cited) =>
      `${title} [${id}], cited by ${counted(cited, 'en', { one: 'fact', other: 'facts' })}`,
    withoutLifecycle: (count) => `Technologies without lifecycle data: ${figure(count)}`,
    unsupported: (count) => `Figures of the guide that no evidence supports: ${figure(count)}`,
    verdicts: { unconfirmed: 'not confirmed', unsourced: 'no source found', unexamined: 'not examined' },
    warns: 'These are warnings: age alone does not fail the check.',
    allFresh: 'Nothing is stale, undated or unsupported.',
    ownFresh: 'Nothing of your own is stale, undated or unsupported.',
    more: (count) => `and ${figure(count)} more`,
  },
  definition: {
    several: (name, count) => `“${name}” can mean ${countOf(count, 'thing', 'things')}`,
    showOne: (name) => `To see one of them: whichstack show ${name}`,
  },
  interview: {
    yourself: (examples) => `such as ${examples.join(', ')}`,
    expected: ({ count, isBound }) =>
      count === 0 ? 'the last question' : `${isBound ? 'at most' : 'about'} ${figure(count)} more`,
    takes: { one: 'one of', many: 'any of', figure: 'a figure' },
  },
};
