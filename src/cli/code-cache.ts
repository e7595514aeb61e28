import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** A file of code that has been run. */
export interface CompiledScript<T> {
  readonly exports: T;
  /** Keeps the compiled form of what has run so far for the next process, where it was not kept already. */
  keep(): void;
}

/** As long as a key may be, and more than one ever is. */
const KEY_BYTES = 256;

/** What is kept is run as it is, so that damage to it would end the process. */
const hashOf = (data: Buffer): Buffer => createHash('sha1').update(data).digest();
const HASH_BYTES = 20;

/**
 * Runs a CommonJS file from the form that an earlier process compiled it to, which saves a third of the time that a command takes. Node has the like from version 22 on, but
 * keeps it in a folder that others may write to, and for good as the first process left it, whichever command that ran.
 *
 * What is kept is the user's own: it lies in their folder for caches, nobody else may read or write it, and what somebody else owns is not read. Its key holds a hash of the code, which
 * the build writes at its beginning, so that no other code is ever run. Where anything is amiss, the code is compiled as usual and nothing is said. `NODE_DISABLE_COMPILE_CACHE=1`, which
 * Node has for its own, turns it off.
 *
 * @param part names what is compiled together: each command has its own file, for what is not called is not compiled; nothing is kept without a name
 */
export function loadCompiled<T>(file: string, part: string | undefined): CompiledScript<T> {
  const code = readFileSync(file, 'utf8');
  const folder = cacheFolder(process.env, process.platform);
  const path = folder && part && join(folder, `${part}-${process.version}-${process.arch}.bin`);
  const key = keyOf(code, file);
  const kept = path === undefined ? undefined : read(path, key);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${code}\n})`, {
    filename: file,
    ...(kept && { cachedData: kept }),
  });
  const module = new Module(file);
  const require = createRequire(file);
  // What the code loads later finds it where Node keeps what is loaded, and does not load it again.
  require.cache[file] = module;
  const call = script.runInThisContext() as (...given: unknown[]) => void;
  call(module.exports, require, module, file, dirname(file));
  module.loaded = true;
  const isCached = kept !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports as T,
    keep() {
      if (!isCached && folder !== undefined && path !== undefined) write(folder, path, key, script.createCachedData());
    },
  };
}

/** What the code is, at which place, and when it was written there: code that somebody changes by hand still bears its old hash. */
function keyOf(code: string, file: string): Buffer {
  const { mtimeMs } = statSync(file);
  const key = Buffer.alloc(KEY_BYTES);
  key.write(`${/^\/\*(\w+)\*\//.exec(code)?.[1] ?? ''} ${String(code.length)} ${String(mtimeMs)}`);
  return key;
}

/** The folder for caches of the user; undefined where there is none, or none is wanted. */
function cacheFolder(env: NodeJS.ProcessEnv, platform: string): string | undefined {
  const { HOME: home = '', LOCALAPPDATA: local = '', XDG_CACHE_HOME: named = '' } = env;
  if ((env['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '') return undefined;
  const below = platform === 'darwin' ? 'Library/Caches' : '.cache';
  const usual = platform === 'win32' ? local : home && join(home, below);
  // A path that is not absolute counts for nothing (XDG Base Directory Specification). Where not even the folder around is there, nobody has a place for caches.
  const caches = [named, usual].find((path) => isAbsolute(path));
  return caches !== undefined && existsSync(dirname(caches)) ? join(caches, 'whichstack') : undefined;
}

/** What is kept under that key; undefined where there is nothing, or it is another's. */
function read(path: string, key: Buffer): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const { uid } = fstatSync(descriptor);
    if (process.getuid !== undefined && uid !== process.getuid()) return undefined;
    const content = readFileSync(descriptor);
    const data = content.subarray(KEY_BYTES + HASH_BYTES);
    const isWhole = hashOf(data).equals(content.subarray(KEY_BYTES, KEY_BYTES + HASH_BYTES));
    return isWhole && content.subarray(0, KEY_BYTES).equals(key) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // What could not be written cannot be removed either.
  }
}

/** Under another name first, so that nobody ever reads a part of it. */
function write(folder: string, path: string, key: Buffer, data: Buffer): void {
  const fresh = `${path}.${String(process.pid)}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const descriptor = openSync(fresh, 'wx', 0o600);
    try {
      writeFileSync(descriptor, Buffer.concat([key, hashOf(data), data]));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, path);
  } catch {
    // A folder that cannot be written to, or a full disk: the next process compiles again.
    tryTo(() => {
      rmSync(fresh, { force: true });
    });
  }
}
