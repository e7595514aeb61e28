import type { Lang } from '../../format.js';
import { en } from './en.js';
import type { Typography } from './texts.js';
import { zh } from './zh.js';

/** The typographic facts of each language. */
export const TYPOGRAPHY: Readonly<Record<Lang, Typography>> = { en, zh };
