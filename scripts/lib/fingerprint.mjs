import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * A listing of every file under `paths` with its size and time of change. Comparing two listings is cheap and notices
 * added, changed and deleted files alike.
 * @param {readonly string[]} paths relative to the project's root; a missing one lists nothing
 * @param {readonly string[]} [except] folders and files to leave out
 */
export function fingerprint(paths, except = []) {
  /** @type {string[]} */
  const lines = [];
  for (const path of paths) collect(path, except, lines);
  return lines.join('\n');
}

/**
 * @param {string} path
 * @param {readonly string[]} except
 * @param {string[]} lines
 */
function collect(path, except, lines) {
  if (except.includes(path)) return;
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) collect(`${path}/${name}`, except, lines);
  } else if (stat) {
    lines.push(`${path} ${String(stat.size)} ${String(stat.mtimeMs)}`);
  }
}
