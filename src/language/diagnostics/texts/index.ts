import type { Lang } from '../../format.js';
import type { DiagnosticTexts } from '../diagnostic-codes.js';
import type { FindingTexts } from '../finding-codes.js';
import type { ProblemTexts } from '../problem-codes.js';
import * as en from './en.js';
import type { CatalogueWords, DiagnosticWords } from './texts.js';
import * as zh from './zh.js';

// One record for each catalogue, so that a module that needs one of them does not load the others.
export const DIAGNOSTIC_TEXTS: Readonly<Record<Lang, DiagnosticTexts>> = { en: en.diagnostics, zh: zh.diagnostics };
export const PROBLEM_TEXTS: Readonly<Record<Lang, ProblemTexts>> = { en: en.problems, zh: zh.problems };
export const FINDING_TEXTS: Readonly<Record<Lang, FindingTexts>> = { en: en.findings, zh: zh.findings };
export const DIAGNOSTIC_WORDS: Readonly<Record<Lang, DiagnosticWords>> = { en: en.words, zh: zh.words };
export const CATALOGUE_WORDS: Readonly<Record<Lang, CatalogueWords>> = { en: en.catalogue, zh: zh.catalogue };
