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

/** A code file that was run. */
export interface CompiledScript<T> {
  readonly exports: T;
  /** Writes the compiled form of the code that has run so far to the cache, unless it came from there. */
  store(): void;
}

/** The length of a key in the file; keys are shorter and padded with zeros. */
const KEY_BYTES = 256;

/** Cached code runs unchecked, and damaged code would end the process; so a file holds a hash of its data. */
const hashOf = (data: Buffer): Buffer => createHash('sha1').update(data).digest();
const HASH_BYTES = 20;

/**
 * Runs a CommonJS file from the code that an earlier process compiled, which saves a third of the time of a command. The compile cache of Node (version 22 and later) does not
 * fit: its folder may be writable by others, and it never updates what the first process wrote, whichever command that ran.
 *
 * The cache is in the user's cache folder. Nobody else may read or write it, and a file of another owner is not read. The key holds the hash of the code that the build writes at
 * the beginning of the file, so that the cache of other code is never run. If anything fails, the code is compiled as usual, without a message. `NODE_DISABLE_COMPILE_CACHE=1`,
 * which Node defines for its own cache, turns this one off.
 *
 * @param part the name of the cache file; each command has one, because V8 compiles only functions that are called. Without it, nothing is cached
 */
export function loadCompiled<T>(file: string, part: string | undefined): CompiledScript<T> {
  const code = readFileSync(file, 'utf8');
  const folder = cacheFolder(process.env, process.platform);
  const path = folder && part && join(folder, `${part}-${process.version}-${process.arch}.bin`);
  const key = keyOf(code, file);
  const cachedData = path === undefined ? undefined : read(path, key);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${code}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = new Module(file);
  const require = createRequire(file);
  // Modules that the code imports later find it in the module cache of Node and do not load it again.
  require.cache[file] = module;
  const call = script.runInThisContext() as (...given: unknown[]) => void;
  call(module.exports, require, module, file, dirname(file));
  module.loaded = true;
  const isCurrent = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports as T,
    store() {
      if (!isCurrent && folder !== undefined && path !== undefined) write(folder, path, key, script.createCachedData());
    },
  };
}

/** The hash, length and modification time of the code: after a change by hand, the hash in the file is still the old one. */
function keyOf(code: string, file: string): Buffer {
  const { mtimeMs } = statSync(file);
  const key = Buffer.alloc(KEY_BYTES);
  key.write(`${/^\/\*(\w+)\*\//.exec(code)?.[1] ?? ''} ${String(code.length)} ${String(mtimeMs)}`);
  return key;
}

/** The cache folder of the user; undefined if there is none, or the cache is turned off. */
function cacheFolder(env: NodeJS.ProcessEnv, platform: string): string | undefined {
  const { HOME: home = '', LOCALAPPDATA: local = '', XDG_CACHE_HOME: named = '' } = env;
  if ((env['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '') return undefined;
  const below = platform === 'darwin' ? 'Library/Caches' : '.cache';
  const usual = platform === 'win32' ? local : home && join(home, below);
  // A relative path is ignored (XDG Base Directory Specification). Without the parent folder, the user has no place for caches.
  const caches = [named, usual].find((path) => isAbsolute(path));
  return caches !== undefined && existsSync(dirname(caches)) ? join(caches, 'whichstack') : undefined;
}

/** The cached data with this key; undefined if there is none, or the file has another owner. */
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
    // A file that could not be written cannot be removed either.
  }
}

/** Writes the file under another name first, so that no process reads a part of it. */
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
