/** How the parts of a text are set apart. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Black on the colour of that number in the palette of maps; on grey for a number outside of it. */
  readonly fill: (text: string, color: number) => string;
}

type Style = (text: string) => string;

/** Paints by the escape sequences of terminals (ECMA-48), or not at all. */
export function paintIn(isColored: boolean): Paint {
  if (!isColored) {
    const plain: Style = (text) => text;
    return { strong: plain, heading: plain, faint: plain, warn: plain, bad: plain, fill: plain };
  }
  const strong = style(1, 22);
  const cyan = style(36, 39);
  return {
    strong,
    heading: (text) => strong(cyan(text)),
    faint: style(2, 22),
    warn: style(33, 39),
    bad: style(31, 39),
    fill: (text, color) => `\u001b[30;48;5;${String(FILLS[color] ?? GREY)}m${text}\u001b[39;49m`,
  };
}

/** A style that goes on after another one that ends within it by the same code. */
function style(start: number, end: number): Style {
  const [on, off] = [start, end].map((code) => `\u001b[${String(code)}m`) as [string, string];
  return (text) => on + text.replaceAll(off, off + on) + off;
}

/** Of the 256 colours of terminals, those nearest to the palette of maps (src/emit/common/palette.ts). */
const FILLS = [110, 209, 222, 217, 117, 72, 149, 142];
const GREY = 253;
