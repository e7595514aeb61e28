import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { getOrInsert } from '../../src/language/get-or-insert.js';
import { ROOT } from './cli.js';

const ajv = new Ajv({ strict: false });
const validators = new Map<string, ValidateFunction>();

/** Whether a document fits the published schema of a kind, such as `what-if`: true, or what is wrong with it. */
export function fitsSchema(kind: string, document: unknown): unknown {
  const validate = getOrInsert(validators, kind, () =>
    ajv.compile(JSON.parse(readFileSync(join(ROOT, `schema/${kind}.json`), 'utf8')) as object),
  );
  return validate(document) || validate.errors;
}
