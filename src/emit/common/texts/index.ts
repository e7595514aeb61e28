import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { SharedTexts } from './texts.js';
import { zh } from './zh.js';

export const SHARED_TEXTS: Readonly<Record<Lang, SharedTexts>> = { en, zh };
