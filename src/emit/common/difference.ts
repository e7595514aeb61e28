import type { Lang } from '../../language/format.js';
import type {
  Because,
  Cause,
  Difference,
  DifferenceSide,
  RoleDifference,
  WorkloadDifference,
} from '../../language/schema/results/difference.js';
import { withBrackets } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { SHARED_TEXTS } from './texts/index.js';

/** One respect in which the grounds of an answer differ, in words. */
export interface Ground {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** The respects in which the grounds of an answer differ. */
export function groundsOf({ differs, before, after }: RoleDifference, lang: Lang): Ground[] {
  const words = SHARED_TEXTS[lang].difference;
  const of = (side: DifferenceSide | null): Readonly<Record<(typeof GROUNDS)[number], string>> => ({
    opinion: words.opinions[side?.opinion ?? 'none'],
    guide: side?.guide.text ?? words.absent,
    rules: clauseList(side?.guide.rules ?? [], lang),
    verdict: side?.verdict === undefined ? words.nothing : words.verdicts[side.verdict],
    fitBest: side?.fitBestText ?? words.nothing,
  });
  const [old, now] = [of(before), of(after)];
  return GROUNDS.flatMap((aspect) =>
    differs.includes(aspect) ? [{ what: words.aspects[aspect], before: old[aspect], after: now[aspect] }] : [],
  );
}

const clauseList = (names: readonly string[], lang: Lang): string =>
  names.length === 0 ? SHARED_TEXTS[lang].difference.nothing : names.join(TYPOGRAPHY[lang].comma);

const GROUNDS = ['opinion', 'guide', 'rules', 'verdict', 'fitBest'] as const;

/** A place of the stack: `Storage (ledger)`. */
export const placeOf = ({ title, name }: Pick<RoleDifference, 'title' | 'name'>, lang: Lang): string =>
  name === undefined ? title : withBrackets(title, name, lang);

/** Where a workload is written; undefined where that is its title already. */
export function originOf({ title, file, document }: WorkloadDifference, lang: Lang): string | undefined {
  if (document !== undefined)
    return [...(file === undefined ? [] : [file]), SHARED_TEXTS[lang].difference.document(document)].join(
      TYPOGRAPHY[lang].clauseComma,
    );
  return file === title ? undefined : file;
}

/** `file:line:column` of a cause, and of its former place where that is another one. */
export function placesOf({ place, was }: Cause): string[] {
  return [
    ...new Set(
      [was, place].flatMap((one) =>
        one === undefined ? [] : [`${one.file}:${String(one.line)}:${String(one.column)}`],
      ),
    ),
  ];
}

/** Which two versions are compared: by digest too where they are called the same. */
export function basisOf({ from, to, asOf, lang }: Difference): string {
  const called = from.version === to.version && from.digest !== to.digest;
  const [old, now] = [from, to].map(({ version, digest }) => (called ? `${version} (${digest.slice(0, 8)})` : version));
  return `${old ?? ''} → ${now ?? ''}${SHARED_TEXTS[lang].difference.asOf(asOf)}`;
}

/** How many changes cause something, as far as a sentence depends on it. */
export function numberOf({ length }: Because['changes']): 'none' | 'one' | 'several' {
  if (length === 0) return 'none';
  return length === 1 ? 'one' : 'several';
}
