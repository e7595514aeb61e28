import { numberText } from '../../../language/text/text.js';
import type { OpenTexts } from './texts.js';

const effort = (decided: number): string => `（共判定 ${numberText(decided, 'zh')} 种变化）`;
const factors = (found: boolean): string => `${found ? '其他' : ''}未回答的因素`;

export const zh: OpenTexts = {
  change: (conditions, chosen) => `${conditions.join('；')} → ${chosen}`,
  changeFrom: (conditions, chosen, otherwise) => `${conditions.join('；')} → ${chosen}（否则为${otherwise}）`,
  proven: (found, decided) => `已证明：${factors(found)}都不会改变它${effort(decided)}。`,
  endedEarly: (decided) => `尚未试完每一项回答，搜索就已结束${effort(decided)}。`,
  endedAlone: (found, decided) => `${factors(found)}单独都不会改变它；搜索到此为止${effort(decided)}。`,
  endedJointly: (found, size, decided) =>
    `至多 ${numberText(size, 'zh')} 项回答合在一起时，${factors(found)}都不会改变它；搜索到此为止${effort(decided)}。`,
};
