import { error, oneOf, type ExpectedNames } from './entry.js';

/** What can be wrong with what a decision map is asked for, by its stable code. */
export const MAP_CATALOGUE = {
  'axis-unknown': error<{ name: string } & ExpectedNames>(
    [
      ({ name }) => `\`${name}\` is no factor that this workload could state`,
      ({ name }) => `\`${name}\` 不是这个工作负载可以说明的因素`,
    ],
    oneOf,
  ),
  'axis-ambiguous': error<{ name: string } & ExpectedNames>(
    [
      ({ name }) => `\`${name}\` can be stated in several places of this workload`,
      ({ name }) => `\`${name}\` 在这个工作负载中可以写在多处`,
    ],
    oneOf,
  ),
  'axes-equal': error<{ name: string }>(
    [({ name }) => `both axes are \`${name}\``, ({ name }) => `两个坐标轴都是 \`${name}\``],
    [() => 'Choose two different factors.', () => '请选择两个不同的因素。'],
  ),
  'map-too-large': error<{ cells: number; limit: number }>(
    [
      ({ cells, limit }) => `this map has ${String(cells)} cells to decide; ${String(limit)} are the most`,
      ({ cells, limit }) => `这张图有 ${String(cells)} 个单元格需要决策，上限为 ${String(limit)}`,
    ],
    [() => 'Choose a factor with fewer values or figures.', () => '请选择取值或数值区间较少的因素。'],
  ),
  'place-unknown': error<{ name: string } & ExpectedNames>(
    [
      ({ name }) => `\`${name}\` is no place in the stack of this workload`,
      ({ name }) => `这个工作负载的技术栈中没有 \`${name}\``,
    ],
    oneOf,
  ),
} as const;
