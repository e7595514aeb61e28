import type { KnowledgeKind } from '../../language/schema/kinds.js';
import type { Fact } from '../../language/schema/knowledge/evidence.js';
import type { DiffTexts } from './texts.js';

const FACT: Readonly<Record<Fact['kind'], string>> = {
  measurement: '实测',
  benchmark: '基准测试',
  paper: '论文',
  documentation: '文档',
  'vendor-claim': '厂商宣称',
};
const CONFIDENCE: Readonly<Record<Fact['confidence'], string>> = {
  high: '可信度高',
  medium: '可信度中',
  low: '可信度低',
};
const KINDS: Readonly<Record<KnowledgeKind, string>> = {
  Package: '知识包',
  Dimension: '量纲',
  Factor: '因素',
  Outcome: '结果项',
  Technology: '技术',
  Combinations: '组合',
  Role: '角色',
  Decision: '决策',
  Scenario: '场景',
  Source: '出处',
  Attribute: '属性',
  Bibliography: '文献',
  Evidence: '证据',
  Claim: '论断',
  Criterion: '准则',
  Compatibility: '兼容性规则',
  Tension: '分歧',
  Trend: '趋势',
  Advisory: '提醒',
};
const after = (content: string | undefined): string => (content === undefined ? '' : `：${content}`);

export const zh: DiffTexts = {
  nothingChosen: { open: '待定', notNeeded: '不需要', noneCanRun: '当前环境无可用选项' },
  noResult: '无结果',
  change: {
    added: (subject, content) => `新增${subject}${after(content)}`,
    removed: (subject, content) => `删除${subject}${after(content)}`,
    changed: (subject, before, now) => `修改${subject}：原为“${before}”，现为“${now}”`,
    changedInside: (subject) => `修改${subject}`,
  },
  subject: {
    rule: (name, decision, origin) =>
      `“${decision}”的${name === undefined ? '一条规则' : `规则 ${name}`}${origin === undefined ? '' : `（${origin}）`}`,
    fact: (attribute, technology, source) => `${source}给出的${technology}的${attribute}`,
    forbidden: (pkg) => `${pkg} 禁止的技术`,
    weight: (criterion, pkg) => `${pkg}为“${criterion}”设定的权重`,
    document: (kind, title) => `${KINDS[kind]}“${title}”`,
    part: (document, at) => `${document}的${at}`,
  },
  content: {
    fact: (value, kind, confidence, date) =>
      `${value}（${[FACT[kind], CONFIDENCE[confidence], ...(date === undefined ? [] : [date])].join('，')}）`,
    rule: (tests, results) =>
      tests.length === 0 ? results.join('；') : `若${tests.join('且')}，则${results.join('；')}`,
    delegatesTo: (decision) => `委托给“${decision}”`,
    output: (name, answer) => `${name}：${answer}`,
    noOutput: '无',
  },
};
