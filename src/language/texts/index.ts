import type { Lang } from '../format.js';
import { en } from './en.js';
import type { Typography, ValueTexts } from './texts.js';
import { zh } from './zh.js';

/** The typographic facts of each language. */
export const TYPOGRAPHY: Readonly<Record<Lang, Typography>> = { en: en.typography, zh: zh.typography };
export const VALUE_TEXTS: Readonly<Record<Lang, ValueTexts>> = { en: en.values, zh: zh.values };
