import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { TextTexts } from './texts.js';
import { zh } from './zh.js';

export const TEXT_TEXTS: Readonly<Record<Lang, TextTexts>> = { en, zh };
