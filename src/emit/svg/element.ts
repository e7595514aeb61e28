import type { Lang } from '../../language/format.js';
import { chop, width, wrap } from '../../language/text/wrap.js';

export const FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** An element with its attributes, and a text or other elements in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
  inner = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const content = text === undefined ? inner : escaped(text);
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How wide a column of text is at most, in parts of the size of the font: half a Chinese character, or a wide Latin letter. */
const COLUMN = 0.64;

/** How many pixels a text takes at most, as a rule. */
export const pixels = (text: string, size: number): number => Math.ceil(width(text) * COLUMN * size);

/** A text broken into lines that are no wider than that many pixels; what is beyond `most` lines is cut with an ellipsis. */
export function lines(text: string, room: number, size: number, lang: Lang, most = Infinity): string[] {
  const columns = Math.max(4, Math.floor(room / (COLUMN * size)));
  const all = wrap(text, columns, lang).flatMap((line) => chop(line, columns));
  if (all.length <= most) return all;
  const last = all[most - 1] ?? '';
  const [cut = ''] = chop(last, columns - 1);
  return [...all.slice(0, most - 1), `${cut}…`];
}

/** Lines of text, one below the other. */
export function textBlock(
  said: readonly string[],
  x: number,
  y: number,
  kind: string,
  leading = 17,
  anchor?: 'middle' | 'end',
): string {
  return said
    .map((line, n) =>
      element('text', { class: kind, x, y: y + n * leading, ...(anchor && { 'text-anchor': anchor }) }, line),
    )
    .join('');
}
