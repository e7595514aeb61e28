import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockDirectory, root } from './paths.mjs';

const lock = join(root, lockDirectory);
/** Longer than any installation takes; for an owner on another host, whose process cannot be checked. */
const MAX_LOCK_AGE_MS = 15 * 60_000;

/** @typedef {{ pid: number, host: string, since: number }} Owner */

/**
 * Runs `work` while no other process does the same in this checkout. A lock left by a dead process is taken over.
 * @template T
 * @param {(message: string) => void} report
 * @param {() => Promise<T>} work
 */
export async function exclusively(report, work) {
  /** @type {Owner} */
  const self = { pid: process.pid, host: hostname(), since: Date.now() };
  // Renaming a folder that already names its owner means that the lock never exists without one.
  const claim = `${lock}.${nameOf(self)}`;
  mkdirSync(claim, { recursive: true });
  writeFileSync(join(claim, 'owner.json'), JSON.stringify(self));
  /** @type {string[]} */
  const leftovers = [claim];
  try {
    for (let announced = false; !tryRename(claim, lock);) {
      const owner = readOwner();
      if (owner && isGone(owner)) {
        // Removed only at the end: where another process took over the dead lock first, this name is taken, so that the
        // rename fails and does not move the live lock of that process.
        const aside = `${lock}.${nameOf(owner)}.dead`;
        if (tryRename(lock, aside)) leftovers.push(aside);
        continue;
      }
      if (owner && !announced) {
        report(`Waiting for process ${String(owner.pid)}, which is preparing this checkout…`);
        announced = true;
      }
      await sleep(100);
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  } finally {
    for (const path of leftovers) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {Owner} owner */
function nameOf(owner) {
  return `${String(owner.pid)}-${String(owner.since)}`;
}

/** @returns {Owner | undefined} nothing when the lock has just been released */
function readOwner() {
  try {
    return /** @type {Owner} */ (JSON.parse(readFileSync(join(lock, 'owner.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** @param {Owner} owner */
function isGone(owner) {
  if (Date.now() - owner.since > MAX_LOCK_AGE_MS) return true;
  if (owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {boolean} false when `to` is taken, or `from` gone
 */
function tryRename(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'ENOENT'].includes(codeOf(error))) return false;
    throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
}
