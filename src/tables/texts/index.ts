import type { Lang } from '../../language/format.js';
import { en } from './en.js';
import type { TableTexts } from './texts.js';
import { zh } from './zh.js';

export const TABLE_TEXTS: Readonly<Record<Lang, TableTexts>> = { en, zh };
