import { error, oneOf, type ExpectedNames, type Sentence } from './entry.js';

const rewrite: Sentence<{ examples: readonly string[] }> = [
  ({ examples }) => `Write it as ${examples.map((example) => `\`${example}\``).join(', ')}.`,
  ({ examples }) => `请写成 ${examples.map((example) => `\`${example}\``).join('、')}。`,
];
const LANGUAGES: Readonly<Record<'en' | 'zh', Readonly<Record<'en' | 'zh', string>>>> = {
  en: { en: 'English', zh: 'Chinese' },
  zh: { en: '英文', zh: '中文' },
};

/** What can be wrong with a decision table that is imported or exported, by its stable code. */
export const TABLE_CATALOGUE = {
  'csv-quote-open': error<Record<string, never>>(
    [() => 'the quotation mark that opens this cell is never closed', () => '这个单元格开头的引号没有闭合'],
    [
      () => 'Close it; a quotation mark inside a quoted cell is written twice.',
      () => '请补上引号；带引号的单元格中，引号本身要写两次。',
    ],
  ),
  'csv-quote-text': error<{ text: string }>(
    [
      ({ text }) => `\`${text}\` follows the closing quotation mark of this cell`,
      ({ text }) => `这个单元格的结尾引号之后还有 \`${text}\``,
    ],
    [() => 'A quotation mark inside a quoted cell is written twice.', () => '带引号的单元格中，引号本身要写两次。'],
  ),
  'table-empty': error<{ name: string }>(
    [({ name }) => `${name} has no rules`, ({ name }) => `${name} 中没有规则`],
    [
      () => 'Write the names of the factors in the first row, and one rule in each row below.',
      () => '请在第一行写因素名称，以下每行写一条规则。',
    ],
  ),
  'table-unnamed': error<Record<string, never>>(
    [() => 'the decision has no id', () => '决策没有 id'],
    [
      () => 'Pass it as --id, or write a row `#id`, `our-table` above the header.',
      () => '请用 --id 给出，或在表头之上加一行 `#id`、`our-table`。',
    ],
  ),
  'name-invalid': error<{ name: string }>(
    [({ name }) => `\`${name}\` cannot be an id`, ({ name }) => `\`${name}\` 不能用作 id`],
    [
      () => 'Use letters and digits, joined by hyphens, and begin with a small letter: `storage-tiers`.',
      () => '请使用以连字符相连的字母和数字，并以小写字母开头：`storage-tiers`。',
    ],
  ),
  'setting-unknown': error<{ setting: string } & ExpectedNames>(
    [({ setting }) => `\`${setting}\` is no setting of a table`, ({ setting }) => `表没有 \`${setting}\` 这项设置`],
    oneOf,
  ),
  'column-unknown': error<{ column: string } & ExpectedNames>(
    [
      ({ column }) => `\`${column}\` is neither a factor nor a part of a rule`,
      ({ column }) => `\`${column}\` 既不是因素，也不是规则的组成部分`,
    ],
    [
      ({ expected }) => `${oneOf[0]({ expected })} A column for people alone has its name in brackets: \`(owner)\`.`,
      ({ expected }) => `${oneOf[1]({ expected })}只供人看的列请把列名放在括号里：\`(负责人)\`。`,
    ],
  ),
  'column-unnamed': error<{ value: string }>(
    [({ value }) => `\`${value}\` stands in a column without a name`, ({ value }) => `\`${value}\` 所在的列没有列名`],
    [() => 'Name the column in the header row, or empty the cell.', () => '请在表头写上列名，或清空该单元格。'],
  ),
  'column-twice': error<{ column: string; first: number }>(
    [
      ({ column, first }) => `\`${column}\` is in column ${String(first)} already`,
      ({ column, first }) => `\`${column}\` 已出现在第 ${String(first)} 列`,
    ],
    [() => 'Keep one of the two.', () => '请只保留其中一个。'],
  ),
  'column-answers': error<{ column: string; other: string }>(
    [
      ({ column, other }) => `\`${column}\` and \`${other}\` cannot both be answers`,
      ({ column, other }) => `\`${column}\` 和 \`${other}\` 不能同时作为结论`,
    ],
    [
      () => 'A table has one column `then`, or a column for each output, such as `→ family`.',
      () => '一张表要么只有一列 `then`，要么每个输出各有一列，如 `→ family`。',
    ],
  ),
  'column-misplaced': error<{ factor: string; collection: string }>(
    [
      ({ factor, collection }) => `\`${factor}\` is stated of each item of \`${collection}\``,
      ({ factor, collection }) => `\`${factor}\` 是针对 \`${collection}\` 的每一项说明的`,
    ],
    [
      ({ factor, collection }) =>
        `Name the column \`some ${collection}: ${factor}\`, or decide for each item by a row \`#each\`, \`${collection}\` above the header.`,
      ({ factor, collection }) =>
        `请把列名写成 \`some ${collection}: ${factor}\`，或在表头之上加一行 \`#each\`、\`${collection}\`，逐项作出决策。`,
    ],
  ),
  'text-untranslated': error<{ key: string; lang: 'en' | 'zh' }>(
    [
      ({ key, lang }) => `\`${key}\` is not given in ${LANGUAGES.en[lang]}`,
      ({ key, lang }) => `\`${key}\` 缺少${LANGUAGES.zh[lang]}`,
    ],
    [
      ({ key, lang }) => `Write it under \`${key} (${lang})\`: every text has both languages.`,
      ({ key, lang }) => `请写在 \`${key} (${lang})\` 之下：所有文本都要有中英文。`,
    ],
  ),
  'cell-malformed': error<{ value: string; column: string; examples: readonly string[] }>(
    [
      ({ value, column }) => `\`${value}\` cannot be read under \`${column}\``,
      ({ value, column }) => `无法读懂 \`${column}\` 下的 \`${value}\``,
    ],
    rewrite,
  ),
  'cell-comma': error<{ value: string; column: string }>(
    [
      ({ value, column }) => `\`${value}\` under \`${column}\` may be one figure, or a list of several`,
      ({ value, column }) => `\`${column}\` 下的 \`${value}\` 可能是一个数值，也可能是多个数值的列表`,
    ],
    [
      () =>
        'Write a figure without a comma, such as `1000` or `1.5`, and a list with a blank behind each comma, such as `1, 5`.',
      () => '数值中请不要使用逗号，例如写成 `1000` 或 `1.5`；列表请在每个逗号后加空格，例如 `1, 5`。',
    ],
  ),
  'cell-date': error<{ value: string; column: string; typed: string; range: string }>(
    [
      ({ value, column, typed }) =>
        `\`${value}\` under \`${column}\` is a date, which a spreadsheet makes of what looks like one, such as \`${typed}\``,
      ({ value, column, typed }) =>
        `\`${column}\` 下的 \`${value}\` 是日期：电子表格会把 \`${typed}\` 这类内容自动改成日期`,
    ],
    [
      ({ range }) =>
        `Write a range as \`${range}\`; a column that is formatted as text before anything is typed keeps what is typed.`,
      ({ range }) => `范围请写成 \`${range}\`；输入前先把该列设为文本格式，内容就不会被改动。`,
    ],
  ),
  'cell-alternatives': error<{ value: string }>(
    [
      ({ value }) => `\`${value}\` is one of several tests; a list holds plain values`,
      ({ value }) => `\`${value}\` 是并列检验之一，而列表中只能写取值`,
    ],
    [() => 'Write a row for each of the tests.', () => '请为每个检验各写一行。'],
  ),
  'cell-repeats': error<{ value: string; operator: string }>(
    [
      ({ value, operator }) => `\`${value}\` tests \`${operator}\` twice`,
      ({ value, operator }) => `\`${value}\` 两次检验 \`${operator}\``,
    ],
    [() => 'One test of a kind fits into a cell.', () => '一个单元格中，每种检验只能写一次。'],
  ),
  'unknown-table': error<{ name: string } & ExpectedNames>(
    [({ name }) => `there is no decision table \`${name}\``, ({ name }) => `没有名为 \`${name}\` 的决策表`],
    oneOf,
  ),
  'not-a-table': error<{ decision: string; form: 'tree' | 'vote' } & ExpectedNames>(
    [
      ({ decision, form }) => `decision \`${decision}\` is a ${form}, not a table`,
      ({ decision, form }) => `决策 \`${decision}\` 是${form === 'tree' ? '决策树' : '投票'}，不是决策表`,
    ],
    oneOf,
  ),
  'table-inexpressible': error<{ decision: string; rule: number; key: string }>(
    [
      ({ decision, rule, key }) =>
        rule === 0
          ? `\`${key}\` of \`${decision}\` cannot be written as a table`
          : `\`${key}\` of rule ${String(rule)} of \`${decision}\` cannot be written as cells`,
      ({ decision, rule, key }) =>
        rule === 0
          ? `\`${decision}\` 的 \`${key}\` 无法写成表格`
          : `\`${decision}\` 第 ${String(rule)} 条规则的 \`${key}\` 无法写进单元格`,
    ],
    [
      () => 'Nothing was written, so that nothing is lost: edit this decision as YAML.',
      () => '为避免丢失内容，没有输出任何东西：请以 YAML 编辑这个决策。',
    ],
  ),
} as const;
