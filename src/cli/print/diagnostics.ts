import { formatDiagnostic, type Diagnostic, type Style } from '../../language/diagnostics/diagnostic.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Lang } from '../../language/format.js';
import { printableInLine } from '../../language/text/printable.js';
import { CLI_TEXTS } from '../texts/index.js';

/** More diagnostics than this of one code in one file are printed as some instances and the number of the others. Fewer are corrected one by one. */
const MAX_SEPARATE = 20;
const INSTANCES = 3;

/** No more are printed in all, whatever their codes. */
const MAX_PRINTED = 50;

/** How diagnostics are printed. */
export interface DiagnosticsView {
  readonly lang: Lang;
  readonly style: Style;
  /** Whether each is printed. */
  readonly all: boolean;
  /** Whether the command has a flag that prints each. */
  readonly canListAll: boolean;
}

/**
 * Diagnostics as text, in their order, each with its place and a fix; of many of one code in one file only some, with the number of the others. The last
 * line is the number of all, and how to see what is left out.
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  { lang, style, all, canListAll }: DiagnosticsView,
): string {
  const texts = CLI_TEXTS[lang];
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) getOrInsert(groups, keyOf(one), () => []).push(one);
  // What is printed of a group: all of it, or the instances and then a line for the others.
  const printed = all
    ? diagnostics
    : diagnostics
        .filter((one) => {
          const group = groups.get(keyOf(one)) ?? [];
          return group.length <= MAX_SEPARATE || group.slice(0, INSTANCES).includes(one);
        })
        .slice(0, MAX_PRINTED);
  const blocks = printed.map((one) => {
    const text = formatDiagnostic(one, lang, style);
    const group = groups.get(keyOf(one)) ?? [];
    if (all || group.length <= MAX_SEPARATE || group[INSTANCES - 1] !== one) return text;
    return `${text}\n\n  ${printableInLine(texts.moreErrors(group.length - INSTANCES, one.code, one.span?.source.name))}`;
  });
  const omitted = diagnostics.length - printed.length;
  const count = texts.errors(diagnostics.length);
  return [...blocks, omitted > 0 ? texts.omittedErrors(count, omitted, canListAll) : count].join('\n\n');
}

const keyOf = ({ code, span }: Diagnostic): string => `${code} ${span?.source.name ?? ''}`;
