import type { Lang } from '../../language/format.js';
import { en } from './en.js';
import type { CliTexts } from './texts.js';
import { zh } from './zh.js';

export const CLI_TEXTS: Readonly<Record<Lang, CliTexts>> = { en, zh };
