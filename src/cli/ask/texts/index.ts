import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { AskTexts } from './texts.js';
import { zh } from './zh.js';

export const ASK_TEXTS: Readonly<Record<Lang, AskTexts>> = { en, zh };
