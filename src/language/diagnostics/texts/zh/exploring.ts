import { listed, numberText } from '../../../text/text.js';
import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { names, oneOf } from './words.js';

export const exploring = {
  'answers-not-a-mapping': {
    title: '格式不符的回答',
    message: () => '回答必须是“因素: 回答”的映射',
    help: '请每行写一条 `因素: 回答`，或直接给出完整的工作负载。',
  },
  'answers-several': {
    title: '多余的回答文档',
    message: () => '一次提问只接受一份回答，这里又是一份',
    help: '请在该文件中只保留一份。',
  },
  'answer-unknown': {
    title: '没有对应问题的回答',
    message: ({ key }) => `\`${key}\` 不对应任何问题`,
    hint: ({ expected }) => `请写因素名，或写明它的位置：${listed(expected, 'zh', 'or')}。`,
    help: '请写因素名，或写明它的位置。',
  },
  'item-unknown': {
    title: '未列出的项',
    message: ({ item, collection }) => `\`${collection}\` 中没有 \`${item}\``,
    hint: ({ expected, collection }) =>
      `${expected.length === 0 ? '' : `现有 ${names(expected, 'and')}。`}请先在 \`${collection}\` 下列出该项。`,
    help: '请先在集合中列出该项。',
  },
  'prior-unknown': {
    title: '为不存在的因素设置的先验',
    message: ({ name }) => `priors：知识中没有因素 \`${name}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'prior-of-figure': {
    title: '为数值设置的先验',
    message: ({ factor }) => `priors：\`${factor}\` 是数值，没有可以加权的取值`,
    help: '请为有级别或取值的因素设置权重。',
  },
  'prior-invalid': {
    title: '不是非负数的先验权重',
    message: ({ factor, value, weight }) =>
      `priors：\`${factor}\` 的 \`${value}\` 的权重应为不小于 0 的有限数，而不是 \`${weight}\``,
    help: '与其他取值同样可能写 1，三倍可能写 3，已排除写 0。',
  },
  'axis-unknown': {
    title: '不是因素的坐标轴',
    message: ({ name }) => `\`${name}\` 不是这个工作负载可以说明的因素`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'axis-ambiguous': {
    title: '可写在多处的坐标轴',
    message: ({ name }) => `\`${name}\` 在这个工作负载中可以写在多处`,
    hint: ({ expected }) => oneOf(expected),
    help: '请从消息列出的位置中指明一处。',
  },
  'axes-equal': {
    title: '两个相同的坐标轴',
    message: ({ name }) => `两个坐标轴都是 \`${name}\``,
    help: '请选择两个不同的因素。',
  },
  'map-too-large': {
    title: '单元格过多的决策图',
    message: ({ cells, limit }) =>
      `这张图有 ${numberText(cells, 'zh')} 个单元格需要决策，上限为 ${numberText(limit, 'zh')}`,
    help: '请选择取值或数值区间较少的因素。',
  },
  'place-unknown': {
    title: '技术栈中没有的位置',
    message: ({ name }) => `这个工作负载的技术栈中没有 \`${name}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的名称之一。',
  },
  'map-without-place': {
    title: '技术栈中没有位置的决策图',
    message: () => '这个工作负载没有需要决策的内容：其技术栈中没有可供决策图展示的位置',
    help: '请说明某个集合中的一项，例如一项数据需求；或在知识库中添加 Role。',
  },
} satisfies Partial<DiagnosticTexts>;
