import { listed, numberText } from '../../../text/text.js';
import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { oneOf } from './words.js';

const writtenAs = (examples: readonly string[]): string => `请写成 ${listed(examples, 'zh')}。`;

export const workload = {
  'unknown-factor': {
    title: '不存在的因素',
    message: ({ factor, where }) => `\`${factor}\` 不是 ${where} 的因素`,
    hint: ({ expected }) => oneOf(expected),
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
    message: ({ factor, value }) => `\`${value}\` 不是 \`${factor}\` 的取值`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的取值之一。',
  },
  'unknown-outcome': {
    title: '不存在的技术',
    message: ({ outcome }) => `不认识 \`${outcome}\``,
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
    message: ({ factor, value }) => `\`${factor}\` 是是非项，不能是 \`${value}\``,
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
    hint: ({ examples }) => writtenAs(examples),
    help: '请使用该因素所属量纲的单位。',
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
    title: '不是非负数的权重',
    message: ({ criterion, value }) => `\`${criterion}\` 的权重应为不小于 0 的数，而不是 \`${value}\``,
    help: '请写不小于 0 的数；0 表示该准则不计入得分。',
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
    help: '请填写技术、因素、场景、条款、出处或代码的 id、标题或别名；`whichstack technologies`、`factors`、`scenarios` 和 `explain` 可列出这些名称。',
  },
  'flag-malformed': {
    title: '格式不符的命令行选项',
    message: ({ flag, value }) => `${flag} 不接受 \`${value}\``,
    hint: ({ example }) => `请写成 ${example}。`,
    help: '请按消息中的示例书写。',
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
