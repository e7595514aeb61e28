import { formatDiagnostic, type Diagnostic } from '../language/diagnostics/diagnostic.js';
import type { Lang } from '../language/format.js';
import { TEXTS } from './texts.js';
import { paintIn } from '../emit/text/paint.js';
import { isColored } from './output.js';

const MOST = 50;

/** Prints diagnostics to stderr, each with its place, and how many there are. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], lang: Lang): void {
  const paint = paintIn(isColored(process.stderr));
  const style = { strong: paint.strong, mark: paint.bad, faint: paint.faint };
  const shown = diagnostics.slice(0, MOST).map((diagnostic) => formatDiagnostic(diagnostic, lang, style));
  process.stderr.write(`${[...shown, TEXTS[lang].errors(diagnostics.length)].join('\n\n')}\n`);
}
