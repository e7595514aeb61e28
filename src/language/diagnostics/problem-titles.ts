import type { Lang } from '../format.js';
import type { ProblemCode } from './problem-codes.js';

/** What each kind of problem is, in a phrase. */
export const PROBLEM_TITLES: Readonly<Record<ProblemCode, Readonly<Record<Lang, string>>>> = {
  gap: { en: 'Inputs that no rule answers', zh: '没有规则作答的输入' },
  'gap-with-fallback': { en: 'Inputs that others answer instead', zh: '由其他决策代为作答的输入' },
  overlap: { en: 'Rules that hit together against the hit policy', zh: '同时命中而违反命中策略的规则' },
  ambiguous: { en: 'Rules with the same inputs and two answers', zh: '输入相同却给出两个答案的规则' },
  masked: { en: 'A rule whose inputs others take', zh: '输入全被其他规则占去的规则' },
  unreachable: { en: 'A rule whose condition nothing can meet', zh: '条件永远无法满足的规则' },
  'delegate-has-no-result': {
    en: 'A rule that asks a decision that is silent there',
    zh: '所询问的决策在此总不作答的规则',
  },
  redundant: { en: 'A rule that changes nothing', zh: '有无皆可的规则' },
  'empty-intersection': { en: 'Answers that have nothing in common', zh: '毫无交集的答案' },
  disagreement: { en: 'Decisions that contradict each other', zh: '彼此矛盾的决策' },
  'contradicted-by-facts': { en: 'A rule that the facts contradict', zh: '与事实相悖的规则' },
  'unsupported-by-facts': { en: 'A level that no fact shows to be met', zh: '没有事实表明能达到的等级' },
  'non-monotonic': {
    en: 'A higher level answered by what reaches a lower one',
    zh: '较高等级的答案实际只达到较低等级',
  },
  'forbidden-outcome': { en: 'A rule that answers what is forbidden', zh: '答案已被禁用的规则' },
  'undefined-output': {
    en: 'A decision that never answers what those beside it do',
    zh: '同类决策都作答而它从不作答的输出',
  },
  'level-without-result': { en: 'A level for which nothing answers', zh: '无人作答的等级' },
  'irrelevant-factor': { en: 'A factor that never matters', zh: '从不起作用的因素' },
  'unused-factor': { en: 'A factor that nothing uses', zh: '没有任何地方用到的因素' },
  'indistinguishable-levels': { en: 'A level that never matters', zh: '从不起作用的等级' },
  'unused-decision': { en: 'A decision that nothing asks', zh: '从未被询问的决策' },
  'unused-outcome': { en: 'An outcome that nothing answers', zh: '从未成为答案的结果' },
  inconclusive: { en: 'What was not looked for to the end', zh: '未能查证到底的部分' },
  'unused-suppression': { en: 'An acknowledgement of nothing', zh: '所确认的问题并不存在' },
};
