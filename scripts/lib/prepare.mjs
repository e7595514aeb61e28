import { build, declare, isBuilt, isDeclared } from './build.mjs';
import { exclusively } from './exclusive.mjs';
import { install, isInstalled } from './install.mjs';
import { PreparationError } from './run-tool.mjs';

/**
 * Makes sure that the dependencies are installed and the build is current; prints nothing when both are. Ends the
 * process when that fails. Progress goes to stderr: stdout is the product's.
 * @param {object} [options]
 * @param {boolean} [options.rebuild] even where the build is current
 * @param {boolean} [options.declarations] of the library too: they are published, and nothing that runs needs them
 */
export async function prepare({ rebuild = false, declarations = false } = {}) {
  const isWhole = () => isBuilt() && (!declarations || isDeclared());
  if (!rebuild && isInstalled() && isWhole()) return;
  try {
    await exclusively(report, async () => {
      if (!isInstalled()) await timed('Installing dependencies (first run, or they changed)', install);
      if (rebuild || !isBuilt()) await timed('Building', build);
      if (declarations && !isDeclared()) await timed('Writing the type declarations of the library', declare);
    });
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    report(error.message);
    process.exit(error.exitCode);
  }
}

/** @param {string} message */
function report(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * @param {string} what
 * @param {() => Promise<void>} work
 */
async function timed(what, work) {
  const start = performance.now();
  report(`${what}…`);
  await work();
  report(`${what} took ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}
