import { abridged, error, oneOf, type ExpectedNames } from './entry.js';
import { listed } from '../text/text.js';

/** What a reference can lead to, in Chinese. */
const WHAT_ZH: Readonly<Record<string, string>> = {
  attribute: '属性',
  clause: '出处条目',
  collection: '集合',
  decision: '决策',
  dimension: '量纲',
  factor: '因素',
  level: '等级',
  outcome: '结果',
  role: '角色',
  'scenario slot': '场景决策位',
  section: '部分',
  criterion: '准则',
  scenario: '场景',
  source: '文献',
  table: '决策表',
  technology: '技术',
};

/** What can be wrong with knowledge, by its stable code. */
export const KNOWLEDGE_CATALOGUE = {
  'package-missing': error<Record<string, never>>(
    [() => 'no document of kind Package is among the knowledge', () => '知识中没有 Package 类文档'],
    [() => 'Add one with an id, a title and a version.', () => '请加上一个带 id、title 和 version 的 Package。'],
  ),
  'document-twice': error<{ kind: string; id: string; first: string }>(
    [
      ({ kind, id, first }) => `${kind} \`${id}\` is defined twice; the first is at ${first}`,
      ({ kind, id, first }) => `${kind} \`${id}\` 定义了两次，第一次在 ${first}`,
    ],
    [() => 'Rename or remove one of them.', () => '请改名或删除其中一个。'],
  ),
  'rule-twice': error<{ decision: string; rule: string }>(
    [
      ({ decision, rule }) => `decision \`${decision}\` has two rules called \`${rule}\``,
      ({ decision, rule }) => `决策 \`${decision}\` 中有两条规则都叫 \`${rule}\``,
    ],
    [() => 'Rename one of them.', () => '请给其中一条改名。'],
  ),
  'extension-id': error<{ id: string }>(
    [
      ({ id }) => `an extension cannot bear the id of the table that it extends, \`${id}\``,
      ({ id }) => `扩展不能与它所扩展的决策表 \`${id}\` 同名`,
    ],
    [
      ({ id }) => `Give it one of its own, such as \`our-${id}\`.`,
      ({ id }) => `请给它一个自己的标识，例如 \`our-${id}\`。`,
    ],
  ),
  'overlay-breaks': error<{ kind: string; id: string } & ExpectedNames>(
    [
      ({ kind, id, expected }) =>
        `this takes the place of ${kind} \`${id}\`, and what is below does not fit it: ${abridged(expected, 'en', 'and')}`,
      ({ kind, id, expected }) =>
        `它取代了下层的 ${kind} \`${id}\`，而下层的这些文档与它不符：${abridged(expected, 'zh', 'and')}`,
    ],
    [
      () => 'Keep what they name, give this an id of its own, or replace them as well.',
      () => '请保留它们用到的内容，或给它换一个标识，或把它们一并取代。',
    ],
  ),
  'unknown-reference': error<{ what: string; name: string }>([
    ({ what, name }) => `there is no ${what} \`${name}\``,
    ({ what, name }) => `没有名为 \`${name}\` 的${WHAT_ZH[what] ?? ` ${what}`}`,
  ]),
  'decision-body': error<{ id: string }>([
    ({ id }) => `decision \`${id}\` must have one of table, tree, vote or extends`,
    ({ id }) => `决策 \`${id}\` 必须恰有 table、tree、vote 或 extends 之一`,
  ]),
  'decision-cycle': error<{ path: string }>(
    [
      ({ path }) => `these decisions ask one another in a circle: ${path}`,
      ({ path }) => `这些决策循环相互依赖：${path}`,
    ],
    [() => 'Remove one of the questions.', () => '请去掉其中一处依赖。'],
  ),
  'rule-empty': error<{ decision: string }>(
    [
      ({ decision }) => `this rule of \`${decision}\` neither answers nor asks`,
      ({ decision }) => `\`${decision}\` 的这条规则既不作答也不询问`,
    ],
    [() => 'Give it `then`, or `ask`, but not both.', () => '请给出 `then` 或 `ask` 之一。'],
  ),
  'output-unknown': error<{ decision: string; output: string } & ExpectedNames>(
    [
      ({ decision, output }) => `\`${output}\` is not an output of \`${decision}\``,
      ({ decision, output }) => `\`${output}\` 不是 \`${decision}\` 的输出`,
    ],
    oneOf,
  ),
  'output-needed': error<{ decision: string } & ExpectedNames>(
    [
      ({ decision }) => `\`${decision}\` has several outputs; say which`,
      ({ decision }) => `\`${decision}\` 有多个输出，请指明`,
    ],
    oneOf,
  ),
  'aggregate-missing': error<{ decision: string }>(
    [
      ({ decision }) => `table \`${decision}\` collects but does not say how`,
      ({ decision }) => `表 \`${decision}\` 的命中策略为 collect，但没有说明如何汇总`,
    ],
    [
      () => 'Add `aggregate: list`, `union` or `intersect`.',
      () => '请加上 `aggregate: list`、`union` 或 `intersect`。',
    ],
  ),
  'test-unfit': error<{ test: string; factor: string; type: string }>([
    ({ test, factor, type }) => `\`${test}\` cannot be asked of \`${factor}\`, which is of type ${type}`,
    ({ test, factor, type }) => `\`${factor}\` 是 ${type} 类型，不能用 \`${test}\` 检验`,
  ]),
  'bounds-unordered': error<{ factor: string; level: string }>(
    [
      ({ factor, level }) => `the bound of level \`${level}\` of \`${factor}\` is not above the one before it`,
      ({ factor, level }) => `\`${factor}\` 的等级 \`${level}\` 的界限不大于前一级`,
    ],
    [() => 'List the levels from the smallest bound to the largest.', () => '请按界限从小到大排列等级。'],
  ),
  'preset-unfit': error<{ factor: string }>(
    [
      ({ factor }) => `a scenario cannot preset \`${factor}\` in this way`,
      ({ factor }) => `场景不能这样预设 \`${factor}\``,
    ],
    [() => 'Write one value, or `{atLeast: level}`.', () => '请写一个值，或 `{atLeast: 等级}`。'],
  ),
  'fact-form': error<{ attribute: string; type: string } & ExpectedNames>(
    [
      ({ attribute, type }) =>
        `a fact on \`${attribute}\`, which is of type ${type}, must say one thing in a form that suits it`,
      ({ attribute, type }) => `\`${attribute}\` 是 ${type} 类型，关于它的事实必须且只能用一种合适的形式表达`,
    ],
    oneOf,
  ),
  'range-reversed': error<{ attribute: string }>(
    [
      ({ attribute }) => `the range of \`${attribute}\` ends before it begins`,
      ({ attribute }) => `\`${attribute}\` 的范围上限小于下限`,
    ],
    [() => 'Write the smaller figure first.', () => '请把较小的数值写在前面。'],
  ),
  'bounds-unusable': error<{ id: string }>(
    [({ id }) => `the bounds of criterion \`${id}\` make no scale`, ({ id }) => `准则 \`${id}\` 的界限无法构成标尺`],
    [
      () => 'Write the lower end first; on a logarithmic scale, both ends must be above zero.',
      () => '请先写较小的一端；对数标尺的两端都必须大于零。',
    ],
  ),
  'criterion-dimension': error<{ factor: string; attribute: string }>(
    [
      ({ factor, attribute }) => `\`${factor}\` and \`${attribute}\` are not measured in the same units`,
      ({ factor, attribute }) => `\`${factor}\` 与 \`${attribute}\` 的单位不同`,
    ],
    [() => 'Choose an attribute of the same dimension.', () => '请选择量纲相同的属性。'],
  ),
  'criterion-subject': error<{ id: string }>(
    [
      ({ id }) => `criterion \`${id}\` must have one of \`attributes\`, \`presentIn\` and \`contains\``,
      ({ id }) => `准则 \`${id}\` 必须且只能使用 \`attributes\`、\`presentIn\`、\`contains\` 之一`,
    ],
    [() => 'It says what the criterion looks at.', () => '它说明该准则考察什么。'],
  ),
  'acknowledges-any': error<{ problem: string } & ExpectedNames>(
    [
      ({ problem }) => `this acknowledges every problem \`${problem}\`, also those that are to come`,
      ({ problem }) => `这里确认了所有的 \`${problem}\` 问题，包括以后才会出现的`,
    ],
    [
      ({ expected }) => `Name what it is about: ${listed(expected, 'en')}.`,
      ({ expected }) => `请写明所指的对象：${listed(expected, 'zh')}。`,
    ],
  ),
  'each-mismatch': error<{ decision: string; each: string }>([
    ({ decision, each }) => `\`${decision}\` is decided for each item of \`${each}\` and cannot be asked from here`,
    ({ decision, each }) => `\`${decision}\` 针对 \`${each}\` 的每一项作出，不能在这里询问`,
  ]),
} as const;
