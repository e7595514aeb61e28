import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { CheckTexts } from './texts.js';
import { zh } from './zh.js';

export const CHECK_TEXTS: Readonly<Record<Lang, CheckTexts>> = { en, zh };
