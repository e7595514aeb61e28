import type { Better } from '../../finding-codes.js';
import { listed, sentences } from '../../../text/text.js';
import type { FindingTexts } from '../../finding-codes.js';

const all = (parts: readonly string[]): string => sentences(parts, 'en');
const quoted = (statements: readonly string[]): string =>
  listed(
    statements.map((one) => `\`${one}\``),
    'en',
    'and',
  );
const inBrackets = (sources: readonly string[]): string => (sources.length === 0 ? '' : ` (${sources.join('; ')})`);
const better = ({ candidate, verdict }: Better): string =>
  ({
    meets: `${candidate} meets all that is stated.`,
    conditional: `${candidate} meets it under conditions.`,
    unknown: `${candidate} fails nothing, but not all is proven.`,
  })[verdict];
const compatibility = (one: { technology: string; text: string; isNeed: boolean }): string =>
  one.isNeed ? `${one.technology} needs this: ${one.text}` : `${one.technology}: ${one.text}`;
const seriesOf = (list: readonly { name: string; ends?: string }[]): string =>
  list.map(({ name, ends }) => (ends === undefined ? name : `${name} (${ends})`)).join(', ');

export const findings: FindingTexts = {
  unsatisfiable: {
    title: 'Statements that cannot hold jointly',
    message: ({ place, statements, forbidden }) => {
      const what = place === undefined ? 'What is required is not part of any answer' : `Nothing is left for ${place}`;
      return all([
        statements.length > 1
          ? `${what}: ${quoted(statements)} cannot hold jointly. Drop or change one of them.`
          : `${what}: ${quoted(statements)} cannot be met. Drop or change it.`,
        ...forbidden.map((outcome) => `${outcome} is forbidden by a knowledge package.`),
      ]);
    },
    help: 'Drop or change one of the statements; they are the smallest set that conflicts.',
  },
  'departs-from-scenario': {
    title: 'A statement that departs from the scenario',
    message: ({ scenario, factor, preset, stated, hasDecisions }) =>
      all([
        `The workload departs from its scenario: ${scenario} presets ${factor} ${preset}, stated is ${stated}.`,
        hasDecisions ? 'The branch of its tree that requires the preset does not apply.' : '',
      ]),
    help: 'Check that the scenario is the right one; leave the factor out to use what the scenario presets.',
  },
  'hit-policy': {
    title: 'A decision without a result, because several of its rules hit',
    message: ({ decision, policy }) =>
      `“${decision}” has no result: several of its rules hit, which its hit policy \`${policy}\` does not allow.`,
    help: 'Run `whichstack check` on the knowledge: it reports the rules as `overlap`, with an input for which they hit.',
  },
  'guide-silent': {
    title: 'A place for which the guide has no result',
    message: ({ place, remaining, chosen, possible }) => {
      const guide =
        remaining === undefined
          ? `No rule answers ${place} for what is stated`
          : `No rule names a technology for ${place}; what is stated leaves ${remaining}`;
      if (chosen !== undefined) return `${guide}; the facts decide: ${chosen}.`;
      const left = possible === undefined ? '' : `; still possible: ${listed(possible, 'en')}`;
      return `${guide}, and it stays open${left}.`;
    },
    help: 'State more: the open factors of the recommendation list what would change it.',
  },
  'second-choice': {
    title: 'An alternative of the rule instead of its answer',
    message: ({ place, chosen, answer }) =>
      `${place}: ${answer} is ruled out by the constraints; ${chosen} is the alternative that the same rule names.`,
    help: 'Drop the constraint if the answer of the guide should be chosen.',
  },
  'required-joined': {
    title: 'What is required, joined with the answer',
    message: ({ place, chosen }) => `${place}: ${chosen} joins what is required with what the rules answer.`,
    help: 'Nothing needs to be done: both can run jointly.',
  },
  'required-over-guide': {
    title: 'What is required instead of the answer',
    message: ({ place, chosen, answer }) =>
      `${place}: ${chosen} is required by the workload; ${answer === undefined ? 'no rule names it' : `the rules would answer ${answer}`}.`,
    help: 'Drop the requirement if the answer of the guide should be chosen.',
  },
  incompatible: {
    title: 'Something that cannot run here, or not with the rest',
    message: (one) => {
      switch (one.form) {
        case 'replaced':
          return all([
            one.byGuide
              ? `${one.place}: the guide answers ${one.answer}, which ${one.couldRun ? 'falls short of what is asked' : 'cannot run here'}.`
              : `${one.place}: ${one.answer} ${one.couldRun ? 'falls short of what is asked' : 'cannot run here'}.`,
            ...one.reasons,
            one.replacement === undefined
              ? ''
              : one.replacement === 'nothing'
                ? 'Nothing takes its place.'
                : one.replacement.isOtherAnswer
                  ? `Its other answer, ${one.replacement.candidate}, ${one.couldRun ? 'takes its place' : 'can'}.`
                  : one.couldRun
                    ? `The nearest to take its place is ${one.replacement.candidate}.`
                    : `The nearest that can is ${one.replacement.candidate}.`,
          ]);
        case 'alternative':
          return all([
            `${one.place}: ${one.answer}, which the guide also answers, cannot run with the rest.`,
            ...one.reasons,
          ]);
        case 'reminder':
          return compatibility(one);
      }
      return one satisfies never;
    },
    help: 'Change what the reason names, such as a statement on the environment, if the answer of the guide should be chosen.',
  },
  'realisation-open': {
    title: 'An interface whose realisation is open',
    message: ({ technology, realisations, taken }) =>
      taken === undefined
        ? `${technology} is an interface, realised by ${listed(realisations, 'en')}. State the environment (its location, an air gap, what exists) to determine which.`
        : `${technology} is an interface, and nothing that is stated tells ${taken} from ${listed(realisations, 'en')}. State the environment (the cloud provider, what exists) or require one of them to determine which.`,
    help: 'State where the workload runs, or require one of the realisations.',
  },
  'needs-condition': {
    title: 'A condition that the environment must meet',
    message: compatibility,
    help: 'Check that the environment meets the condition, and state it.',
  },
  pointless: {
    title: 'Technologies that are pointless in combination',
    message: compatibility,
    help: 'Leave one of the two out.',
  },
  'requirement-failed': {
    title: 'A requirement that what is chosen fails',
    message: ({ place, chosen, requirement, found, sources, better: other }) =>
      all([
        `${place}: ${chosen} does not meet “${requirement}”: ${found}${inBrackets(sources)}.`,
        other === undefined ? '' : other === 'nothing' ? 'Nothing that can run here does better.' : better(other),
      ]),
    help: 'Relax the requirement, require what does better, or measure it on the hardware at hand.',
  },
  'requirement-unproven': {
    title: 'A requirement that no fact proves',
    message: ({ place, chosen, requirements, better: other }) =>
      all([
        `${place}: nothing proves that ${chosen} meets ${requirements.map((one) => `“${one}”`).join(', ')}.`,
        other === undefined ? '' : better(other),
      ]),
    help: 'Measure it, or add a fact with a source to the knowledge.',
  },
  'requirement-conditional': {
    title: 'A requirement that is met under conditions alone',
    message: ({ place, chosen, requirements, reasons }) =>
      all([
        `${place}: ${chosen} meets ${requirements.map((one) => `“${one}”`).join(', ')} under conditions alone.`,
        reasons.length === 0 ? '' : `The reason: ${reasons.join('; ')}.`,
      ]),
    help: 'Compare the conditions with your own, and measure where they differ.',
  },
  lifecycle: {
    title: 'A technology that is not maintained',
    message: ({ technology, found, sources, maintained }) =>
      all([
        `${technology} is ${found}${inBrackets(sources)}.`,
        maintained.length === 0 ? '' : `Maintained in its place: ${listed(maintained, 'en')}.`,
      ]),
    help: 'Choose a maintained alternative.',
  },
  'lifecycle-ending': {
    title: 'Support that has ended or soon ends',
    message: ({ technology, ended, ending, newest, instead }) =>
      `${technology}: ${[
        ...(newest === undefined
          ? []
          : newest === 'none'
            ? ['no series is known that stays supported']
            : [`the newest supported series is ${seriesOf([newest])}`]),
        ...(ended.length === 0 ? [] : [`support has ended for ${seriesOf(ended)}`]),
        ...(ending.length === 0 ? [] : [`it ends soon for ${seriesOf(ending)}`]),
        ...(instead.length === 0 ? [] : [`use ${instead.join(', ')}`]),
      ].join('; ')}.`,
    help: 'Use a series that is still supported; where none is known, look for newer releases or change to something else.',
  },
  'knowledge-old': {
    title: 'Knowledge that is old on the date it is used for',
    message: ({ package: name, reviewed, asOf, lookUp }) =>
      all([
        `The knowledge “${name}” was last reviewed on ${reviewed}, more than six months before ${asOf}.`,
        lookUp.length === 0
          ? 'Nothing that it says of the choice ended in between; look at the newest releases all the same.'
          : `Look up what has ended since: ${lookUp
              .map(({ technology, series, facts }) =>
                [technology, ` (${[...(series ? ['releases'] : []), ...(facts ? ['facts'] : [])].join(', ')})`].join(
                  '',
                ),
              )
              .join(', ')}.`,
      ]),
    help: 'Use a newer version of the knowledge, or look up what is named in its sources.',
  },
  hazard: {
    title: 'A known risk of what is chosen',
    message: ({ technology, text }) => `${technology}: ${text}`,
    help: 'Check whether the risk applies, and plan for it.',
  },
  'item-kind-open': {
    title: 'An item of which the kind is not stated',
    message: ({ item, factor }) =>
      `${factor}: not stated of \`${item}\`, so that only its figures and levels decide, whatever the technology is made for`,
    help: 'State the kind of the item: the guide decides by it, and most technologies are made for some kinds alone.',
  },
  advisory: {
    title: 'Something to know about the workload itself',
    message: ({ text }) => text,
    help: 'Read it before you decide on a stack: it holds whatever is chosen.',
  },
};
