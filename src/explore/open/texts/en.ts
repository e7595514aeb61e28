import { numberText, plural } from '../../../language/text/text.js';
import type { OpenTexts } from './texts.js';

const effort = (decided: number): string =>
  `(${numberText(decided, 'en')} ${plural('en', decided, { one: 'variant', other: 'variants' })} decided)`;
const none = (found: boolean): string => (found ? 'No other' : 'No');

export const en: OpenTexts = {
  change: (conditions, chosen) => `${conditions.join('; ')} → ${chosen}`,
  changeFrom: (conditions, chosen, otherwise) => `${conditions.join('; ')} → ${chosen} (else ${otherwise})`,
  proven: (found, decided) =>
    `Proven: ${none(found).toLowerCase()} unanswered factor can change it ${effort(decided)}.`,
  endedEarly: (decided) => `The search ended before every single reply was tried ${effort(decided)}.`,
  endedAlone: (found, decided) =>
    `${none(found)} unanswered factor changes it by itself; the search ended there ${effort(decided)}.`,
  endedJointly: (found, size, decided) =>
    `${none(found)} unanswered factor changes it with up to ${numberText(size, 'en')} joint replies; the search ended there ${effort(decided)}.`,
};
