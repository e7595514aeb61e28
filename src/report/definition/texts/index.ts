import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { DefinitionTexts } from './texts.js';
import { zh } from './zh.js';

export const DEFINITION_TEXTS: Readonly<Record<Lang, DefinitionTexts>> = { en, zh };
