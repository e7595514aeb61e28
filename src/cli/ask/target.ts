import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { isFolder, reasonOfFailure } from '../files.js';

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
