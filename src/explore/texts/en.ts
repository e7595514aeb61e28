import { counted, listed, numberText } from '../../language/text/text.js';
import type { ChangeSize, ExploreTexts } from './texts.js';

const effort = (decided: number): string =>
  `(${counted(decided, 'en', { one: 'variant', other: 'variants' })} decided)`;
const size = ({ factors, levels }: ChangeSize): string =>
  `${counted(factors, 'en', { one: 'factor', other: 'factors' })} and ${counted(levels, 'en', { one: 'level', other: 'levels' })}`;
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
  proofs: {
    singleStep: (decided) =>
      `Proven: a single step changes the choice, and no other single step does ${effort(decided)}.`,
    smallest: (distance, decided) =>
      `Proven: no change of less than ${size(distance)} changes the choice ${effort(decided)}.`,
    smallestKnown: (distance, decided) =>
      `No change of less than ${size(distance)} changes the choice; there may be others of this size ${effort(decided)}.`,
    impossible: (decided, keeps) =>
      `Proven: under the same constraints, no ${keeps ? 'other statement' : 'statement of a workload'} changes the choice ${effort(decided)}.`,
    searchEnded: (distance, decided) =>
      `No change of less than ${size(distance)} changes the choice; the search ended there ${effort(decided)}.`,
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
  proven: (found, decided) => `Proven: ${none(found)} open factor can change a choice ${effort(decided)}.`,
  endedEarly: (decided) => `The search ended before all single replies were tried ${effort(decided)}.`,
  endedAlone: (found, decided) =>
    `By itself, ${none(found)} open factor changes a choice; the search ended there ${effort(decided)}.`,
  endedJointly: (found, size, decided) =>
    `With up to ${numberText(size, 'en')} joint replies, ${none(found)} open factor changes a choice; the search ended there ${effort(decided)}.`,
};

const variants: ExploreTexts['variants'] = {
  nothingChosen: {
    'not-needed': 'not needed',
    none: 'none can run',
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
