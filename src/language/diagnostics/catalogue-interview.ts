import { abridged, error, oneOf, type ExpectedNames } from './entry.js';
import { listed } from '../text/text.js';

/** What can be wrong with what an interview is given, by its stable code. */
export const INTERVIEW_CATALOGUE = {
  'answers-not-a-mapping': error<Record<string, never>>(
    [() => 'answers must be a mapping of factors to replies', () => '回答必须是“因素: 回答”的映射'],
    [
      () => 'Write one line for each, as `factor: reply`, or give a whole workload.',
      () => '请每行写一条 `因素: 回答`，或直接给出完整的工作负载。',
    ],
  ),
  'answers-several': error<Record<string, never>>(
    [
      () => 'an interview takes the answers of one document, and this is another',
      () => '一次提问只接受一份回答，这里又是一份',
    ],
    [() => 'Keep one of them in this file.', () => '请在该文件中只保留一份。'],
  ),
  'answer-unknown': error<{ key: string } & ExpectedNames>(
    [({ key }) => `\`${key}\` leads to no question`, ({ key }) => `\`${key}\` 不对应任何问题`],
    [
      ({ expected }) => `Name a factor, or write where it is stated: ${listed(expected, 'en', 'or')}.`,
      ({ expected }) => `请写因素名，或写明它的位置：${listed(expected, 'zh', 'or')}。`,
    ],
  ),
  'answer-item-unknown': error<{ item: string; collection: string } & ExpectedNames>(
    [
      ({ item, collection }) => `there is no \`${item}\` in \`${collection}\``,
      ({ item, collection }) => `\`${collection}\` 中没有 \`${item}\``,
    ],
    [
      ({ expected, collection }) =>
        `${expected.length === 0 ? '' : `${expected.length === 1 ? 'There is' : 'There are'} ${abridged(expected, 'en', 'and')}. `}List it under \`${collection}\` first.`,
      ({ expected, collection }) =>
        `${expected.length === 0 ? '' : `现有 ${abridged(expected, 'zh', 'and')}。`}其他的要先在 \`${collection}\` 下列出。`,
    ],
  ),
  'prior-unknown': error<{ name: string } & ExpectedNames>(
    [
      ({ name }) => `priors: the knowledge has no factor \`${name}\``,
      ({ name }) => `priors：知识中没有因素 \`${name}\``,
    ],
    oneOf,
  ),
  'prior-of-figure': error<{ factor: string }>(
    [
      ({ factor }) => `priors: \`${factor}\` is a figure, and has no values to be weighted`,
      ({ factor }) => `priors：\`${factor}\` 是数值，没有可以加权的取值`,
    ],
    [() => 'Weight factors that have levels or values.', () => '请为有级别或取值的因素设置权重。'],
  ),
  'prior-invalid': error<{ factor: string; value: string; weight: string }>(
    [
      ({ factor, value, weight }) =>
        `priors: \`${value}\` of \`${factor}\` must weigh a finite number from 0 up, not \`${weight}\``,
      ({ factor, value, weight }) =>
        `priors：\`${factor}\` 的 \`${value}\` 的权重应为不小于 0 的有限数，而不是 \`${weight}\``,
    ],
    [
      () => 'Write 1 for what is as probable as others, 3 for three times that, 0 for what is ruled out.',
      () => '与其他取值同样可能写 1，三倍可能写 3，已排除写 0。',
    ],
  ),
} as const;
