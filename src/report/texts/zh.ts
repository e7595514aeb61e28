import { listed, numberText, spaced } from '../../language/text/text.js';
import type { ReportTexts } from './texts.js';

const quoted = (demands: readonly string[]): string => demands.map((demand) => `“${demand}”`).join('、');

/** 并列的几个条件。 */
const all = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join('、')}且${clauses.at(-1) ?? ''}`;

export const zh: ReportTexts = {
  nothingExtra: '无需额外组件',
  noneFits: '无一符合',
  yes: '是',
  no: '否',
  mixedFamily: '混合',
  realisedBy: (name, by) => `${name}（由 ${by} 提供）`,
  tests: {
    sentence: (subject, requirements) => `${subject}${requirements.join('，')}`,
    someItem: (collection, tests) => `${collection}中有一项${tests.join('，')}`,
    requirements: {
      equals: (values) => `为${values}`,
      not: (values) => `不为${values}`,
      atLeast: (values) => `至少为${values}`,
      atMost: (values) => `至多为${values}`,
      above: (values) => `高于${values}`,
      below: (values) => `低于${values}`,
      includes: (values) => `包含${values}`,
      excludes: (values) => `不包含${values}`,
    },
    stated: (isStated) => (isStated ? '已指定' : '未指定'),
    empty: (isEmpty) => (isEmpty ? '没有同时满足所有要求的选项' : '有同时满足所有要求的选项'),
  },
  fit: {
    atLeast: (level) => `至少为${level}`,
    atMost: (level) => `至多为${level}`,
    oneOfAccepted: (count) => `${numberText(count, 'zh')} 种可接受值之一`,
    doubts: {
      conditions: '测试条件与本工作负载是否一致未知',
      partly: '实测值仅部分达标',
      conflict: '各来源或其测试环境的结果不一致',
      stale: '证据已过期',
      undated: '该数值是何时测得的无从得知',
      'low-confidence': '证据较弱',
      'part-only': '该数值只统计了所要求范围的一部分',
      'bound-only': '该数值只是一个界限，实际值可能达到要求，也可能达不到',
      'vendor-claim': '这是厂商自己的说法，没有第三方测量',
      'no-limit-known': '没有来源给出其上限，也没有来源记录过这种规模的使用',
    },
    evidenceAgainst: '现有证据与其相悖',
    noSource: (technology) => `没有来源提供 ${technology} 的该项数据`,
    otherConditions: (technology) => `${technology} 数据的测试条件在此不成立`,
    howToMeasure: (how) => `测量方法：${how}`,
  },
  reasons: {
    lacksRequired: (outcome) => `缺少要求采用的 ${outcome}`,
    forbiddenByPackage: (outcome) => `${outcome} 被知识包禁止`,
    forbiddenByWorkload: (outcome) => `${outcome} 被工作负载禁止`,
    otherFamily: (family) => `属于${family}，已被指定的条件排除`,
    fails: (demand, found, subject = '') => spaced(`${subject}不满足“${demand}”：实际为${found}`),
  },
  rivals: {
    sentence: (rival, place, clauses) => `${place}，${rival}：${clauses.join('；')}。`,
    chosen: '即当前所选',
    omitted: '工作负载声明此处不选用任何技术',
    notNeeded: '此处不需要任何技术',
    required: (chosen) => `工作负载要求采用 ${chosen}`,
    guide: (answer, clauses) => `指南建议 ${answer}（${clauses.join(' ')}），其优先于证据排序`,
    namedSecond: (clauses, chosen) =>
      `指南也提到它（${clauses.join(' ')}）${chosen === undefined ? '' : `，但排在 ${chosen} 之后`}`,
    ruleMisses(rule, { where, holding, instead, notStated }) {
      const missing = [...instead, ...(notStated.length === 0 ? [] : [`${listed(notStated, 'zh', 'and')}未指定`])];
      const here = holding.length === 0 ? missing.join('，') : `${all(holding)}，但${missing.join('，')}`;
      return `${rule} 在${all(where)}时才选用它；此处${here}`;
    },
    ruleWithoutResult: (rule, why) => `${rule} 本会选用它，但${why}`,
    noRule: '求值的规则都没有提到它',
    nearerRelative: (chosen, answer) => `指南建议 ${answer}，${chosen} 与其更接近`,
    ranked: (rank, chosen, rankOfChosen) =>
      `按证据排序，它为第 ${numberText(rank, 'zh')} 名，${chosen} 为第 ${numberText(rankOfChosen, 'zh')} 名`,
    tied: (chosen) => `证据无法区分它与 ${chosen}`,
  },
  unproven: (demands) => `没有证据表明满足${demands.map((demand) => `“${demand}”`).join('、')}`,
  tied: {
    nothingRequired: (count) => `证据无法区分 ${numberText(count, 'zh')} 个候选：没有提出能区分它们的要求`,
    meetAlike: (count, demands) => `证据无法区分 ${numberText(count, 'zh')} 个候选：它们都满足${quoted(demands)}`,
    doAlike: (count, demands) => `证据无法区分 ${numberText(count, 'zh')} 个候选：它们在${quoted(demands)}上结论相同`,
    withRivals: (text, rivals) => spaced(`${text}；也可选用 ${listed(rivals, 'zh')}`),
  },
  firstByFacts: {
    several: (count) => `另外 ${numberText(count, 'zh')} 个候选`,
    fails: (best, chosen, demand) => spaced(`按证据排序，${best}居首：${chosen} 不满足“${demand}”`),
    unknown: (best, chosen, demand) => spaced(`按证据排序，${best}居首：${chosen} 在“${demand}”上没有证据`),
    conditional: (best, chosen, demand) => spaced(`按证据排序，${best}居首：${chosen} 仅在一定条件下满足“${demand}”`),
    nearer: (best, chosen, criterion) => spaced(`按证据排序，${best}居首：就${criterion}而言，${chosen} 离要求更远`),
  },
  trace: {
    nothingStated: (test) => `要求${test}；实际未指定`,
    otherValue: (test, found) => `要求${test}；实际为${found}`,
    noResult: (decision) => `“${decision}”无结果`,
    isFound: (factor, found) => spaced(`${factor}为${found}`),
    doesNotHold: (test) => `“${test}”不成立`,
  },
};
