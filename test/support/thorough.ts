/**
 * Whether all is tried that there is time for where nobody waits: properties on many more inputs, and each command line in a process of its own.
 * The CI does so on one version of Node.
 */
export const thorough = process.env['WHICHSTACK_THOROUGH'] === '1';
