import type { Lang } from '../../../../language/format.js';
import { en } from './en.js';
import type { DebugTexts } from './texts.js';
import { zh } from './zh.js';

export const DEBUG_TEXTS: Readonly<Record<Lang, DebugTexts>> = { en, zh };
