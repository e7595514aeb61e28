import { open } from 'node:fs/promises';
import type { Diagnostics, SourceText } from '../language/diagnostic.js';
import { MAX_BYTES } from '../language/yaml.js';

/** Reads a file, or standard input for `-`, as UTF-8 text; undefined, with the reason reported, when it cannot be. */
export async function readText(path: string, stdinName: string, report: Diagnostics): Promise<SourceText | undefined> {
  const name = path === '-' ? stdinName : path;
  let bytes: Buffer;
  try {
    bytes = path === '-' ? await atMost(process.stdin) : await readFile(path);
  } catch (error) {
    report.add('file-unreadable', { name, reason: reasonOf(error) });
    return undefined;
  }
  if (bytes.length > MAX_BYTES) {
    report.add('file-too-large', { name, size: `> ${mebibytes(MAX_BYTES)}`, limit: mebibytes(MAX_BYTES) });
    return undefined;
  }
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    report.add('file-not-text', { name });
    return undefined;
  }
}

const mebibytes = (bytes: number): string => `${String(bytes / 1_048_576)} MiB`;

async function readFile(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    // A stream, not its size: a pipe or /proc file has none.
    return await atMost(file.createReadStream({ autoClose: false, end: MAX_BYTES + 1 }));
  } finally {
    await file.close();
  }
}

/** Reads on until the end or until it is clear that there is too much. */
async function atMost(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}
