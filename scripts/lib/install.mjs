import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { installStamp, root } from './paths.mjs';
import { runTool } from './run-tool.mjs';

const wanted = 'package-lock.json';
/** npm's record of what is installed; npm writes it last. */
const present = 'node_modules/.package-lock.json';

export function isInstalled() {
  const now = fingerprint([wanted, present]);
  if (read(installStamp) === now) return true;
  if (!matchesLock()) return false;
  writeFileSync(join(root, installStamp), now);
  return true;
}

export async function install() {
  const npm = process.env['npm_execpath'] ?? '';
  const [command, ...first] = basename(npm) === 'npm-cli.js' ? [process.execPath, npm] : ['npm'];
  // No dependency needs its install script, and NODE_ENV=production must not leave the build tools out.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runTool(
    command,
    [...first, ...args],
    'Installing the dependencies failed. Check that the npm registry is reachable, then try again.',
  );
  writeFileSync(join(root, installStamp), fingerprint([wanted, present]));
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/** Also true where someone ran `npm ci` or `npm install` by hand, which leaves no stamp. */
function matchesLock() {
  const want = packages(wanted);
  const have = packages(present);
  if (!want || !have) return false;
  const names = Object.keys({ ...want, ...have }).filter((name) => name !== '');
  return names.every((name) => {
    const [locked, installed] = [want[name], have[name]];
    if (!installed) return locked?.optional ?? false;
    return installed.version === locked?.version && installed.integrity === locked?.integrity;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packages(path) {
  const text = read(path);
  if (text === undefined) return undefined;
  return /** @type {{ packages: Record<string, LockedPackage> }} */ (JSON.parse(text)).packages;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
