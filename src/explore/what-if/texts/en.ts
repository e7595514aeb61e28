import { numberText, plural } from '../../../language/text/text.js';
import type { Distance } from '../counterfactuals.js';
import type { WhatIfTexts } from './texts.js';

const counted = (count: number, one: string): string =>
  `${numberText(count, 'en')} ${plural('en', count, { one, other: `${one}s` })}`;
const effort = (decided: number): string => `(${counted(decided, 'variant')} decided)`;
const size = ({ factors, levels }: Distance): string => `${counted(factors, 'factor')} and ${counted(levels, 'level')}`;

export const en: WhatIfTexts = {
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
    below: (replies) => `is under ${replies}`,
    atMost: (replies) => `is ${replies} at most`,
    atLeast: (replies) => `is ${replies} at least`,
    above: (replies) => `is over ${replies}`,
  },
  jointly: (changes) => `${changes.slice(0, -1).join(', ')}, and at the same time ${changes.at(-1) ?? ''}`,
  proofs: {
    singleStep: (decided) => `Proven: a single step changes it, and no other single step does ${effort(decided)}.`,
    smallest: (distance, decided) => `Proven: nothing less than ${size(distance)} changes it ${effort(decided)}.`,
    smallestKnown: (distance, decided) =>
      `Nothing less than ${size(distance)} changes it; there may be more that does as much ${effort(decided)}.`,
    impossible: (decided) =>
      `Proven: nothing that a workload can state would change it, the constraints as they are ${effort(decided)}.`,
    searchEnded: (distance, decided) =>
      `Nothing less than ${size(distance)} changes it; the search ended there ${effort(decided)}.`,
    alreadyChosen: (title) => `${title} is chosen as it is.`,
    forbidden: (title) => `Proven: ${title} is forbidden, so nothing would as long as it is.`,
    outOfReach: (title) =>
      `Proven: nothing that a workload can state would, the constraints as they are: no rule names ${title} for this place, and it does not replace what rules name.`,
  },
};
