/** How some blocks are drawn, by the names of CSS. */
export type BlockStyle = Readonly<Record<string, string>>;

/**
 * A block diagram: a grid of blocks with texts, filled from left to right, row by row. It holds no position; the order in which blocks are added, and how
 * many columns each is wide, give it.
 */
export class BlockDiagram {
  private readonly blocks: string[] = [];
  private readonly members = new Map<string, string[]>();
  private readonly styles = new Map<string, BlockStyle>();

  /** @param columns how many columns the grid has */
  constructor(private readonly columns: number) {}

  /** States how the blocks of a class are drawn. */
  define(ofClass: string, style: BlockStyle): void {
    this.styles.set(ofClass, style);
  }

  /** Adds a block after those before it, with an id that no other block of the diagram has. */
  add(id: string, text: string, ofClass: string, wide = 1): void {
    this.blocks.push(`${id}["${escaped(text)}"]${wide === 1 ? '' : `:${String(wide)}`}`);
    this.members.set(ofClass, [...(this.members.get(ofClass) ?? []), id]);
  }

  /** Adds a block as wide as the diagram. */
  addRow(id: string, text: string, ofClass: string): void {
    this.add(id, text, ofClass, this.columns);
  }

  /** The diagram as text. `own` is the style of single blocks, by id, in addition to that of their class. */
  text(own: Readonly<Record<string, BlockStyle>> = {}): string {
    const lines = [
      `columns ${String(this.columns)}`,
      ...this.blocks,
      ...[...this.styles].map(([ofClass, style]) => `classDef ${ofClass} ${css(style)}`),
      ...[...this.members].map(([ofClass, ids]) => `class ${ids.join(',')} ${ofClass}`),
      ...Object.entries(own).map(([id, style]) => `style ${id} ${css(style)}`),
    ];
    return ['block-beta', ...lines.map((line) => `  ${line}`), ''].join('\n');
  }
}

const css = (style: BlockStyle): string =>
  Object.entries(style)
    .map(([name, value]) => `${name}:${value}`)
    .join(',');

/**
 * A text that is no syntax of Mermaid and no markup of the page. Each sign of ASCII with a meaning to either is written as `#` and its number, which
 * Mermaid turns into the sign once the diagram is read.
 */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\t\n]+/g, ' ')
    .replaceAll(/[!-~]/g, (sign) => (/[\w.,()+-]/.test(sign) ? sign : `#${String(sign.charCodeAt(0))};`));
