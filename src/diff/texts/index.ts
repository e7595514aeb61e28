import type { Lang } from '../../language/format.js';
import { en } from './en.js';
import type { DiffTexts } from './texts.js';
import { zh } from './zh.js';

export const DIFF_TEXTS: Readonly<Record<Lang, DiffTexts>> = { en, zh };
