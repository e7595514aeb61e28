import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { listed } from '../../../text/text.js';
import { oneOf } from './words.js';

const KINDS: Readonly<Record<string, string>> = { outcome: '结果', quantity: '数量', text: '文本', count: '个数' };

/** A type such as `quantity time` in words. */
function typeText(type: string): string {
  const [kind = '', dimension] = type.split(' ');
  return `${KINDS[kind] ?? kind}${dimension === undefined ? '' : `（\`${dimension}\`）`}`;
}

/** What can be wrong with the outputs of a decision. */
export const outputs = {
  'output-table-only': {
    title: '只有决策表才能使用的输出类型',
    message: ({ output, type }) => `输出 \`${output}\` 的类型为 \`${type}\`，只有决策表才能使用`,
    help: '请把输出声明为结果项，或把决策写成表：决策树和投票只能合并结果项。',
  },
  'aggregate-unfit': {
    title: '与输出类型不符的汇总方式',
    message: ({ aggregate, output, type }) => `\`${output}\` 的值是${typeText(type)}，不能用 \`${aggregate}\` 汇总`,
    hint: ({ expected }) => `它只接受${listed(expected.map(typeText), 'zh', 'or')}。`,
    help: '请选用适合该输出类型的汇总方式。',
  },
  'values-missing': {
    title: '命中策略缺少取值次序',
    message: ({ decision, policy }) => `表 \`${decision}\` 的命中策略为 \`${policy}\`，但没有输出列出取值`,
    help: '请在某个输出的声明中用 `values` 列出取值，优先级最高的写在最前面。',
  },
  'delegate-unordered': {
    title: '无法排序的委托规则',
    message: ({ decision, policy }) =>
      `\`${decision}\` 的一条规则委托给其他决策，而命中策略 \`${policy}\` 按规则自身的取值排序`,
    help: '请用 `then` 写出结论。',
  },
  'output-value': {
    title: '与输出类型不符的值',
    message: ({ output, value, type }) => `\`${output}\` 的类型为 \`${type}\`，不能取值 \`${value}\``,
    help: '请写该类型的值，或在 `outputs` 中声明其他类型。',
  },
  'unlisted-value': {
    title: '输出未列出的值',
    message: ({ output, value }) => `\`${value}\` 不在 \`${output}\` 列出的取值之中`,
    hint: ({ expected }) => oneOf(expected),
    help: '请写输出列出的值之一，或把它加入列表。',
  },
  'output-type': {
    title: '类型不符的输出',
    message: ({ decision, type, needed }) =>
      `\`${decision}\` 给出的是${typeText(type)}，这里需要的是${typeText(needed)}`,
    help: '角色、条件和投票只接受结果项；规则只能委托给与自身输出类型相同的决策。',
  },
} satisfies Partial<DiagnosticTexts>;
