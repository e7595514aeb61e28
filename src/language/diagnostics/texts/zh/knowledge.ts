import { listed } from '../../../text/text.js';
import type { DiagnosticTexts, ReferenceTarget } from '../../diagnostic-codes.js';
import { names, oneOf } from './words.js';

/** 引用所指的对象。 */
const TARGETS: Readonly<Record<ReferenceTarget, string>> = {
  attribute: '属性',
  clause: '出处条目',
  collection: '集合',
  criterion: '准则',
  decision: '决策',
  dimension: '量纲',
  factor: '因素',
  level: '等级',
  outcome: '结果项',
  role: '角色',
  scenario: '场景',
  'scenario slot': '场景决策位',
  scope: '统计范围',
  section: '部分',
  source: '文献',
  table: '决策表',
  technology: '技术',
  unit: '单位',
};

export const knowledge = {
  'package-missing': {
    title: '缺少 Package 文档的知识',
    message: () => '知识中没有 Package 类文档',
    help: '请加上一个带 id、title 和 version 的 Package。',
  },
  'document-twice': {
    title: '标识相同的两份文档',
    message: ({ kind, id, first }) => `${kind} \`${id}\` 定义了两次，第一次在 ${first}`,
    help: '请改名或删除其中一个。',
  },
  'alias-taken': {
    title: '别名指向两项内容',
    message: ({ alias, kind, id, of }) => {
      if (of === undefined) return `别名 \`${alias}\` 已指向 \`${id}\`（${kind}）`;
      return kind === 'Dimension'
        ? `\`${alias}\` 已指向 \`${of}\` 的单位 \`${id}\``
        : `别名 \`${alias}\` 已指向 \`${of}\` 的取值 \`${id}\``;
    },
    help: '请只保留其中一处；若该词本身就是某项内容的 id，则无需再写为别名。',
  },
  'rule-twice': {
    title: '重名的两条规则',
    message: ({ decision, rule }) => `决策 \`${decision}\` 中有两条规则都叫 \`${rule}\``,
    help: '请给其中一条改名。',
  },
  'extension-id': {
    title: '与所扩展的表同名的扩展',
    message: ({ id }) => `扩展不能与它所扩展的决策表 \`${id}\` 同名`,
    hint: ({ id }) => `请给它一个自己的标识，例如 \`our-${id}\`。`,
    help: '请给扩展一个自己的标识。',
  },
  'overlay-breaks': {
    title: '使下层文档失效的叠加包',
    message: ({ kind, id, expected }) =>
      `它取代了下层的 ${kind} \`${id}\`，而下层的这些文档与它不符：${names(expected, 'and')}`,
    help: '请保留它们用到的内容，或给它换一个标识，或把它们一并取代。',
  },
  'unknown-reference': {
    title: '没有文档定义的名称',
    message: ({ what, name }) => `没有名为 \`${name}\` 的${TARGETS[what]}`,
    help: '请更正名称，或补上定义它的文档。',
  },
  'decision-body': {
    title: '没有主体或有多个主体的决策',
    message: ({ id }) => `决策 \`${id}\` 必须恰有 table、tree、vote 或 extends 之一`,
    help: '请恰好给出 `table`、`tree`、`vote`、`extends` 之一。',
  },
  'decision-cycle': {
    title: '循环依赖的决策',
    message: ({ path }) => `这些决策循环相互依赖：${path}`,
    help: '请去掉其中一处依赖。',
  },
  'rule-empty': {
    title: '没有结论的规则',
    message: ({ decision }) => `\`${decision}\` 的这条规则既没有答案也没有委托`,
    help: '请给出 `then` 或 `ask` 之一。',
  },
  'scenario-factor-missing': {
    title: '没有因素可以说明场景',
    message: () => '没有 `values: scenarios` 的因素，工作负载无法说明场景',
    help: '请加上一个类型为 choice、`values: scenarios` 的因素。',
  },
  'output-unknown': {
    title: '决策没有的输出',
    message: ({ decision, output }) => `\`${output}\` 不是 \`${decision}\` 的输出`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的输出之一。',
  },
  'output-needed': {
    title: '有多个输出、须指明其一的决策',
    message: ({ decision }) => `\`${decision}\` 有多个输出，请指明`,
    hint: ({ expected }) => oneOf(expected),
    help: '请写成 `决策.输出`。',
  },
  'aggregate-missing': {
    title: '没有汇总方式的 collect 表',
    message: ({ decision }) => `表 \`${decision}\` 的命中策略为 collect，但没有说明如何汇总`,
    help: '请加上 `aggregate`，例如 `list`、`union` 或 `sum`。',
  },
  'test-unfit': {
    title: '不适用于该因素类型的检验',
    message: ({ test, factor, type }) => `\`${factor}\` 是 ${type} 类型，不能用 \`${test}\` 检验`,
    help: '请使用适合该类型的检验：等级用 `atLeast`、`atMost`，集合用 `includes`，数值用界限。',
  },
  'bounds-unordered': {
    title: '界限次序不对的等级',
    message: ({ factor, level }) => `\`${factor}\` 的等级 \`${level}\` 的界限不大于前一级`,
    help: '请按界限从小到大排列等级。',
  },
  'preset-unfit': {
    title: '场景不支持的预设形式',
    message: ({ factor }) => `场景不能这样预设 \`${factor}\``,
    help: '请写一个值，或 `{atLeast: 等级}`。',
  },
  'fact-form': {
    title: '与属性类型不符的事实',
    message: ({ attribute, type }) => `\`${attribute}\` 是 ${type} 类型，关于它的事实必须且只能用一种合适的形式表达`,
    hint: ({ expected }) => oneOf(expected),
    help: '请恰好使用消息中列出的形式之一。',
  },
  'scope-missing': {
    title: '未说明统计范围的数值',
    message: ({ attribute }) => `关于 \`${attribute}\` 的事实必须用 \`scope\` 说明数值统计了什么`,
    hint: ({ expected }) => oneOf(expected),
    help: '请添加 `scope`，取消息中列出的范围之一。范围不同的数值不会互相比较。',
  },
  'range-reversed': {
    title: '上下限颠倒的范围',
    message: ({ attribute }) => `\`${attribute}\` 的范围上限小于下限`,
    help: '请把较小的数值写在前面。',
  },
  'bounds-unusable': {
    title: '无法构成标尺的准则界限',
    message: ({ id }) => `准则 \`${id}\` 的界限无法构成标尺`,
    help: '请先写较小的一端；对数标尺的两端都必须大于零。',
  },
  'criterion-dimension': {
    title: '比较不同量纲的准则',
    message: ({ factor, attribute }) => `\`${factor}\` 与 \`${attribute}\` 的单位不同`,
    help: '请选择量纲相同的属性。',
  },
  'criterion-subject': {
    title: '没有对象或有多个对象的准则',
    message: ({ id }) => `准则 \`${id}\` 必须且只能使用 \`attributes\`、\`presentIn\`、\`contains\` 之一`,
    help: '请恰好给出三者之一，以说明该准则考察什么。',
  },
  'acknowledges-any': {
    title: '所指过宽的确认',
    message: ({ problem }) => `这里确认了所有的 \`${problem}\` 问题，包括以后才会出现的`,
    hint: ({ expected }) => `请写明所指的对象：${listed(expected, 'zh')}。`,
    help: '请写明确认所指的对象，以免掩盖以后出现的问题。',
  },
  'each-mismatch': {
    title: '在没有项的地方求值的逐项决策',
    message: ({ decision, each }) => `\`${decision}\` 针对 \`${each}\` 的每一项作出，不能在这里求值`,
    help: '请从 `each` 相同的决策中引用它。',
  },
} satisfies Partial<DiagnosticTexts>;
