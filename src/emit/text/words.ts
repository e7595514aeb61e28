import { listed } from '../../language/text/text.js';
import type { Lang } from '../../language/format.js';
import type { Named, Origin, AnyRecommendation } from '../../language/schema/results/recommendation.js';

/** The fixed words of the text view. */
export interface ViewWords {
  readonly stack: string;
  readonly findings: string;
  readonly fit: string;
  readonly claims: string;
  readonly risks: string;
  readonly colon: string;
  readonly verdicts: Readonly<Record<AnyRecommendation['claims'][number]['verdict'], string>>;
  readonly why: string;
  readonly inputs: string;
  readonly tensions: string;
  readonly trends: string;
  readonly trace: string;
  readonly openFactors: string;
  readonly alsoOpen: (titles: readonly string[]) => string;
  readonly others: (title: string, count: number) => string;
  readonly flips: string;
  readonly next: string;
  readonly untitled: string;
  readonly open: string;
  readonly notNeeded: string;
  readonly none: string;
  readonly always: string;
  readonly and: string;
  readonly semicolon: string;
  readonly reading: string;
  readonly silent: string;
  readonly origins: Readonly<Record<Origin, string>>;
  readonly basis: (version: string, asOf: string) => string;
  readonly runsOn: (on: string) => string;
  readonly by: (name: string, by: string) => string;
  readonly orElse: (others: string) => string;
  readonly also: (others: string) => string;
  readonly rejected: (id: string, reasons: string) => string;
  readonly answers: (outcome: readonly Named[]) => string;
  readonly wouldChange: (factor: string, value: string, role: string, chosen: string) => string;
  readonly wouldSettle: (factor: string, value: string, role: string, chosen: string) => string;
  readonly explain: string;
}

const ids = (outcome: readonly Named[]): string[] =>
  outcome.map((one) => (typeof one === 'string' ? one : one.allOf.join(' + ') || '∅'));

export const VIEW_WORDS: Readonly<Record<Lang, ViewWords>> = {
  en: {
    stack: 'Stack',
    findings: 'Findings',
    fit: 'Fit: what the evidence says',
    claims: 'Figures of the guide, and what supports them',
    risks: 'Risks of what is chosen',
    colon: ': ',
    verdicts: {
      confirmed: 'confirmed',
      conditional: 'confirmed under conditions',
      unconfirmed: 'not confirmed',
      unsourced: 'no source found',
    },
    why: 'Why',
    inputs: 'Inputs',
    tensions: 'Where the guide pulls two ways',
    trends: 'Trends',
    trace: 'Trace: every decision asked',
    openFactors: 'What is not stated and could change it',
    alsoOpen: (titles) => `and ${listed(titles, 'en', 'and')} (--json shows how)`,
    others: (title, count) =>
      `${title}: ${String(count)} other ${count === 1 ? 'answer' : 'answers'} (--json shows ${count === 1 ? 'it' : 'them'})`,
    flips: 'The smallest changes that flip it',
    next: 'Next',
    untitled: 'Workload',
    open: 'open',
    notNeeded: 'not needed',
    none: 'none that can run here',
    always: 'by default',
    and: ' and ',
    semicolon: '; ',
    reading: 'Our reading: ',
    silent: 'silent',
    origins: {
      stated: 'stated',
      figure: 'stated as a figure',
      scenario: 'preset by the scenario',
      typical: 'typical here, decides nothing',
    },
    basis: (version, asOf) => `knowledge ${version}, as of ${asOf}`,
    runsOn: (on) => `runs on ${on}`,
    by: (name, by) => `${name} by ${by}`,
    orElse: (others) => `or ${others}`,
    also: (others) => `also named: ${others}`,
    rejected: (id, reasons) => `not ${id}: ${reasons}`,
    answers: (outcome) => (outcome.length === 0 ? 'none fits' : ids(outcome).join(' or ')),
    wouldChange: (factor, value, role, chosen) =>
      `${factor} is not stated; ${value} would change ${role} to ${chosen}.`,
    wouldSettle: (factor, value, role, chosen) =>
      `${factor} is not stated; ${value} would settle ${role} on ${chosen}.`,
    explain: 'Shows every rule that was asked, and why the others did not hit.',
  },
  zh: {
    stack: '技术栈',
    findings: '提示',
    fit: '事实核对：证据怎么说',
    claims: '指南的数据及其依据',
    risks: '所选技术的风险',
    colon: '：',
    verdicts: {
      confirmed: '已证实',
      conditional: '在一定条件下证实',
      unconfirmed: '未证实',
      unsourced: '未找到来源',
    },
    why: '理由',
    inputs: '输入',
    tensions: '指南中的分歧',
    trends: '趋势',
    trace: '完整过程：每一项决策',
    openFactors: '尚未说明、可能改变答案的因素',
    alsoOpen: (titles) => `还有${listed(titles, 'zh', 'and')}（--json 可查看详情）`,
    others: (title, count) => `${title}：另有 ${String(count)} 种答案（--json 可全部列出）`,
    flips: '足以改变答案的最小改变',
    next: '下一步',
    untitled: '工作负载',
    open: '待定',
    notNeeded: '不需要',
    none: '没有可在此运行的选项',
    always: '默认',
    and: '，且',
    semicolon: '；',
    reading: '我们的理解：',
    silent: '未作答',
    origins: { stated: '明确说明', figure: '以数值说明', scenario: '场景预设', typical: '场景典型值，不参与决策' },
    basis: (version, asOf) => `知识 ${version}，截至 ${asOf}`,
    runsOn: (on) => `运行于 ${on}`,
    by: (name, by) => `${name}（由 ${by} 提供）`,
    orElse: (others) => `或 ${others}`,
    also: (others) => `同时提到：${others}`,
    rejected: (id, reasons) => `未选 ${id}：${reasons}`,
    answers: (outcome) => (outcome.length === 0 ? '无一符合' : ids(outcome).join(' 或 ')),
    wouldChange: (factor, value, role, chosen) => `未说明${factor}；若为${value}，${role}将变为 ${chosen}。`,
    wouldSettle: (factor, value, role, chosen) => `未说明${factor}；若为${value}，${role}即可确定为 ${chosen}。`,
    explain: '列出询问过的每条规则，以及其余规则未命中的原因。',
  },
};
