import { counted, listed, plural } from '../../../text/text.js';
import type { InconclusiveCode, ProblemTexts } from '../../problem-codes.js';

/** A message names no more rules. */
const MAX_NAMED_RULES = 5;

/** Rules in a sentence; of many, the first and the number of the others. */
function rulesOf(names: readonly string[]): string {
  const more = names.length - MAX_NAMED_RULES;
  return listed(more < 2 ? names : [...names.slice(0, MAX_NAMED_RULES), `${String(more)} more`], 'en', 'and');
}

/** What there may be more of. */
const KINDS: Readonly<Record<InconclusiveCode, string>> = {
  gap: 'inputs without a result',
  overlap: 'rules that hit for the same inputs against the hit policy',
  ambiguous: 'inputs with two answers',
  masked: 'rules that never decide',
  unreachable: 'rules that never hit',
  'delegate-has-no-result': 'rules that delegate to what has no result',
  redundant: 'rules that change nothing',
  'empty-intersection': 'inputs without any option left',
  disagreement: 'inputs for which the two contradict each other',
  'non-monotonic': 'levels that demand more and get less',
  'against-order': 'answers against the declared order',
  'factor-without-effect': 'factors or bounds that change no answer',
};

export const problems: ProblemTexts = {
  gap: {
    title: 'Inputs without a result',
    foundWhen: 'Everything that is read is stated, and neither the decision nor what replaces it has a result.',
    message: ({ decision }) => `${decision} has no result for some inputs, and nothing answers in its place`,
    help: 'Add a rule for these inputs, or a last rule without conditions to a table with hit policy `first`. Acknowledge the gap in a Tension if it is intended.',
  },
  'gap-with-fallback': {
    title: 'Inputs that another decision answers',
    foundWhen: 'A decision has no result, and the decision that delegates to it continues.',
    message: ({ decision }) => `${decision} has no result for some inputs; what delegates to it goes on without one`,
    help: 'Nothing needs to be done: another rule, another decision or the facts answer these inputs. Add rules if this decision should answer them itself.',
  },
  overlap: {
    title: 'Rules that overlap against the hit policy',
    foundWhen:
      'Rules hit for one input against the hit policy: `unique`, or `any` with different answers; reported once, at the rule that overlaps the others, which are listed after it.',
    message: ({ decision, rules: [first = '', ...others], policy, catchesAll }) =>
      `${
        others.length > 1
          ? `${first} hits for the same inputs as ${rulesOf(others)}`
          : `${rulesOf([first, ...others])} hit for the same inputs`
      }, which the hit policy \`${policy}\` of ${decision} does not allow${
        catchesAll
          ? `; ${first} has no conditions: as the last rule, the hit policy \`first\` would make it the default`
          : ''
      }`,
    help: 'Narrow the condition of one of the rules, or use the hit policy `first`, in which the order of the rules decides.',
  },
  ambiguous: {
    title: 'Two answers for the same inputs',
    foundWhen:
      'Rules of one condition answer a `list` differently; branches that hit for one input, or rules of a `union`, give a combination that is not known to run.',
    message: ({ decision, rules, answers }) =>
      `${decision} has two answers for the same inputs: ${rulesOf(rules)} hit and answer ${listed(answers, 'en', 'and')}`,
    help: 'Add a condition that distinguishes the rules. Where the outcomes can run jointly, list them in a Combinations document.',
  },
  masked: {
    title: 'A masked rule',
    foundWhen:
      'Other rules hit for all inputs of a rule, before it (`first`) or with it (`unique`, where it is reported instead of the overlap), and answer all that it answers.',
    message: ({ decision, rule, others, conflictingPolicy: policy }) =>
      `${rule} of ${decision} never decides: ${rulesOf(others)} ${plural('en', others.length, { one: 'hits', other: 'hit' })} for all of its inputs${policy === undefined ? ' first' : `, which the hit policy \`${policy}\` does not allow`}`,
    help: 'Remove the rule, move it before the rules that mask it, or narrow those.',
  },
  unreachable: {
    title: 'A rule that never hits',
    foundWhen:
      'A condition contradicts itself or that of a node above it, or waits for an answer or an item that there never is.',
    message: ({ decision, rule }) =>
      `${rule} of ${decision} never hits: its condition contradicts itself or a node above it, or requires an answer that never occurs`,
    help: 'Correct the condition, or remove the rule.',
  },
  'delegate-has-no-result': {
    title: 'A rule that delegates to a decision without a result',
    foundWhen:
      'A rule delegates to another decision, which has no result wherever the rule hits and none before it answers.',
    message: ({ decision, rule, delegate }) =>
      `${rule} of ${decision} never decides: ${delegate}, to which it delegates, has no result for any of its inputs`,
    help: 'Give the other decision rules for these inputs, delegate to another one, or remove the rule.',
  },
  redundant: {
    title: 'A redundant rule',
    foundWhen:
      'Without the rule, every input has the same answer; in an `any` or `collect` table and in a tree, this holds even without all reported rules at once.',
    message: ({ decision, rule, others }) =>
      `${rule} of ${decision} changes nothing: ${
        others.length === 0
          ? 'every input has the same answer without it'
          : `wherever it decides, ${rulesOf(others)} would give the same answer`
      }`,
    help: 'Remove the rule. All rules that are reported of one `any` or `collect` table, or of one tree, can be removed at once.',
  },
  'empty-intersection': {
    title: 'Answers with an empty intersection',
    foundWhen: 'The rules of an intersection have nothing in common.',
    message: ({ decision, rules }) =>
      `${decision} leaves no option for some inputs: the answers of ${rulesOf(rules)} have none in common`,
    help: 'Let the rules admit an option in common, or acknowledge in a Tension that no option is left.',
  },
  disagreement: {
    title: 'Decisions that contradict each other',
    foundWhen:
      'Two decisions that a table evaluates one after the other both have a result, and no combination of one is, or is part of, one of the other; or a rule contradicts a scenario in this way at its typical levels.',
    message: ({ decision, other, answer, otherAnswer }) =>
      `${decision} and ${other} contradict each other: the former answers ${answer}, the latter ${otherAnswer}`,
    help: 'Change one of the rules, or acknowledge the disagreement in a Tension that says which of the two is followed.',
  },
  'contradicted-by-facts': {
    title: 'A rule that the facts contradict',
    foundWhen:
      'A rule names something that, by the facts, fails a level for which the rule hits, or a demand that always applies.',
    message: ({ decision, rules, technology, criterion, demand }) =>
      `${rulesOf(rules)} of ${decision} ${plural('en', rules.length, { one: 'names', other: 'name' })} ${technology}, which by the facts fails “${criterion}”${demand === undefined ? '' : ` for ${demand.factor}: ${demand.level}`}`,
    help: 'Change the answer or the condition of the rule, or correct the fact. Acknowledge it in a Tension if the sources differ.',
  },
  'unsupported-by-facts': {
    title: 'An answer that no fact supports',
    foundWhen: 'No fact shows that what a rule names meets a level for which the rule hits.',
    message: ({ decision, rules, technology, criterion, demand }) =>
      `${rulesOf(rules)} of ${decision} ${plural('en', rules.length, { one: 'names', other: 'name' })} ${technology}, and no fact shows that it meets “${criterion}”${demand === undefined ? '' : ` for ${demand.factor}: ${demand.level}`}`,
    help: 'Add a fact with a source, or measure it.',
  },
  'non-monotonic': {
    title: 'A higher level with a weaker answer',
    foundWhen: 'By the facts, the answer to a higher level reaches a lower level than the answer to a lower one.',
    message: ({ decision, factor, lower, higher }) =>
      `${decision} is not monotonic in ${factor}: ${lower.level} gets ${lower.answer}, ${higher.level} gets ${higher.answer}, which by the facts reaches a lower level`,
    help: 'Exchange the answers, or acknowledge in a Tension why the higher level has the weaker answer.',
  },
  'against-order': {
    title: 'An answer against the declared order',
    foundWhen:
      'The `order` of a decision says that answers rise or fall with a factor, and for two inputs that differ in this factor only, they do the opposite.',
    message: ({ decision, factor, lower, higher }) =>
      `${decision} goes against its order in ${factor}: with all else equal, ${lower.level} gets ${lower.answer}, and ${higher.level} gets ${higher.answer}`,
    help: 'Change the answer of one of the rules; or correct `order`, or acknowledge in a Tension why this factor is an exception.',
  },
  'forbidden-outcome': {
    title: 'A rule that answers only what is forbidden',
    foundWhen: 'A rule answers only what a package forbids, and names nothing second that is left.',
    message: ({ decision, rule, answer, package: id }) =>
      `${rule} of ${decision} answers only ${answer}, which the package \`${id}\` forbids: no option is left`,
    help: 'Add an alternative to the rule, replace it in the package that forbids the outcome, or acknowledge it in a Tension.',
  },
  'undefined-output': {
    title: 'An output that only this scenario leaves undefined',
    foundWhen: 'Most scenarios fill a slot with decisions that answer an output, and this one never does.',
    message: ({ decision }) =>
      `${decision} never has a result, although the decisions of most other scenarios have one`,
    help: 'Add the output to the rules of the decision, or acknowledge in a Tension that the scenario leaves it open.',
  },
  'level-without-result': {
    title: 'A level without a result',
    foundWhen: 'A level that is stated alone gets no answer for a role, and other levels do.',
    message: ({ decision, factor, level }) =>
      `“${factor}: ${level}” alone has no result in ${decision}, while other levels have one`,
    help: 'Add a rule for the level, or acknowledge in a Tension that it decides only in connection with other factors.',
  },
  'irrelevant-factor': {
    title: 'A factor that a table ignores',
    foundWhen: 'A table has a column for a factor, and every rule accepts every value of it.',
    message: ({ decision, factor }) => `${decision} ignores “${factor}”: every rule accepts every value of it`,
    help: 'Remove the tests of the factor, or let a rule distinguish its values.',
  },
  'factor-without-effect': {
    title: 'A factor that changes no answer',
    foundWhen:
      'Rules of a decision tell values of a factor apart, and yet, whatever else is stated, every value of it gets the same answer.',
    message: ({ decision, factor, member, rules }) =>
      `${decision} tests “${factor}” in vain: ${
        member === undefined ? 'whatever its value' : `whether or not it includes ${member}`
      }, the answer is the same (${rulesOf(rules)})`,
    help: 'Remove the tests of the factor and the rules that this makes equal, or correct the answer that should depend on it.',
  },
  'bound-without-effect': {
    title: 'A bound that changes no answer',
    foundWhen: 'Rules of a decision have a bound of a quantity of which both sides always get the same answer.',
    message: ({ decision, factor, bound, rules }) =>
      `the bound ${bound} of “${factor}” changes no answer of ${decision} (${rulesOf(rules)})`,
    help: 'Join the rules on both sides of the bound, or correct the answer that should change there.',
  },
  'unused-factor': {
    title: 'A factor that nothing uses',
    foundWhen: 'No rule and no criterion uses a factor.',
    message: ({ factor, id }) => `no rule and no criterion uses the factor “${factor}” [${id}]`,
    help: 'Use it in a rule or a criterion, or remove it.',
  },
  'indistinguishable-levels': {
    title: 'Levels that nothing distinguishes',
    foundWhen: 'No rule and no criterion distinguishes some levels or values.',
    message: ({ factor, levels }) =>
      `no rule and no criterion distinguishes these values of “${factor}”: ${levels.join(', ')}`,
    help: 'Merge the levels, or let a rule or a criterion distinguish them.',
  },
  'levels-without-effect': {
    title: 'Levels that rules distinguish and answers do not',
    foundWhen:
      'Rules tell neighbouring levels or some values apart, and yet no answer of any decision differs between them; and no criterion, advisory or other condition distinguishes them.',
    message: ({ factor, levels }) =>
      `rules distinguish these values of “${factor}”, but no answer does: ${levels.join(', ')}`,
    help: 'Merge the levels, or correct the answer that should differ between them.',
  },
  'unused-decision': {
    title: 'A decision that nothing evaluates',
    foundWhen:
      'No role, no scenario and no decision in use refers to a decision; where there is no role at all, every decision counts as used. Its gaps are not reported.',
    message: ({ decision }) => `nothing evaluates ${decision}: no role, no scenario and no decision that is evaluated`,
    help: 'Name it in a role or a scenario, delegate to it, or remove it.',
  },
  'unused-outcome': {
    title: 'An outcome that no rule answers',
    foundWhen: 'No rule that can ever answer, no combination and no criterion names an outcome.',
    message: ({ outcome, id }) => `no rule answers ${outcome} [${id}]`,
    help: 'Add a rule that answers it, or remove it.',
  },
  'technology-incomplete': {
    title: 'A technology of which something is missing',
    foundWhen:
      'A technology, other than an interface, has no fact on `licence`, no `lifecycle`, no `needs` or no `hazards`, and gives no reason in `omits`.',
    message: ({ technology, parts }) => `${technology} has no ${listed(parts, 'en', 'or')} and does not say why`,
    help: 'Add what its makers document, each with its source. Where a part does not apply or no source states it, say so under the same name in `omits`.',
  },
  'omits-contradicted': {
    title: 'A part that is both given and left out',
    foundWhen: '`omits` gives a reason for leaving out a part that the technology has.',
    message: ({ technology, parts }) =>
      `${technology} states its ${listed(parts, 'en', 'and')} and also, in \`omits\`, why it does not`,
    help: 'Remove the reason from `omits`, or the part that it denies.',
  },
  'undated-figure': {
    title: 'A figure without a date',
    foundWhen:
      'A figure on an attribute with `validFor` has neither a `date` nor an `expires` of its own, and its source has no `date`. When the source was read does not count.',
    message: ({ technology, attributes, source }) =>
      `nothing says when ${listed(attributes, 'en', 'and')} of ${technology} ${plural('en', attributes.length, { one: 'was', other: 'were' })} measured, so ${plural('en', attributes.length, { one: 'it counts', other: 'they count' })} as stale: the source \`${source}\` has no date`,
    help: 'Give the fact the date of its measurement, or the source the date when it was published or last changed. If there is no way to know, acknowledge it in a Tension.',
  },
  'dated-by-reading': {
    title: 'A date that is only the day of reading',
    foundWhen: 'The `date` of a source, or of a fact that cites it, is the day on which the source was `read`.',
    message: ({ technology, source, date }) =>
      technology === undefined
        ? `the source \`${source}\` is dated ${date}, which is when it was read`
        : `a fact on ${technology} is dated ${date}, which is when its source \`${source}\` was read`,
    help: 'State when it was measured or published, or remove the date. A work that does not change needs no `read`.',
  },
  inconclusive: {
    title: 'A proof that was given up',
    foundWhen: 'There are too many cases to try all; `unproven` lists the kinds of problem of which there may be more.',
    message: ({ decision, other, kinds }) =>
      `${decision}${other === undefined ? '' : ` and ${other}`}: there are too many cases to try all of them; the problems that are reported exist, but there may be more ${listed(
        kinds.map((kind) => KINDS[kind]),
        'en',
      )}`,
    help: 'Divide the decision into several that test fewer factors each.',
  },
  'text-untranslated': {
    title: 'A text that lacks a language of its package',
    foundWhen:
      'A text of a package lacks a language that the title of the package has. Readers of that language get the text in another one.',
    message: ({ package: name, lang, texts }) =>
      `\`${lang}\` is missing in ${counted(texts, 'en', { one: 'text', other: 'texts' })} of the package \`${name}\``,
    help: 'Write the text in that language too; or leave the language out of the title of the Package, if its texts are not meant to be in it.',
  },
  'unused-suppression': {
    title: 'An acknowledgement without a problem',
    foundWhen: 'A Tension acknowledges a problem that does not exist.',
    message: ({ tension, acknowledged }) =>
      `tension \`${tension}\` acknowledges ${acknowledged.map((name) => `\`${name}\``).join(' ')}, but no such problem exists`,
    help: 'Remove the entry of `acknowledges`, or correct what it names.',
  },
};
