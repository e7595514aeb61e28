import { createColors } from 'picocolors';

/** How the parts of a text are set apart; plain where colour is not wanted. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Black on the colour of that number in the palette of maps; on grey for a number that is none. */
  readonly fill: (text: string, color: number) => string;
}

/** Colours for a stream: only on a terminal, and never against NO_COLOR. */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const asked = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const isColored = !refused && (asked || stream.isTTY === true);
  const { bold, dim, cyan, yellow, red } = createColors(isColored);
  const fill = (text: string, color: number): string =>
    isColored ? `\u001b[30;48;5;${String(FILLS[color] ?? GREY)}m${text}\u001b[39;49m` : text;
  return { strong: bold, heading: (text) => bold(cyan(text)), faint: dim, warn: yellow, bad: red, fill };
}

/** Of the 256 colours of terminals, those nearest to the palette of maps (src/emit/map-svg/palette.ts). */
const FILLS = [110, 209, 222, 217, 117, 72, 149, 142];
const GREY = 253;
