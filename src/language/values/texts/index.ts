import type { Lang } from '../../format.js';
import { en } from './en.js';
import type { ValueTexts } from './texts.js';
import { zh } from './zh.js';

export const VALUE_TEXTS: Readonly<Record<Lang, ValueTexts>> = { en, zh };
