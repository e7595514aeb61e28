import { listed, numberText } from '../../language/text/text.js';
import type { ExploreTexts } from './texts.js';

const number = (count: number): string => numberText(count, 'zh');
const effort = (decided: number): string => (decided === 0 ? '' : `（已尝试 ${number(decided)} 种变体）`);
const factors = (found: boolean): string => `${found ? '其他' : ''}未定因素`;

const whatIf: ExploreTexts['whatIf'] = {
  notStated: '未指定',
  none: '无',
  oneOfOthers: (count) => `其余 ${number(count)} 项之一`,
  // 是非项的标题可以是一句话，如“节点支持 KVM”。
  change: (question, alternatives) =>
    `${/^(?:改为|指定为)[是否]/.test(alternatives) ? `“${question}”` : question}${alternatives}`,
  kinds: {
    falls: (replies) => `降为${replies}`,
    rises: (replies) => `升为${replies}`,
    becomes: (replies) => `改为${replies}`,
    stated: (replies) => `指定为${replies}`,
    withdrawn: () => '不再指定',
    gains: (replies) => `增加 ${replies}`,
    loses: (replies) => `去掉 ${replies}`,
    below: (replies) => `低于 ${replies}`,
    atMost: (replies) => `不超过 ${replies}`,
    atLeast: (replies) => `不少于 ${replies}`,
    above: (replies) => `超过 ${replies}`,
  },
  jointly: (changes) => `${changes.slice(0, -1).join('，')}，同时${changes.at(-1) ?? ''}`,
  leadsToRival: (changes) =>
    `会选用它的最小改动：${listed(
      changes.map(({ condition, title }) => (title === undefined ? condition : `${condition}（选用 ${title}）`)),
      'zh',
    )}`,
  proofs: {
    singleStep: (decided) => `已证明：没有其他单项改动能做到${effort(decided)}。`,
    smallest: (decided) => `已证明：没有更小的改动能做到${effort(decided)}。`,
    smallestKnown: (decided) => `没有更小的改动能做到；同样大小的改动可能不止这些，搜索到此为止${effort(decided)}。`,
    impossible: (decided, keeps, target) =>
      `已证明：约束不变时，${keeps ? '其余内容' : '工作负载'}无论如何指定，${target === undefined ? '选择都不会改变' : `都不会选用${target}`}${effort(decided)}。`,
    searchEnded: ({ factors }, decided) =>
      factors < 2
        ? `没有找到这样的改动；尚未试完所有单项改动，搜索就已结束${effort(decided)}。`
        : `没有找到这样的改动：${factors === 2 ? '只改一个因素' : `改动不足 ${number(factors)} 个因素`}都做不到，搜索到此为止${effort(decided)}。`,
    alreadyChosen: (title) => `目前已选用${title}。`,
    forbidden: (title) => `已证明：${title}被禁止期间，任何改动都不会选用它。`,
    outOfReach: (title) =>
      `已证明：约束不变时，工作负载无论如何指定，都不会选用${title}：没有规则为该位置给出它，它也不会替代规则的答案。`,
  },
};

const map: ExploreTexts['map'] = { notStated: '未指定', none: '无', anyFigure: '任意数值' };

const open: ExploreTexts['open'] = {
  change: (conditions, chosen) => `${conditions.join('；')} → ${chosen}`,
  changeFrom: (conditions, chosen, otherwise) => `${conditions.join('；')} → ${chosen}（否则为${otherwise}）`,
  proven: (found, decided) => `已证明：${factors(found)}都不会改变选择${effort(decided)}。`,
  endedEarly: (decided) => `尚未试完每一项回答，搜索就已结束${effort(decided)}。`,
  endedAlone: (found, decided) => `${factors(found)}单独都不会改变选择；搜索到此为止${effort(decided)}。`,
  endedJointly: (found, size, decided) =>
    `至多 ${number(size)} 项回答共同作用时，${factors(found)}都不会改变选择；搜索到此为止${effort(decided)}。`,
};

const variants: ExploreTexts['variants'] = {
  nothingChosen: { 'not-needed': '不需要', none: '当前环境无可用选项', open: '待定', absent: '不在技术栈中' },
};

const interview: ExploreTexts['interview'] = {
  whichItems: (collection) => `有哪些${collection}？`,
  choicePerItem: (collection, places) => `每项${collection}都要单独选择：${listed(places, 'zh', 'and')}。`,
  nothing: '不选',
  why: {
    whetherNeeded: (place) => `它决定是否需要${place}。`,
    between: (place, one, other) => `在${place}方面，它决定选用${listed([one, other], 'zh')}。`,
    among: (place, choices) => `在${place}方面，它决定选用${listed(choices, 'zh')}。`,
    amongOthers: (place, choices) => `在${place}方面，它决定在${choices.join('、')}等选项中选用哪个。`,
    notExcluded: '尚不能证明它对结果没有影响。',
    preset: (value) => `场景预设为${value}，您要改变它。`,
  },
  decline: {
    none: { title: '没有', words: ['没有', '无'] },
    noScenario: { title: '都不是' },
    noLimit: { title: '不限', meaning: '对此没有要求。', words: ['不限', '无限制', '没有限制', '不限制'] },
  },
  howToFind: {
    figure: (examples) => `写出大致数值和单位即可，如${listed(examples, 'zh')}。`,
    closest: '选择最接近的一项；不确定时可询问该工作负载的负责人。',
  },
};

export const zh: ExploreTexts = { whatIf, map, open, variants, interview };
