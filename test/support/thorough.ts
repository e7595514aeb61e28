/**
 * Whether all is tried that there is time for where nobody waits: properties on many more inputs, and all commands of the docs, each in a process of its own.
 * The CI does so on one version of Node.
 */
export const thorough = process.env['WHICHSTACK_THOROUGH'] === '1';

/** How often a property is tried. Where it is only a few times, these are the same each time, so that it is certain that they hold what is looked for. */
export const runs = (many: number, few: number): { readonly numRuns: number; readonly seed?: number } =>
  thorough ? { numRuns: many } : { numRuns: few, seed: 1 };
