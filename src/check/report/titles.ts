import type { Lang } from '../../language/format.js';
import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';

/** What each kind of problem is, in a phrase. */
export const PROBLEM_TITLES: Readonly<Record<ProblemCode, Readonly<Record<Lang, string>>>> = {
  gap: { en: 'Inputs that no rule answers', zh: '没有规则作答的输入' },
  'gap-behind': { en: 'Inputs that others answer instead', zh: '由其他决策代为作答的输入' },
  contradiction: { en: 'Rules that hit together against the hit policy', zh: '同时命中而违反命中策略的规则' },
  'two-answers': { en: 'Rules with the same inputs and two answers', zh: '输入相同却给出两个答案的规则' },
  shadowed: { en: 'A rule whose inputs others take', zh: '输入全被其他规则占去的规则' },
  unreachable: { en: 'A rule whose condition nothing can meet', zh: '条件永远无法满足的规则' },
  'asks-in-vain': { en: 'A rule that asks a decision that is silent there', zh: '所询问的决策在此总不作答的规则' },
  redundant: { en: 'A rule that changes nothing', zh: '有无皆可的规则' },
  'nothing-left': { en: 'Answers that have nothing in common', zh: '毫无交集的答案' },
  disagreement: { en: 'Decisions that contradict each other', zh: '彼此矛盾的决策' },
  'facts-against': { en: 'A rule that the facts contradict', zh: '与事实相悖的规则' },
  'facts-missing': { en: 'A level that no fact shows to be met', zh: '没有事实表明能达到的等级' },
  'order-inverted': {
    en: 'A higher level answered by what reaches a lower one',
    zh: '较高等级的答案实际只达到较低等级',
  },
  'forbidden-answer': { en: 'A rule that answers what is forbidden', zh: '答案已被禁用的规则' },
  'silent-sibling': {
    en: 'A decision that never answers what those beside it do',
    zh: '同类决策都作答而它从不作答的输出',
  },
  'level-silent': { en: 'A level for which nothing answers', zh: '无人作答的等级' },
  'never-matters': { en: 'A factor that never matters', zh: '从不起作用的因素' },
  'level-never-matters': { en: 'A level that never matters', zh: '从不起作用的等级' },
  'never-asked': { en: 'A decision that nothing asks', zh: '从未被询问的决策' },
  'never-answered': { en: 'An outcome that nothing answers', zh: '从未成为答案的结果' },
  'not-proven': { en: 'What was not looked for to the end', zh: '未能查证到底的部分' },
  'acknowledges-nothing': { en: 'An acknowledgement of nothing', zh: '所确认的问题并不存在' },
};
