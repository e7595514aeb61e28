import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { OpenTexts } from './texts.js';
import { zh } from './zh.js';

export const OPEN_TEXTS: Readonly<Record<Lang, OpenTexts>> = { en, zh };
