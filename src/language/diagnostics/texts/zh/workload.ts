import { listed, numberText } from '../../../text/text.js';
import type { DiagnosticTexts, NameLead } from '../../diagnostic-codes.js';
import { names, oneOf } from './words.js';

const writtenAs = (examples: readonly string[]): string => `请写成 ${listed(examples, 'zh')}。`;

const code = (text: string): string => `\`${text}\``;
/** 某词所指的内容及其位置。 */
const leadText = ({ stated, sections }: NameLead): string => `${listed(sections.map(code), 'zh')} 中的 ${code(stated)}`;
const oneOfOrFigure = (expected: readonly string[], examples: readonly string[]): string =>
  `应为 ${names(expected)}，也可以是 ${listed(examples, 'zh')} 这样的数值。`;

/** 数值的读法。 */
const limitWords = { upper: '上限', lower: '下限' } as const;

export const workload = {
  'unknown-factor': {
    title: '不存在的因素',
    message: ({ factor, where }) => `\`${factor}\` 不是 ${where} 的因素`,
    hint: ({ expected, leadsTo = [] }) =>
      leadsTo.length === 0
        ? oneOf(expected)
        : `该词可指 ${listed(leadsTo.map(leadText), 'zh')}；如果是这个意思，请照此书写。`,
    help: '请使用消息中列出的因素之一。',
  },
  'misplaced-factor': {
    title: '写错位置的因素',
    message: ({ factor, where }) => `\`${factor}\` 不属于 ${where}`,
    hint: ({ right }) => `请写在 ${listed(right, 'zh')} 中。`,
    help: '请把该因素写在消息所说的部分中。',
  },
  'unknown-value': {
    title: '因素没有的取值',
    message: ({ factor, value, elsewhere = [] }) =>
      `\`${value}\` 不是 \`${factor}\` 的取值${elsewhere.length === 0 ? '' : `，而是 ${listed(elsewhere.map(code), 'zh', 'and')} 的取值`}`,
    hint: ({ expected, examples = [] }) =>
      expected.length === 0 ? undefined : examples.length === 0 ? oneOf(expected) : oneOfOrFigure(expected, examples),
    help: '请使用消息中列出的取值之一。',
  },
  'several-values': {
    title: '只有一个值的因素写了多个值',
    message: ({ factor, values }) => `\`${factor}\` 只有一个值，不能写 ${String(values.length)} 个`,
    hint: ({ values }) =>
      values.length < 2 ? undefined : `请只保留 ${listed(values.map(code), 'zh', 'and')} 中的一个。`,
    help: '请只写一个值，不要用括号。',
  },
  'names-joined': {
    title: '写在一起的多个名称',
    message: ({ text, place }) => `\`${text}\` 只算${place === 'text' ? '一段文本' : '一项'}，其中却有多个名称`,
    hint: ({ names: all, place }) =>
      place === 'text'
        ? `请写成 \`[${all.join(', ')}]\`。`
        : place === 'brackets'
          ? `请写成 \`${all.join(', ')}\`。`
          : `请各写一行：${listed(
              all.map((name) => code(`- ${name}`)),
              'zh',
              'and',
            )}。`,
    help: '请把每个名称各写成一项。',
  },
  'value-empty': {
    title: '没有取值的因素',
    message: ({ factor }) => `\`${factor}\` 没有取值`,
    hint: ({ expected, examples }) =>
      `请写上 ${[...(expected.length === 0 ? [] : [names(expected)]), ...(examples.length === 0 ? [] : [`${listed(examples, 'zh')}这样的数值`])].join('，或 ')}，或删去这一行。`,
    help: '请写上取值，或删去这一行。',
  },
  'unknown-outcome': {
    title: '不存在的技术',
    message: ({ outcome }) => `没有名为 \`${outcome}\` 的技术或技术族`,
    help: '可用 `whichstack technologies` 列出全部技术。',
  },
  'unknown-role': {
    title: '技术栈中没有的角色',
    message: ({ role }) => `技术栈中没有角色 \`${role}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'not-a-flag': {
    title: '应为是或否的值',
    message: ({ factor, value }) => `\`${factor}\` 须为布尔值，不能写 \`${value}\``,
    help: '请写 `true` 或 `false`。',
  },
  'not-a-set': {
    title: '应为名称列表的值',
    message: ({ factor, value }) => `\`${factor}\` 是名称列表，不能是 \`${value}\``,
    help: '请写成 `[a, b]`。',
  },
  'not-a-quantity': {
    title: '不是数值的值',
    message: ({ factor, value }) => `\`${value}\` 不是 \`${factor}\` 可用的数值`,
    hint: ({ examples }) => writtenAs(examples),
    help: '请写一个带单位的数值。',
  },
  'quantity-not-a-number': {
    title: '无法比较的数值',
    message: ({ factor }) => `\`${factor}\` 必须是可以比较的数`,
    hint: ({ examples }) => writtenAs(examples),
    help: '请写一个带单位的有限数值。',
  },
  'quantity-negative': {
    title: '负的数值',
    message: ({ factor, value }) => `\`${factor}\` 不能为负：\`${value}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: '请写不小于零的数值。',
  },
  'quantity-fraction': {
    title: '计数值不是整数',
    message: ({ factor, value }) => `\`${factor}\` 是计数，必须是整数：\`${value}\``,
    hint: ({ examples }) => writtenAs(examples),
    help: '请写一个整数。',
  },
  'quantity-overflow': {
    title: '过大的数值',
    message: ({ factor, value }) => `\`${value}\` 对 \`${factor}\` 来说过大`,
    hint: ({ examples }) => writtenAs(examples),
    help: '请写较小的数值，或检查单位。',
  },
  'unit-missing': {
    title: '没有单位的数值',
    message: ({ factor, value }) => `\`${factor}: ${value}\` 没有单位`,
    hint: ({ examples }) => writtenAs(examples),
    help: '请加上单位。',
  },
  'unit-unknown': {
    title: '不适用的单位',
    message: ({ factor, unit }) => `\`${unit}\` 不是 \`${factor}\` 的单位`,
    hint: ({ factor, unit, foreign, examples }) =>
      foreign === undefined
        ? writtenAs(examples)
        : `\`${unit}\` 的量纲是“${foreign.other.zh}”，而 \`${factor}\` 的量纲是“${foreign.own.zh}”。${writtenAs(examples)}`,
    help: '请使用该因素所属量纲的单位。',
  },
  'unit-unclear': {
    title: '含义不明确的单位',
    message: ({ factor, unit }) => `\`${unit}\` 作为 \`${factor}\` 的单位含义不明确`,
    hint: ({ why, readings }) => `${why.zh}请写成 ${listed(readings.map(code), 'zh')}。`,
    help: '请写明所指的单位。',
  },
  'figure-sign': {
    title: '与数值读法相矛盾的比较符号',
    message: ({ factor, value, limit }) =>
      limit === undefined
        ? `\`${factor}\` 的数值不带比较符号，不能写成 \`${value}\``
        : `\`${value}\` 与 \`${factor}\` 的读法相矛盾：它的数值是${limitWords[limit]}`,
    hint: ({ figure, limit }) =>
      limit === undefined
        ? `请写成 \`${figure}\`。`
        : `如果这就是${limitWords[limit]}，请写成 \`${figure}\`；不能说明另一方向的限制。`,
    help: '请去掉符号，只写数值。',
  },
  'figure-comma': {
    title: '逗号有两种读法的数值',
    message: ({ factor, value }) => `\`${factor}: ${value}\` 中的逗号含义不明确`,
    hint: ({ readings }) => `请写成 ${listed(readings.map(code), 'zh')}。`,
    help: '小数请用小数点，大数请不要写逗号。',
  },
  'figure-range': {
    title: '写成范围的数值',
    message: ({ factor, value }) => `\`${value}\` 是一个范围，而 \`${factor}\` 只接受一个数值`,
    hint: ({ limit, high, examples }) =>
      limit === 'upper'
        ? `请只写上限：\`${high}\`。`
        : limit === 'lower'
          ? '请只写任何时候都至少要达到的数值，通常是较大的一端。'
          : writtenAs(examples),
    help: '请只写必须满足的一端。',
  },
  'figure-percentile': {
    title: '无法说明的百分位',
    message: ({ factor, value }) => `\`${value}\` 带有百分位，而 \`${factor}\` 不能说明百分位`,
    hint: ({ figure, limit }) =>
      `请只写 \`${figure}\`${limit === undefined ? '' : `，它会被读作${limitWords[limit]}`}。百分位可写在 \`metadata.description\` 中。`,
    help: '请只写数值。',
  },
  'collection-not-a-list': {
    title: '写成映射的集合',
    message: ({ collection }) => `\`${collection}\` 应为列表，而不是以名称为键的映射`,
    hint: ({ example }) => `请每项写一行：\`- ${example}\`。`,
    help: '请写成列表，并把各项的名称写在 `name` 中。',
  },
  'item-name-twice': {
    title: '重名的两项',
    message: ({ name, collection }) => `\`${collection}\` 中有两项都叫 \`${name}\``,
    help: '请各取一个名字。',
  },
  'item-empty': {
    title: '没有任何内容的项',
    message: ({ collection }) => `\`${collection}\` 的这一项没有任何内容`,
    hint: ({ key }) => `请写明 \`${key}\`，或它的某个数值或等级。`,
    help: '请写明该项的需求，或它的某个数值或等级。',
  },
  'too-many-items': {
    title: '项数过多的集合',
    message: ({ collection, limit }) => `\`${collection}\` 超过 ${numberText(limit, 'zh')} 项`,
    help: '请拆分该工作负载。',
  },
  'weight-invalid': {
    title: '不是数、为负或过大的权重',
    message: ({ criterion, value, most }) =>
      `\`${criterion}\` 的权重应为 0 到 ${numberText(most, 'zh')} 之间的数，而不是 \`${value}\``,
    help: '权重按其占总和的比例起作用，用较小的数即可；0 表示该准则不计入得分。',
  },
  'unknown-criterion': {
    title: '为不存在的准则设置的权重',
    message: ({ criterion }) => `没有可加权的准则 \`${criterion}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'option-invalid': {
    title: '选项不接受的值',
    message: ({ option, value }) => `\`${option}\` 不接受 \`${value}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的取值之一。',
  },
  'option-unknown-name': {
    title: '选项所指的名称在知识库中不存在',
    message: ({ option, name }) => `${option}：知识中没有 \`${name}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'unknown-technology': {
    title: '不存在的技术',
    message: ({ name }) => `没有名为 \`${name}\` 的技术`,
    help: '可用 `whichstack technologies` 列出全部技术。',
  },
  'unknown-name': {
    title: '未知的名称',
    message: ({ name }) => `没有名为 \`${name}\` 的内容`,
    help: '请填写技术、因素、等级、场景、角色、条款、分歧、出处或代码的 id、标题或别名，等级也可连同因素填写，如 `security/high`；`whichstack technologies`、`factors`、`scenarios` 和 `explain` 可列出这些名称。',
  },
  'flag-malformed': {
    title: '格式不符的命令行选项',
    message: ({ flag, value }) => `${flag} 不接受 \`${value}\``,
    hint: ({ example }) => `请写成 ${example}。`,
    help: '请按消息中的示例书写。',
  },
  'flag-of-item': {
    title: '说明集合中某一项的选项',
    message: ({ factor, collection }) => `\`${factor}\` 说明的是 \`${collection}\` 中的某一项，而不是整个工作负载`,
    hint: ({ examples }) => `请写成 ${names(examples)}。`,
    help: '请按消息中的示例，与该项一起说明。',
  },
  'flag-twice': {
    title: '两个选项说明了同一因素',
    message: ({ factor }) => `有两个选项都说明了 \`${factor}\``,
    help: '请只保留其中一个。',
  },
  'date-invalid': {
    title: '格式不符的日期',
    message: ({ value }) => `\`${value}\` 不是日期`,
    help: '请写成 2026-11-23。',
  },
} satisfies Partial<DiagnosticTexts>;
