/** A block of code of a page. */
export interface Fence {
  readonly language: string;
  /** The word after the language, such as a file name. */
  readonly name: string;
  readonly text: string;
}

export const FENCE = /^```(\w+)(?: +(\S+))?\n([\s\S]*?)^```$/gm;

/** The blocks of code of a page. */
export const fencesOf = (page: string): Fence[] =>
  [...page.matchAll(FENCE)].map(([, language = '', name = '', text = '']) => ({ language, name, text }));

/** A page without its blocks of code. */
export const withoutFences = (page: string): string => page.replaceAll(FENCE, '');
