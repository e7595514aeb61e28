import type { Lang } from '../../language/format.js';
import { en } from './en.js';
import type { ExploreTexts } from './texts.js';
import { zh } from './zh.js';

export const EXPLORE_TEXTS: Readonly<Record<Lang, ExploreTexts>> = { en, zh };
