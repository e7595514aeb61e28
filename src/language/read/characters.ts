import type { WrongCharacter } from '../diagnostics/diagnostic-codes.js';

/** A character that is typed for another one, and where. */
export interface FoundCharacter {
  readonly character: WrongCharacter;
  readonly at: number;
  readonly length: number;
}

/** The characters where YAML expects its own, the more certain first. A text may hold any of them elsewhere. */
const PATTERNS: readonly (readonly [WrongCharacter, RegExp])[] = [
  ['no-break-space', /(?<=^[\s-]*)\u00a0+|(?<=^[\s-]*[\w-]+\s*:\s*)\u00a0+/u],
  ['ideographic-space', /(?<=^[\s-]*)\u3000+|(?<=^[\s-]*[\w-]+\s*:\s*)\u3000+/u],
  ['invisible-space', /[\u200b\u2060\ufeff]/u],
  ['full-width-colon', /(?<=^[\s-]*[\w-]+|[{,，]\s*[\w-]+)\s*：/u],
  ['full-width-comma', /(?<=[[{][^\]}"']*)，/u],
  ['list-comma', /(?<=[[{][^\]}"']*)、/u],
  ['full-width-bracket', /(?<=:\s*)[［｛【]|(?<=[[{][^\]}]*)[］｝】]/u],
];

/** A line that people type is not longer. */
const MAX_SEARCHED = 2000;

/** The first character of a line that YAML does not know where it is; undefined where there is none. */
export function wrongCharacterIn(line: string): FoundCharacter | undefined {
  const searched = line.slice(0, MAX_SEARCHED);
  for (const [character, pattern] of PATTERNS) {
    const found = pattern.exec(searched);
    if (found === null) continue;
    const before = found[0].length - found[0].trimStart().length;
    // Spaces are what is wrong themselves.
    const skipped = character.endsWith('space') ? 0 : before;
    return { character, at: found.index + skipped, length: found[0].length - skipped };
  }
  return undefined;
}
