import { distance } from 'fastest-levenshtein';
import { LANGS } from '../format.js';
import { getOrInsert } from '../get-or-insert.js';
import { halfWidth } from '../text/text.js';
import { VALUE_TEXTS } from '../texts/index.js';

/** A name that can be meant, and the other words a person may write for it: its titles and aliases. */
export interface NameCandidate {
  readonly id: string;
  readonly also?: readonly string[];
}

/** A part of the knowledge with the words that people know it by. */
export interface Nameable {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
}

/** A part of the knowledge as a candidate: by its id, its titles in all languages and its aliases. */
export const candidateOf = ({ id, title, aliases = [] }: Nameable): NameCandidate => ({
  id,
  also: [...Object.values(title), ...aliases],
});

/**
 * The candidate that a mistyped word most likely meant: the same word in another case, spelling or language, its beginning, one within a third of its
 * length in edits (Levenshtein), or the only one that is a part of the word, such as `gpu` of `nvidia-gpu`. Undefined when nothing is near. Another number
 * is another name, and so is another letter among three: `k8s` is not `k3s`, and `cpu` is not `gpu`.
 *
 * @param lettersPerEdit one edit is allowed in so many letters
 */
export function nearest(word: string, candidates: Iterable<NameCandidate>, lettersPerEdit = 3): string | undefined {
  const typed = foldName(word);
  if (typed === '') return undefined;
  const all = [...candidates];
  const parts = word.split(SEPARATORS).map(foldName);
  if (parts.length > 1 && parts.some((part) => NEGATIONS.has(part))) return exactMatch(word, all);
  return nearestWhole(typed, all, lettersPerEdit) ?? partOf(typed, parts, all) ?? abbreviated(typed, all);
}

/** The candidate that a word names by its id, a title or an alias, however it is spelt. */
export function exactMatch(word: string, candidates: Iterable<NameCandidate>): string | undefined {
  const typed = foldName(word);
  return [...candidates].find((candidate) => namesOf(candidate).includes(typed))?.id;
}

/** A name that is suggested in place of a word. */
export interface Suggestion {
  readonly name: string;
  /** How the word leads to it: it is the name in another spelling, another word for it, such as its title, or only near. */
  readonly by: 'spelling' | 'word' | 'nearness';
}

/** The name that is suggested in place of a word: what the word leads to, or else the nearest. */
export function suggestionFor(word: string, candidates: Iterable<NameCandidate>): Suggestion | undefined {
  const all = [...candidates];
  const exact = exactMatch(word, all);
  if (exact !== undefined) return { name: exact, by: foldName(exact) === foldName(word) ? 'spelling' : 'word' };
  const near = nearest(word, all);
  return near === undefined ? undefined : { name: near, by: 'nearness' };
}

/** The only candidate that a part of a compound word names. */
const partOf = (typed: string, parts: readonly string[], candidates: readonly NameCandidate[]): string | undefined =>
  parts.length < 2 ? undefined : onlyOne(typed, candidates, (name) => parts.includes(name));

/** The only candidate with a Chinese name that a shorter one is within: `慢` in `缓慢`. */
const abbreviated = (typed: string, candidates: readonly NameCandidate[]): string | undefined =>
  /^\p{Script=Han}+$/u.test(typed) ? onlyOne(typed, candidates, (name) => name.includes(typed)) : undefined;

/** The only candidate with a name that fits, unless what is typed means the contrary of it. */
function onlyOne(
  typed: string,
  candidates: readonly NameCandidate[],
  fits: (name: string) => boolean,
): string | undefined {
  const [only, ...more] = candidates.filter((candidate) => namesOf(candidate).some(fits));
  if (only === undefined || more.length > 0) return undefined;
  return namesOf(only).some((name) => contradicts(typed, name)) ? undefined : only.id;
}

const HAN = /\p{Script=Han}/u;
const negations = (place: 'parts' | 'before'): string[] =>
  LANGS.flatMap((lang) => VALUE_TEXTS[lang].negations[place]).sort((a, b) => b.length - a.length);
