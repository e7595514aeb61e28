/** A word as a shell takes it: in quotes where it has a character that a shell reads otherwise. */
export const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
