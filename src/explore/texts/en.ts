import { counted, listed, numberText, plural } from '../../language/text/text.js';
import type { ExploreTexts } from './texts.js';

/** How much a search tried, before the full stop; nothing where there was nothing to try. */
const effort = (decided: number): string =>
  decided === 0 ? '' : ` (${counted(decided, 'en', { one: 'variant', other: 'variants' })} tried)`;
const none = (found: boolean): string => (found ? 'no other' : 'no');

const whatIf: ExploreTexts['whatIf'] = {
  notStated: 'not stated',
  none: 'none',
  oneOfOthers: (count) => `one of ${numberText(count, 'en')} others`,
  change: (question, alternatives) => `${question} ${alternatives}`,
  kinds: {
    falls: (replies) => `falls to ${replies}`,
    rises: (replies) => `rises to ${replies}`,
    becomes: (replies) => `becomes ${replies}`,
    stated: (replies) => `is stated as ${replies}`,
    withdrawn: () => 'is not stated',
    gains: (replies) => `gains ${replies}`,
    loses: (replies) => `loses ${replies}`,
    below: (replies) => `is below ${replies}`,
    atMost: (replies) => `is at most ${replies}`,
    atLeast: (replies) => `is at least ${replies}`,
    above: (replies) => `is above ${replies}`,
  },
  jointly: (changes) => `${changes.slice(0, -1).join(', ')}, and at the same time ${changes.at(-1) ?? ''}`,
  leadsToRival: (changes) =>
    `${plural('en', changes.length, { one: 'the smallest change that leads', other: 'the smallest changes that lead' })} to it: ${listed(
      changes.map(({ condition, title }) => (title === undefined ? condition : `${condition} (then ${title})`)),
      'en',
    )}`,
  proofs: {
    singleStep: (decided) => `Proven: no other single step does it${effort(decided)}.`,
    smallest: (decided) => `Proven: no smaller change does it${effort(decided)}.`,
    smallestKnown: (decided) =>
      `No smaller change does it. There may be others of this size: the search ended there${effort(decided)}.`,
    impossible: (decided, keeps, target) =>
      `Proven: under the same constraints, nothing ${keeps ? 'else ' : ''}that can be stated ${target === undefined ? 'changes the choice' : `leads to ${target}`}${effort(decided)}.`,
    searchEnded: ({ factors }, decided) =>
      factors < 2
        ? `No change was found; the search ended before all single changes were tried${effort(decided)}.`
        : `No change was found: no change of ${factors === 2 ? 'one factor' : `fewer than ${numberText(factors, 'en')} factors`} does it, and the search ended there${effort(decided)}.`,
    alreadyChosen: (title) => `${title} is chosen already.`,
    forbidden: (title) => `Proven: no change leads to ${title} while it is forbidden.`,
    outOfReach: (title) =>
      `Proven: under the same constraints, no statement of a workload leads to ${title}: no rule names it for this place, and it does not replace an answer of the rules.`,
  },
};

const map: ExploreTexts['map'] = { notStated: 'not stated', none: 'none', anyFigure: 'any figure' };

const open: ExploreTexts['open'] = {
  change: (conditions, chosen) => `${conditions.join('; ')} → ${chosen}`,
  changeFrom: (conditions, chosen, otherwise) => `${conditions.join('; ')} → ${chosen} (else ${otherwise})`,
  proven: (found, decided) => `Proven: ${none(found)} open factor can change a choice${effort(decided)}.`,
  endedEarly: (decided) => `The search ended before all single replies were tried${effort(decided)}.`,
  endedAlone: (found, decided) =>
    `By itself, ${none(found)} open factor changes a choice; the search ended there${effort(decided)}.`,
  endedJointly: (found, size, decided) =>
    `With up to ${numberText(size, 'en')} joint replies, ${none(found)} open factor changes a choice; the search ended there${effort(decided)}.`,
};

const variants: ExploreTexts['variants'] = {
  nothingChosen: {
    'not-needed': 'not needed',
    none: 'none can run here',
    open: 'open',
    absent: 'not in the stack',
  },
};

const interview: ExploreTexts['interview'] = {
  whichItems: (collection) => `Which ${collection} are there?`,
  choicePerItem: (collection, places) =>
    `A choice is made for each of the ${collection}: ${listed(places, 'en', 'and')}.`,
  nothing: 'nothing',
  why: {
    whetherNeeded: (place) => `It decides whether ${place} is needed.`,
    between: (place, one, other) => `For ${place}, it decides between ${one} and ${other}.`,
    among: (place, choices) => `For ${place}, it decides among ${listed(choices, 'en', 'and')}.`,
    amongOthers: (place, choices) => `For ${place}, it decides among ${choices.join(', ')} and others.`,
    notExcluded: 'It is not proven that it makes no difference.',
    preset: (value) => `The scenario presets ${value}, which you want to change.`,
  },
  decline: {
    none: { title: 'none', words: ['none', 'nothing'] },
    noScenario: { title: 'none of these' },
    noLimit: {
      title: 'no limit',
      meaning: 'Nothing is demanded of it.',
      words: ['no limit', 'unlimited', 'any'],
    },
  },
  howToFind: {
    figure: (examples) => `A rough figure with its unit is enough, such as ${listed(examples, 'en')}.`,
    closest: 'Take the closest reply; the operator of the workload knows.',
  },
};

export const en: ExploreTexts = { whatIf, map, open, variants, interview };
