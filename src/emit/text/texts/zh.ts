import { listed, numberText, spaced } from '../../../language/text/text.js';
import { combinationIds, type TextTexts } from './texts.js';

const figure = (count: number): string => numberText(count, 'zh');

/** 原因若是单项技术的依赖条件，则用其标题代替 id，只说一遍。 */
function rejected(id: string, reasons: string): string {
  const [, title, need] = /^([^：；+]+) 需要：(.+)$/.exec(id.includes('+') ? '' : reasons) ?? [];
  return need === undefined ? `未选 ${id}：${reasons}` : `未选 ${title ?? id}：${need}`;
}

const compiled: TextTexts['compiled'] = {
  program: ({ variables, decisions, rules }) =>
    `程序：${figure(variables)} 个变量，${figure(decisions)} 项决策，${figure(rules)} 条规则`,
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
    `${figure(columns)} 列，每个桶 ${figure(words)} 个字，共 ${figure(bytes)} 字节`,
  tree: ({ cuts, leaves, depth, copies, bytes }) =>
    `${figure(cuts)} 次切分，${figure(leaves)} 个叶子含 ${figure(copies)} 条规则，深度 ${figure(depth)}，共 ${figure(bytes)} 字节`,
  column: ({ variable, buckets, codesPerBucket }) =>
    codesPerBucket === 1
      ? `${variable}：${figure(buckets)} 个编码`
      : `${variable}：${figure(buckets)} 个桶，每桶 ${figure(codesPerBucket)} 个编码`,
  rules: (count) => `${figure(count)} 条规则`,
  reads: ({ place, choice, dependencies }) => `${place}：${choice}；${figure(dependencies)} 项依赖`,
  noChoice: '未选择',
  notStated: '未指定',
};

export const zh: TextTexts = {
  compiled,
  recommendation: {
    trace: '决策过程：所有求值过的决策',
    openFactors: '未定因素：未指定且可能改变选择',
    alsoOpen: (titles) => `还有${listed(titles, 'zh', 'and')}（--json 可查看详情）`,
    others: (title, count) => `${title}：另有 ${figure(count)} 种选择（--json 可全部列出）`,
    flips: '会改变选择的最小改动',
    next: '下一步',
    noResult: '无结果',
    runsOn: (on) => `运行于 ${on}`,
    also: (others) => `同时提到：${others}`,
    rejected,
    answers: (outcome) => (outcome.length === 0 ? '无一符合' : combinationIds(outcome).join(' 或 ')),
    wouldChange: (factor, value, role, chosen) => `${factor}未指定；若为${value}，${role}将变为 ${chosen}。`,
    wouldSettle: (factor, value, role, chosen) => `${factor}未指定；若为${value}，${role}即可确定为 ${chosen}。`,
    explain: '列出所有求值过的规则及未命中的原因。',
  },
  brief: {
    morePlaces: (count) => `另有 ${figure(count)} 个位置，用 --full 查看。`,
    more: (count) => `另有 ${figure(count)} 条，用 --full 查看。`,
    readOn: (commands) => `更多：${commands.join('   ')}`,
  },
  fit: {
    nothing: '没有带出处的数据',
    typical: '（场景典型值，未指定）',
    first: (best) => spaced(`按证据排序，${best}同样居首`),
    better: (best, rank) => spaced(`按证据排序：${best}第 1，所选第 ${figure(rank)}`),
    share: (share) => spaced(`；在${share}的权重组合下如此`),
    chosenShare: (chosen, share) => spaced(`，${chosen}居首的占${share}`),
    percent: (number) => `${number}%`,
    lessThan: '不到 1%',
    moreThan: '超过 99%',
    turning: (rival, gains, losses) =>
      gains === '' && losses === ''
        ? spaced(`；${rival}与之大致持平`)
        : spaced(
            `；${[
              ...(losses === '' ? [] : [`降低${losses}的权重`]),
              ...(gains === '' ? [] : [`提高${gains}的权重`]),
            ].join('，同时')}，${rival}最先与之持平`,
          ),
  },
  whatIf: {
    onlyIf: (title, conditions) => `${title}：仅当${conditions}`,
    onlyIfOne: (title) => `${title}：仅当满足下列之一：`,
    more: (count, allBy) => `另有 ${figure(count)} 种（${allBy} 可全部列出）`,
    moreAnswers: (count, allBy) => `另有 ${figure(count)} 种选择（${allBy} 可全部列出）`,
    notReachable: (id, role) =>
      `已证明：任何改动都不会选用它。为${role === undefined ? '此工作负载' : ` ${role} `}求值的规则都没有提到 ${id}，可用的组合也都不包含它。`,
  },
  freshness: {
    title: (asOf) => `知识库时效，评估日期 ${asOf}`,
    counts: (technologies, facts, sources) =>
      `${figure(technologies)} 项技术，${figure(facts)} 条事实，${figure(sources)} 份文献。`,
    stale: (count) => `已过期的事实：${figure(count)}`,
    staleFact: (technology, attribute, value, date, until, source) =>
      `${technology} 的${attribute}：${value}；日期 ${date}，有效至 ${until} [${source}]`,
    undated: (count) => `没有日期的文献：${figure(count)}`,
    undatedSource: (title, id, cited) => `${title} [${id}]，支撑 ${figure(cited)} 条事实`,
    withoutLifecycle: (count) => `缺少生命周期数据的技术：${figure(count)}`,
    unsupported: (count) => `没有证据支持的指南数据：${figure(count)}`,
    verdicts: { unconfirmed: '未证实', unsourced: '未找到来源', unexamined: '尚未核查' },
    warns: '以上均为警告：内容过时本身不会使检查失败。',
    allFresh: '没有过期、缺少日期或缺乏依据的内容。',
    ownFresh: '您自己的知识包中没有过期、缺少日期或缺乏依据的内容。',
    more: (count) => `以及另外 ${figure(count)} 条`,
  },
  definition: {
    several: (name, count) => `“${name}”可以指以下 ${figure(count)} 项`,
    showOne: (name) => `查看其中一项：whichstack show ${name}`,
  },
  interview: {
    yourself: (examples) => `例如 ${examples.join('、')}`,
    expected: ({ count, isBound }) =>
      count === 0 ? '最后一个问题' : `${isBound ? '至多' : '大约'}还有 ${figure(count)} 个问题`,
    takes: { one: '任选其一', many: '可选多项', figure: '一个数值' },
  },
};
