import { describedCodes } from '../../language/diagnostics/catalogue.js';
import { LANGS, LANGUAGES, type Lang } from '../../language/format.js';
import type { Text } from '../../language/schema/common.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { figureExamples } from '../../language/values/figure.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { namedThings, thingTitle } from '../../report/definition/names.js';
import { tablesOf } from '../../tables/export.js';

/** A word that completes what is typed, with what it means. */
export interface CompletionEntry {
  readonly value: string;
  readonly text: string;
}

/** What completes a word: candidates, names of files, or both. */
export interface Completion {
  readonly candidates: readonly CompletionEntry[];
  readonly names?: 'files' | 'folders';
  /** Whether more may be typed behind a candidate, so that no blank is put there. */
  readonly isOpen?: boolean;
}

/** What candidates are taken from. */
export interface CompletionSource {
  readonly knowledge: KnowledgeBase;
  readonly lang: Lang;
}

type Source = (typed: string, vocabulary: CompletionSource) => Completion;

/** What completes a value, by the placeholder that help shows for it; any other placeholder is for words that nobody else knows. */
const SOURCES: Readonly<Record<string, Source>> = {
  file: () => ({ candidates: [], names: 'files' }),
  path: () => ({ candidates: [], names: 'files' }),
  dir: () => ({ candidates: [], names: 'folders' }),
  lang: () => ({
    candidates: LANGS.map((value) => ({ value, text: LANGUAGES.find(({ id }) => id === value)?.name ?? value })),
  }),
  scenario: (_, { knowledge, lang }) => ({ candidates: titled(knowledge.scenarios.values(), lang) }),
  technology: (_, { knowledge, lang }) => ({ candidates: titled(knowledge.technologies.values(), lang) }),
  decision: (_, { knowledge, lang }) => ({ candidates: titled(knowledge.decisions.values(), lang) }),
  table: (_, { knowledge, lang }) => {
    const tables = new Set(tablesOf(knowledge));
    return { candidates: titled(knowledge.decisions.values(), lang).filter(({ value }) => tables.has(value)) };
  },
  role: (_, { knowledge, lang }) => ({ candidates: titled(knowledge.roles, lang) }),
  collection: (_, { knowledge }) => ({ candidates: [...knowledge.collections.keys()].map(bare) }),
  factor: (_, { knowledge, lang }) => ({ candidates: titled(knowledge.factors.values(), lang) }),
  'factor=value': assigned,
  'need[,key=value…]': ofItem,
  code: (_, { lang }) => ({
    candidates: describedCodes(lang).map(({ code, title }) => ({ value: code, text: title })),
  }),
  name: (_, { knowledge, lang }) => {
    // A name that several things have stands for the first of them.
    const titles = new Map(namedThings(knowledge).map((thing) => [thing.id, thingTitle(thing, lang)]));
    return { candidates: [...titles].map(([value, text]) => ({ value, text })) };
  },
};

/** Behind the placeholder of what a list holds. */
const LIST = ',…';

/** What completes a value of which some is typed, by its placeholder; of a list, its last entry. */
export function completionOf(placeholder: string, typed: string, vocabulary: CompletionSource): Completion {
  if (placeholder.endsWith(LIST))
    return ofList(typed, completionOf(placeholder.slice(0, -LIST.length), '', vocabulary).candidates);
  return SOURCES[placeholder]?.(typed, vocabulary) ?? { candidates: [] };
}

const titled = (documents: Iterable<{ readonly id: string; readonly title: Text }>, lang: Lang): CompletionEntry[] =>
  [...documents].map(({ id, title }) => ({ value: id, text: title[lang] }));

const bare = (value: string): CompletionEntry => ({ value, text: '' });

const prefixed = (prefix: string, candidates: readonly CompletionEntry[]): CompletionEntry[] =>
  candidates.map(({ value, text }) => ({ value: prefix + value, text }));

/** Candidates for the last entry of a list with commas; what is listed already is left out. */
function ofList(typed: string, candidates: readonly CompletionEntry[]): Completion {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const listed = new Set(before.split(','));
  const rest = candidates.filter(({ value }) => !listed.has(value));
  return { candidates: prefixed(before, rest), isOpen: true };
}

/** The names of factors, each to be followed by a value. */
const names = (factors: readonly Factor[], lang: Lang): CompletionEntry[] =>
  titled(factors, lang).map(({ value, text }) => ({ value: `${value}=`, text }));

/** What a factor can be: its levels or values, yes or no, or figures as people state them. */
function valuesOf(factor: Factor, { knowledge, lang }: CompletionSource): CompletionEntry[] {
  switch (factor.type) {
    case 'flag':
      return ['true', 'false'].map(bare);
    case 'quantity':
      return figureExamples(factor, knowledge).map(bare);
    case 'ordinal':
      return titled(factor.levels, lang);
    case 'choice':
      return factor.values === 'scenarios' ? titled(knowledge.scenarios.values(), lang) : titled(factor.values, lang);
    case 'set':
      return factor.values === 'outcomes' ? titled(knowledge.technologies.values(), lang) : titled(factor.values, lang);
  }
}

/** The lists of constraints, by how `--set` names them. */
const CONSTRAINTS: Readonly<Record<string, 'technology' | 'role'>> = {
  'constraints.forbid': 'technology',
  'constraints.require': 'technology',
  'constraints.omit': 'role',
};

/** `factor=value`: first the factor, then what it can be. */
function assigned(typed: string, vocabulary: CompletionSource): Completion {
  const { knowledge, lang } = vocabulary;
  const [name = '', value] = typed.split(/=(.*)/s);
  if (value === undefined) {
    const stated = [...knowledge.factors.values()].filter(({ askedOf }) =>
      askedOf.some((section) => !knowledge.collections.has(section)),
    );
    const constraints = Object.keys(CONSTRAINTS).map((key) => bare(`${key}=`));
    return { candidates: [...names(stated, lang), ...constraints] };
  }
  const constraint = CONSTRAINTS[name];
  if (constraint !== undefined) {
    const list = completionOf(constraint + LIST, value, vocabulary);
    return { ...list, candidates: prefixed(`${name}=`, list.candidates) };
  }
  const factor = knowledge.factors.get(name);
  return { candidates: factor === undefined ? [] : prefixed(`${name}=`, valuesOf(factor, vocabulary)) };
}

/** `oltp,iops=300k`: first the kind of data, then what is stated of the item. */
function ofItem(typed: string, vocabulary: CompletionSource): Completion {
  const { knowledge, lang } = vocabulary;
  const collection = knowledge.collections.get('data');
  const key = knowledge.factors.get(collection?.key ?? '');
  if (collection === undefined || key === undefined) return { candidates: [] };
  const comma = typed.lastIndexOf(',');
  if (comma === -1) return { candidates: valuesOf(key, vocabulary), isOpen: true };
  const before = typed.slice(0, comma + 1);
  const [name = '', value] = typed.slice(comma + 1).split('=');
  const stated = new Set(before.split(',').map((part) => part.split('=')[0]));
  const factors = [...knowledge.factors.values()].filter(
    ({ id, askedOf }) => id !== key.id && !stated.has(id) && askedOf.includes(collection.id),
  );
  if (value === undefined) return { candidates: prefixed(before, names(factors, lang)) };
  const factor = factors.find(({ id }) => id === name);
  const candidates = factor === undefined ? [] : valuesOf(factor, vocabulary);
  return { candidates: prefixed(`${before}${name}=`, candidates), isOpen: true };
}
