import type { ValueTexts } from './texts.js';

export const zh: ValueTexts = { yes: ['是'], no: ['否'] };
