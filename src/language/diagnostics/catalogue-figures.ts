import { error, type Sentence } from './entry.js';
import { listed } from '../text/text.js';

/** About a factor, and what is written for it. */
export interface OfFactor {
  readonly factor: string;
  readonly value: string;
}
/** The same, with figures as they may be written. */
export interface OfQuantity extends OfFactor {
  readonly examples: readonly string[];
}
const write: Sentence<{ examples: readonly string[] }> = [
  ({ examples }) => `Write it as ${listed(examples, 'en')}.`,
  ({ examples }) => `请写成 ${listed(examples, 'zh')}。`,
];

/** What can be wrong with figures, by its stable code. */
export const FIGURE_CATALOGUE = {
  'not-a-quantity': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${value}\` is not a figure that \`${factor}\` can have`,
      ({ factor, value }) => `\`${value}\` 不是 \`${factor}\` 可用的数值`,
    ],
    write,
  ),
  'quantity-not-a-number': error<OfQuantity>(
    [
      ({ factor }) => `\`${factor}\` must be a number that can be compared`,
      ({ factor }) => `\`${factor}\` 必须是可以比较的数`,
    ],
    write,
  ),
  'quantity-negative': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${factor}\` cannot be negative: \`${value}\``,
      ({ factor, value }) => `\`${factor}\` 不能为负：\`${value}\``,
    ],
    write,
  ),
  'quantity-fraction': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${factor}\` is counted, so it is a whole number: \`${value}\``,
      ({ factor, value }) => `\`${factor}\` 是计数，必须是整数：\`${value}\``,
    ],
    write,
  ),
  'quantity-overflow': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${value}\` is too large for \`${factor}\``,
      ({ factor, value }) => `\`${value}\` 对 \`${factor}\` 来说过大`,
    ],
    write,
  ),
  'unit-missing': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${factor}: ${value}\` has no unit`,
      ({ factor, value }) => `\`${factor}: ${value}\` 没有单位`,
    ],
    write,
  ),
  'unit-unknown': error<OfQuantity & { unit: string }>(
    [
      ({ factor, unit }) => `\`${unit}\` is not a unit of \`${factor}\``,
      ({ factor, unit }) => `\`${unit}\` 不是 \`${factor}\` 的单位`,
    ],
    write,
  ),
} as const;
