import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { MapTexts } from './texts.js';
import { zh } from './zh.js';

export const MAP_TEXTS: Readonly<Record<Lang, MapTexts>> = { en, zh };
