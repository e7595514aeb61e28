import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { buildInputs, buildOutputs, buildStamp, generated, root } from './paths.mjs';
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
  // Without its stamp a build does not count, however far it came; and the inputs are listed before they are read, so
  // that a file changed during the build makes the next one start.
  rmSync(stamp, { force: true });
  const before = inputs();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await runTool(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], advice);
  await runTool(process.execPath, ['scripts/bundle.mjs'], advice);
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(stamp, stampText(before));
}

function inputs() {
  return fingerprint(buildInputs, [generated]);
}

/** @param {string} listedInputs */
function stampText(listedInputs) {
  return `${listedInputs}\n\n${fingerprint(buildOutputs)}\n`;
}
