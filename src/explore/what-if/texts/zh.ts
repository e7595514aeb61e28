import { numberText } from '../../../language/text/text.js';
import type { Distance } from '../counterfactuals.js';
import type { WhatIfTexts } from './texts.js';

const number = (count: number): string => numberText(count, 'zh');
const effort = (decided: number): string => `（共判定 ${number(decided)} 种变化）`;
const size = ({ factors, levels }: Distance): string => `${number(factors)} 个因素、${number(levels)} 级`;

export const zh: WhatIfTexts = {
  notStated: '未说明',
  none: '无',
  oneOfOthers: (count) => `其余 ${number(count)} 项之一`,
  change: (question, alternatives) => `${question}${alternatives}`,
  kinds: {
    falls: (replies) => `降为${replies}`,
    rises: (replies) => `升为${replies}`,
    becomes: (replies) => `改为${replies}`,
    stated: (replies) => `说明为${replies}`,
    withdrawn: () => '不作说明',
    gains: (replies) => `增加 ${replies}`,
    loses: (replies) => `去掉 ${replies}`,
    below: (replies) => `低于 ${replies}`,
    atMost: (replies) => `不超过 ${replies}`,
    atLeast: (replies) => `不少于 ${replies}`,
    above: (replies) => `超过 ${replies}`,
  },
  jointly: (changes) => `${changes.slice(0, -1).join('，')}，同时${changes.at(-1) ?? ''}`,
  proofs: {
    singleStep: (decided) => `已证明：只改一处就会变，且其他任何一处改动都不会${effort(decided)}。`,
    smallest: (distance, decided) => `已证明：至少要改变 ${size(distance)}，答案才会改变${effort(decided)}。`,
    smallestKnown: (distance, decided) =>
      `至少要改变 ${size(distance)}，答案才会改变；同样小的改变可能不止这些${effort(decided)}。`,
    impossible: (decided) => `已证明：约束不变时，无论工作负载说明什么，都不会改变它${effort(decided)}。`,
    searchEnded: (distance, decided) =>
      `至少要改变 ${size(distance)}，答案才可能改变；搜索到此为止${effort(decided)}。`,
    alreadyChosen: (title) => `现在选用的就是${title}。`,
    forbidden: (title) => `已证明：${title}已被禁用，只要仍被禁用就不会选用。`,
    outOfReach: (title) =>
      `已证明：约束不变时，无论工作负载说明什么，都不会选用${title}：此处没有规则提名它，它也不会顶替规则提名的选项。`,
  },
};
