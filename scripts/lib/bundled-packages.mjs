/** What the portable rooms of src may import. */
export const portablePackages = ['@noble/hashes', 'fast-string-width', 'fastest-levenshtein', 'typebox', 'yaml'];

/** What only the rooms that run on Node may import besides. */
export const nodePackages = ['@clack/prompts', 'commander', 'picocolors'];

/** What src may import types of. */
export const typePackages = ['ajv'];

/** All that may end up in dist, with the packages that those above import in turn. */
export const everyBundledPackage = [
  ...portablePackages,
  ...nodePackages,
  ...typePackages,
  '@clack/core',
  'fast-string-truncated-width',
  'fast-wrap-ansi',
  'sisteransi',
];
