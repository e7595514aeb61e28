/** Packages that the portable rooms of src may import. */
export const portablePackages = ['@noble/hashes', 'fast-string-width', 'fastest-levenshtein', 'typebox', 'yaml'];

/** Packages that only the rooms that run on Node may also import. */
export const nodePackages = ['@clack/core', '@clack/prompts', 'commander'];

/** Packages of which src may import only types. */
export const typePackages = ['ajv'];

/** Every package that dist may contain, including those that the packages above import. */
export const everyBundledPackage = [
  ...portablePackages,
  ...nodePackages,
  ...typePackages,
  'fast-string-truncated-width',
  'fast-wrap-ansi',
  'sisteransi',
];
