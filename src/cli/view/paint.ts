import { createColors } from 'picocolors';

/** How the parts of a text are set apart; plain where colour is not wanted. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Colours for a stream: only on a terminal, and never against NO_COLOR. */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const asked = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const { bold, dim, cyan, yellow, red } = createColors(!refused && (asked || stream.isTTY === true));
  return { strong: bold, heading: (text) => bold(cyan(text)), faint: dim, warn: yellow, bad: red };
}
