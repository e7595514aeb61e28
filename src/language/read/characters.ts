import type { WrongCharacter } from '../diagnostics/diagnostic-codes.js';

/** A character that is typed for another one, and where. */
export interface FoundCharacter {
  readonly character: WrongCharacter;
  readonly at: number;
  readonly length: number;
}

/** A key as people may write it, before its colon: words in any script, such as `Kubernetes 集成`. */
const KEY = String.raw`["']?[\p{L}_][\p{L}\p{N}_/-]*(?: [\p{L}\p{N}_/-]+){0,3}["']?`;
/** A key in the first place of a line. */
const FIRST_KEY = String.raw`^[\s-]*${KEY}`;
/** A key in the first place of an entry in brackets. */
const ENTRY_KEY = String.raw`[[{](?:[^\]}"']*[,，])?\s*${KEY}`;
/** Brackets in the place of a value, which end with the line if they end at all: no words in brackets before a text. */
const OPENING = String.raw`(?<=:\s*)[［｛【](?=[^］｝】]*[］｝】]?\s*(?:#.*)?$)`;

/** The characters where YAML expects its own, the more certain first. A text may hold any of them elsewhere. */
const PATTERNS: readonly (readonly [WrongCharacter, RegExp])[] = [
  ['no-break-space', new RegExp(String.raw`(?<=^[\s-]*|${FIRST_KEY}\s*:\s*)\u00a0+`, 'u')],
  ['ideographic-space', new RegExp(String.raw`(?<=^[\s-]*|${FIRST_KEY}\s*:\s*)\u3000+`, 'u')],
  ['invisible-space', /[\u200b\u2060\ufeff]/u],
  ['full-width-colon', new RegExp(String.raw`(?<=${FIRST_KEY}|${ENTRY_KEY})\s*：`, 'u')],
  ['full-width-comma', /(?<=[[{][^\]}"']*)，/u],
  ['list-comma', /(?<=[[{][^\]}"']*)、/u],
  ['full-width-bracket', new RegExp(String.raw`${OPENING}|(?<=[[{][^\]}]*)[］｝】]`, 'u')],
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
