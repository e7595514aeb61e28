import { listed } from '../../../../language/text/text.js';
import type { DebugTexts } from './texts.js';

export const zh: DebugTexts = {
  program: ({ variables, decisions, rules }) =>
    `程序：${String(variables)} 个变量，${String(decisions)} 项决策，${String(rules)} 条规则`,
  variables: '变量（编码 0 表示未指定；数值型变量的奇数编码表示相邻边界之间的区间）',
  hitPolicy: (policy) => `命中策略 ${policy}`,
  aggregate: (aggregate) => `汇总方式 ${aggregate}`,
  each: (collection) => `对 ${collection} 逐项决策`,
  outputs: (outputs) => `输出 ${listed(outputs, 'zh', 'and')}`,
  always: '无条件',
  fallback: (variable) => `否则取 ${variable}`,
  delegates: (decision) => `委托给 ${decision}`,
  noAnswer: '无答案',
  nothingNeeded: '不需要',
  vote: ({ table, ballot, within, elect }) =>
    `由 ${table} 的规则投票：选票 ${ballot}，准许范围 ${within}，当选输出 ${elect}`,
  index: {
    'few-rules': '位图：规则数不超过一个整数的位数',
    'many-rules': '切分树：切分后每块只剩少量规则',
    'inherited-tests': '位图：有测试会回退到另一变量，无法建立切分树',
    inseparable: '位图：没有能有效分开规则的切分',
  },
  pure: '结果只取决于编码',
  dependent: '结果取决于其他决策或各项',
  bitmap: ({ columns, words, bytes }) =>
    `${String(columns)} 列，每个桶 ${String(words)} 个字，共 ${String(bytes)} 字节`,
  tree: ({ cuts, leaves, depth, copies, bytes }) =>
    `${String(cuts)} 次切分，${String(leaves)} 个叶子含 ${String(copies)} 条规则，深度 ${String(depth)}，共 ${String(bytes)} 字节`,
  column: ({ variable, buckets, codesPerBucket }) =>
    codesPerBucket === 1
      ? `${variable}：${String(buckets)} 个编码`
      : `${variable}：${String(buckets)} 个桶，每桶 ${String(codesPerBucket)} 个编码`,
  rules: (count) => `${String(count)} 条规则`,
  reads: ({ place, choice, dependencies }) => `${place}：${choice}；${String(dependencies)} 项依赖`,
  noChoice: '未选择',
  notStated: '未指定',
};
