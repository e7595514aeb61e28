import type { ValueTexts } from './texts.js';

export const en: ValueTexts = { yes: ['true', 'yes'], no: ['false', 'no'] };
