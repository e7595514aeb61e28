import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { oneOf } from './words.js';

const writtenAs = (examples: readonly string[]): string => `请写成 ${examples.map((one) => `\`${one}\``).join('、')}。`;

export const tables = {
  'csv-quote-open': {
    title: '引号未闭合的单元格',
    message: () => '这个单元格开头的引号没有闭合',
    help: '请补上引号；带引号的单元格中，引号本身要写两次。',
  },
  'csv-quote-text': {
    title: '结尾引号之后的文字',
    message: ({ text }) => `这个单元格的结尾引号之后还有 \`${text}\``,
    help: '请把引号本身写两次，或去掉结尾引号之后的文字。',
  },
  'table-empty': {
    title: '没有规则的表',
    message: ({ name }) => `${name} 中没有规则`,
    help: '请在第一行写因素名称，以下每行写一条规则。',
  },
  'table-unnamed': {
    title: '没有 id 的表',
    message: () => '决策没有 id',
    help: '请用 --id 给出，或在表头之上加一行 `#id`、`our-table`。',
  },
  'name-invalid': {
    title: '不能用作 id 的名称',
    message: ({ name }) => `\`${name}\` 不能用作 id`,
    help: '请使用以连字符相连的字母和数字，并以小写字母开头：`storage-tiers`。',
  },
  'setting-unknown': {
    title: '表没有的设置',
    message: ({ setting }) => `表没有 \`${setting}\` 这项设置`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的设置之一。',
  },
  'column-unknown': {
    title: '既非因素也非规则组成部分的列',
    message: ({ column }) => `\`${column}\` 既不是因素，也不是规则的组成部分`,
    hint: ({ expected }) => `${oneOf(expected)}只供人看的列请把列名放在括号里：\`(负责人)\`。`,
    help: '请使用消息中列出的名称之一；只供人看的列请把列名放在括号里：`(负责人)`。',
  },
  'column-unnamed': {
    title: '没有列名的单元格',
    message: ({ value }) => `\`${value}\` 所在的列没有列名`,
    help: '请在表头写上列名，或清空该单元格。',
  },
  'column-twice': {
    title: '重名的两列',
    message: ({ column, first }) => `\`${column}\` 已出现在第 ${String(first)} 列`,
    help: '请只保留其中一个。',
  },
  'column-answers': {
    title: '都给出结论的两列',
    message: ({ column, other }) => `\`${column}\` 和 \`${other}\` 不能同时作为结论`,
    help: '请只保留一列 `then`，或为每个输出各写一列，如 `→ family`。',
  },
  'column-misplaced': {
    title: '属于集合各项的因素列',
    message: ({ factor, collection }) => `\`${factor}\` 是针对 \`${collection}\` 的每一项说明的`,
    hint: ({ factor, collection }) =>
      `请把列名写成 \`some ${collection}: ${factor}\`，或在表头之上加一行 \`#each\`、\`${collection}\`，逐项作出决策。`,
    help: '请把列名写成 `some 集合: 因素`，或加一行 `#each` 逐项作出决策。',
  },
  'cell-malformed': {
    title: '无法读懂的单元格',
    message: ({ value, column }) => `无法读懂 \`${column}\` 下的 \`${value}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: '请按消息中的示例书写。',
  },
  'cell-comma': {
    title: '含义不明的逗号',
    message: ({ value, column }) => `\`${column}\` 下的 \`${value}\` 可能是一个数值，也可能是多个数值的列表`,
    help: '数值中请不要使用逗号，例如写成 `1000` 或 `1.5`；列表请在每个逗号后加空格，例如 `1, 5`。',
  },
  'cell-date': {
    title: '被电子表格改成日期的内容',
    message: ({ value, column, typed }) =>
      `\`${column}\` 下的 \`${value}\` 是日期：电子表格会把 \`${typed}\` 这类内容自动改成日期`,
    hint: ({ range }) => `范围请写成 \`${range}\`；输入前先把该列设为文本格式，内容就不会被改动。`,
    help: '请把该列设为文本格式，再重新输入。',
  },
  'cell-alternatives': {
    title: '列表中的检验',
    message: ({ value }) => `\`${value}\` 是并列检验之一，而列表中只能写取值`,
    help: '请为每个检验各写一行。',
  },
  'cell-repeats': {
    title: '同一检验写了两次的单元格',
    message: ({ value, operator }) => `\`${value}\` 两次检验 \`${operator}\``,
    help: '请保留其中一个检验，或分成两行。',
  },
  'unknown-table': {
    title: '不存在的决策表',
    message: ({ name }) => `没有名为 \`${name}\` 的决策表`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'not-a-table': {
    title: '不是决策表的决策',
    message: ({ decision, form }) => `决策 \`${decision}\` 是${form === 'tree' ? '决策树' : '投票'}，不是决策表`,
    hint: ({ expected }) => oneOf(expected),
    help: '只有决策表能写成 CSV；请使用消息中列出的名称之一。',
  },
  'table-inexpressible': {
    title: 'CSV 无法表达的表',
    message: ({ decision, rule, key }) =>
      rule === 0
        ? `\`${decision}\` 的 \`${key}\` 无法写成表格`
        : `\`${decision}\` 第 ${String(rule)} 条规则的 \`${key}\` 无法写进单元格`,
    help: '为避免丢失内容，没有输出任何东西：请以 YAML 编辑这个决策。',
  },
} satisfies Partial<DiagnosticTexts>;
