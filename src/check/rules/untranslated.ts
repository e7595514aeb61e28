import { getOrInsert } from '../../language/get-or-insert.js';
import type { UntranslatedText } from '../../load/knowledge.js';
import type { Program } from '../../program/ir/program.js';
import type { Problem } from './problem.js';

/** Finds the texts that lack a language of their package: one that it declares, or else one that its title is written in. */
export function untranslatedProblems({ knowledge: { untranslated, packages } }: Program): Problem[] {
  const isTitle = ({ kind, path }: UntranslatedText): boolean => kind === 'Package' && path.join() === 'title';
  const languageOf = (text: UntranslatedText): string => `${text.package} ${text.lang}`;
  const declaring = new Set(packages.flatMap(({ id, languages }) => (languages === undefined ? [] : [id])));
  const notMeant = new Set(
    untranslated.filter((text) => isTitle(text) && !declaring.has(text.package)).map(languageOf),
  );
  const byLanguage = new Map<string, UntranslatedText[]>();
  for (const text of untranslated)
    if (!notMeant.has(languageOf(text))) getOrInsert(byLanguage, languageOf(text), () => []).push(text);
  return [...byLanguage.values()].flatMap(([first, ...others]): Problem[] => {
    if (first === undefined) return [];
    const { kind, id, path, file, lang } = first;
    const document = { kind, id, path, file };
    return [{ code: 'text-untranslated', package: first.package, lang, texts: 1 + others.length, document }];
  });
}
