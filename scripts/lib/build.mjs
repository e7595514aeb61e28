import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { buildInputs, buildOutputs, buildStamp, declarations, declarationsFolder, generated, root } from './paths.mjs';
import { runTool } from './run-tool.mjs';

const stamp = join(root, buildStamp);
const advice = 'The build failed. Fix what is shown above, then try again.';

export function isBuilt() {
  try {
    return readFileSync(stamp, 'utf8') === stampText(inputs());
  } catch {
    return false;
  }
}

export async function build() {
  rmSync(stamp, { force: true });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await refresh(true);
}

/**
 * Builds over what is there, so that what is in use stays until it is replaced.
 * @param {boolean} generates whether the schemas, their validators and the compiled knowledge are to be made anew
 */
export async function refresh(generates) {
  // A build without a stamp is not complete. The inputs are listed before they are read, so that a file that changes
  // during the build causes another one.
  rmSync(stamp, { force: true });
  const before = inputs();
  if (generates) await runTool(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], advice);
  await runTool(process.execPath, ['scripts/bundle.mjs', 'code'], advice);
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(stamp, stampText(before));
}

/** Whether the library of the current build has its declarations: a build removes those of the previous one. */
export function isDeclared() {
  return existsSync(join(root, declarations));
}

export async function declare() {
  await runTool(process.execPath, ['scripts/bundle.mjs', 'declarations'], advice);
  renameSync(join(root, declarationsFolder, 'index.d.ts'), join(root, declarations));
}

function inputs() {
  return fingerprint(buildInputs, [generated]);
}

/** @param {string} listedInputs */
function stampText(listedInputs) {
  return `${listedInputs}\n\n${fingerprint(buildOutputs, [declarations])}\n`;
}