/** The parts of a compound word by which it means the contrary of the rest. */
const NEGATIONS = new Set(negations('parts'));
/** What makes a word mean the contrary when it precedes it. */
const NEGATING = new RegExp(`^(?:${negations('before').join('|')})`);

/** Whether one of two words is nearer to the other without the negation that it begins with. */
const contradicts = (one: string, other: string): boolean => negates(one, other) || negates(other, one);

function negates(negated: string, word: string): boolean {
  const [negation = ''] = NEGATING.exec(negated) ?? [];
  if (negation === '' || word.startsWith(negation)) return false;
  if (HAN.test(negation) && HAN.test(word)) return true;
  const rest = distance(negated.slice(negation.length), word);
  return rest <= Math.max(1, Math.floor(word.length / 3)) && rest < distance(negated, word);
}

function nearestWhole(typed: string, candidates: readonly NameCandidate[], lettersPerEdit: number): string | undefined {
  let best: { id: string; cost: number } | undefined;
  const own = spellingOf(typed);
  for (const candidate of candidates) {
    for (const spelling of spellingsOf(candidate)) {
      const cost = misfit(own, spelling, lettersPerEdit);
      if (cost === undefined || (best !== undefined && cost >= best.cost)) continue;
      if (cost > 0 && namesOf(candidate).some((one) => contradicts(typed, one))) continue;
      best = { id: candidate.id, cost };
    }
  }
  return best?.id;
}

/** A text with many mistakes asks for the same names again and again. */
const folded = new WeakMap<NameCandidate, readonly string[]>();

const namesOf = (candidate: NameCandidate): readonly string[] =>
  getOrInsert(folded, candidate, () => [candidate.id, ...(candidate.also ?? [])].map(foldName));

/** A name with what is compared of it, which costs more than to compare. */
interface Spelling {
  readonly name: string;
  readonly digits: string;
  readonly letters: string;
}

const spelt = new WeakMap<NameCandidate, readonly Spelling[]>();

const spellingOf = (name: string): Spelling => ({ name, digits: digits(name), letters: letters(name) });

const spellingsOf = (candidate: NameCandidate): readonly Spelling[] =>
  getOrInsert(spelt, candidate, () => namesOf(candidate).map(spellingOf));

function misfit(one: Spelling, other: Spelling, lettersPerEdit: number): number | undefined {
  const [typed, name] = [one.name, other.name];
  if (typed === name) return 0;
  if (one.digits !== other.digits) return undefined;
  if (typed.length > 2 && typed.length === name.length && one.letters === other.letters)
    // Of a short word, other orders of the letters are other words: `lxc` is not `cxl`.
    return typed.length > 3 || typed.startsWith(name.charAt(0)) || typed.endsWith(name.slice(-1)) ? 1 : undefined;
  const shorter = Math.min(typed.length, name.length);
  const longer = Math.max(typed.length, name.length);
  const most = shorter < 4 ? Number(leavesOutOne(typed, name)) : Math.floor(longer / lettersPerEdit);
  // What follows a name may change what it means: `highest` is not `high`.
  const begins =
    shorter >= 3 && (name.startsWith(typed) || (typed.startsWith(name) && longer - shorter <= Math.max(1, most)));
  // No word becomes one of another length by fewer edits than the lengths differ by.
  if (!begins && longer - shorter > most) return undefined;
  const edits = distance(typed, name);
  return begins || edits <= most ? edits : undefined;
}

/** The numbers of a name. */
const digits = (word: string): string => word.replace(/\D+/g, ' ').trim();

/** Whether a word of three letters is a name without one of its letters, but not without the first: `lst` for `list`. */
const leavesOutOne = (typed: string, name: string): boolean =>
  typed.length === 3 && name.length === 4 && typed.startsWith(name.charAt(0)) && distance(typed, name) === 1;

/** Swapped letters are the commonest slip. */
const letters = (word: string): string => Array.from(word).sort().join('');

/** What is between the parts of a compound word. */
const SEPARATORS = /[\s_./-]+/g;

/** A name without what people write differently: case, blanks and the marks between words. */
export const foldName = (word: string): string => halfWidth(word).toLowerCase().replaceAll(SEPARATORS, '').slice(0, 80);
