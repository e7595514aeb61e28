import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Diagnostics, SourceText } from '../language/diagnostics/diagnostic.js';
import { nearest } from '../language/diagnostics/nearest.js';
import { MAX_BYTES } from '../language/read/yaml.js';

/** Reads a file, or standard input for `-`, as UTF-8 text; undefined, with the reason reported, when it cannot be. */
export async function readText(
  path: string,
  stdinName: string,
  report: Diagnostics,
  most = MAX_BYTES,
): Promise<SourceText | undefined> {
  const name = path === '-' ? stdinName : path;
  let bytes: Buffer;
  try {
    bytes = path === '-' ? await atMost(process.stdin, most) : readFile(path, most);
  } catch (error) {
    const reason = reasonOfFailure(error);
    report.add('file-unreadable', { name, reason }, undefined, reason === 'ENOENT' ? neighbour(path) : undefined);
    return undefined;
  }
  if (bytes.length > most) {
    report.add('file-too-large', { name, size: `> ${mebibytes(most)}`, limit: mebibytes(most) });
    return undefined;
  }
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    report.add('file-not-text', { name });
    return undefined;
  }
}

/** Writes text to a file, or to standard output for `-`. A file that is there already is left alone unless `force` says otherwise. */
export function writeText(path: string, text: string, force: boolean, report: Diagnostics): void {
  if (path === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(path, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const reason = isFolder(path) ? 'EISDIR' : reasonOfFailure(error);
    if (reason === 'EEXIST') report.add('file-exists', { name: path });
    else report.add('file-unwritable', { name: path, reason });
  }
}

/** The file or folder next to it that was likely meant. */
export function neighbour(path: string): string | undefined {
  try {
    // A link that leads nowhere bears the very name.
    const others = readdirSync(dirname(path)).filter((id) => id !== basename(path));
    const meant = nearest(
      basename(path),
      others.map((id) => ({ id })),
    );
    return meant === undefined ? undefined : join(dirname(path), meant);
  } catch {
    return undefined;
  }
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Nothing is there, or a part of the path above is a file.
    return false;
  }
}

/**
 * The YAML and JSON files in a folder and below, by their paths within it, in order; each once, whatever links lead to it.
 *
 * @throws {Error} when the folder cannot be read
 */
export function documentsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ya?ml|json)$/.test(name),
  );
  const seen = new Set<string>();
  // The shortest way to a file comes first.
  const once = names
    .sort((a, b) => a.length - b.length)
    .filter((name) => {
      const file = realOf(join(folder, name));
      return !seen.has(file) && seen.add(file);
    });
  return once.sort();
}

/** Where a path leads; the path itself where it leads nowhere, so that reading it reports why. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const mebibytes = (bytes: number): string => `${String(bytes / 1_048_576)} MiB`;

/** Reads at most as much as is accepted, by reading and not by asking for the size: a pipe or a /proc file has none. */
function readFile(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= most;) {
      const chunk = Buffer.allocUnsafe(65_536);
      const read = readSync(file, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

/** Reads on until the end or until it is clear that there is too much. */
async function atMost(stream: AsyncIterable<Buffer | string>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}

/** The system's code of an error, such as ENOENT. */
export function reasonOfFailure(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Reports what can be known beforehand to keep a file from being written. */
export function checkTarget(path: string, force: boolean, report: Diagnostics): void {
  if (path === '-') return;
  const folder = dirname(path);
  if (isFolder(path)) report.add('file-unwritable', { name: path, reason: 'EISDIR' });
  else if (existsSync(path) && !force) report.add('file-exists', { name: path });
  else {
    try {
      accessSync(existsSync(path) ? path : folder, constants.W_OK);
      if (!isFolder(folder)) report.add('file-unwritable', { name: path, reason: 'ENOTDIR' });
    } catch (error) {
      report.add('file-unwritable', { name: path, reason: reasonOfFailure(error) });
    }
  }
}
