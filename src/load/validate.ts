import type { ErrorObject } from 'ajv';
import { validators } from '../generated/validators.js';
import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import { nearest } from '../language/diagnostics/nearest.js';
import { DEFAULT_LANG, LANGS, TEXT_TITLE, type Lang } from '../language/format.js';
import { formerNames } from '../language/diagnostics/problem-codes.js';
import { KNOWLEDGE_KINDS, type KnowledgeDocument, type KnowledgeKind } from '../language/schema/kinds.js';
import { show } from '../language/values/json-text.js';
import type { LocatedValue } from '../language/read/yaml.js';

/** A knowledge document with its place. */
export interface ValidDocument<D = KnowledgeDocument> {
  readonly document: D;
  readonly locate: LocatedValue['locate'];
  /** The texts that its author did not write in every language. */
  readonly untranslated: readonly MissingLanguage[];
}

/** A language in which a text of a document is not written, and the place of the text in the document. */
export interface MissingLanguage {
  readonly path: readonly string[];
  readonly lang: Lang;
}

/**
 * Holds a document against the schema of its kind; undefined, with the reasons reported, when it does not fit. In the document that is returned, every text is
 * in every language: in the default language or else the first that it is written in, where its author left a language out.
 *
 * @param own the language of a text that names none: of `title: Bicycle` in place of `title: {en: Bicycle}`
 */
export function validate(
  located: LocatedValue,
  report: Diagnostics,
  own: Lang = DEFAULT_LANG,
): ValidDocument | undefined {
  const { value, locate } = located;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report.add('not-an-object', { what: 'document' }, locate([]));
    return undefined;
  }
  const { kind, type } = value as { kind?: unknown; type?: unknown };
  if (kind === undefined) {
    report.add('missing-key', { key: 'kind' }, locate([]));
    return undefined;
  }
  if (!isKind(kind)) {
    const candidates = KNOWLEDGE_KINDS.map((id) => ({ id }));
    report.add(
      'wrong-kind',
      { kind: show(kind), expected: KNOWLEDGE_KINDS },
      locate(['kind']),
      nearest(show(kind), candidates),
    );
    return undefined;
  }
  // A factor or an attribute is one of several shapes: the one whose type it names gives the clearest errors.
  const name = typeof type === 'string' && Object.hasOwn(validators, `${kind}:${type}`) ? `${kind}:${type}` : kind;
  const check = validators[name];
  if (check === undefined) throw new Error(`no validator for ${name}`);
  if (check(value)) return { document: value as KnowledgeDocument, locate, untranslated: [] };
  const plain = plainTexts(check.errors ?? []);
  const named = plain.reduce<unknown>((part, path) => changedAt(part, path, (text) => ({ [own]: text })), value);
  if (plain.length > 0) check(named);
  const untranslated = missingLanguages(check.errors ?? []);
  const complete = untranslated.reduce<unknown>(
    (part, { path, lang }) => changedAt(part, path, (text) => ({ ...(text as object), [lang]: fallbackOf(text) })),
    named,
  );
  if (check(complete)) return { document: complete as KnowledgeDocument, locate, untranslated };
  const filled = new Set(untranslated.map(({ path, lang }) => [...path, lang].join('/')));
  const errors = (check.errors ?? []).filter((error) =>
    // Of a text in no language at all, one is missing and not each; what is wrong with a text is wrong only where it is written.
    lacksLanguage(error) ? languageOf(error) === DEFAULT_LANG : !filled.has(stepsOf(error).join('/')),
  );
  reportErrors(errors, value, locate, report);
  return undefined;
}

/** The paths of texts that are written without a language, each once, although each branch of a union refuses it. */
function plainTexts(errors: readonly ErrorObject[]): (readonly string[])[] {
  const plain = errors.filter(
    ({ keyword, parentSchema, data }) =>
      keyword === 'type' && isText(parentSchema) && typeof data === 'string' && data !== '',
  );
  return [...new Map(plain.map((error) => [error.instancePath, stepsOf(error)])).values()];
}

const isText = (schema: ErrorObject['parentSchema']): boolean =>
  (schema as { readonly title?: string } | undefined)?.title === TEXT_TITLE;
const lacksLanguage = ({ keyword, parentSchema }: ErrorObject): boolean =>
  keyword === 'required' && isText(parentSchema);
const languageOf = ({ params }: ErrorObject): Lang => params['missingProperty'] as Lang;

/** The languages that are missing in texts which are written in another one, each once, although each branch of a union misses it. */
function missingLanguages(errors: readonly ErrorObject[]): MissingLanguage[] {
  const lacking = errors.filter((error) => lacksLanguage(error) && fallbackOf(error.data) !== undefined);
  return [...new Map(lacking.map((error) => [markOf(error), error])).values()].map((error) => ({
    path: stepsOf(error),
    lang: languageOf(error),
  }));
}

/** What a text says to readers of a language that it is not written in; undefined where it is written in none. */
function fallbackOf(text: unknown): unknown {
  const written = text as Readonly<Partial<Record<Lang, unknown>>>;
  return [DEFAULT_LANG, ...LANGS].map((lang) => written[lang]).find((one) => one !== undefined);
}

/** A copy of a value in which the part at a path is another. */
function changedAt(value: unknown, [step, ...rest]: readonly string[], change: (part: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.with(Number(step), changedAt(value[Number(step)], rest, change));
  const parts = value as Readonly<Record<string, unknown>>;
  return { ...parts, [step]: changedAt(parts[step], rest, change) };
}

const isKind = (kind: unknown): kind is KnowledgeKind => (KNOWLEDGE_KINDS as readonly unknown[]).includes(kind);

/** Says each error of the schema once, in our words, at its place; alternatives of a union are summed up by their nearest branch. */
function reportErrors(
  found: readonly ErrorObject[],
  value: unknown,
  locate: LocatedValue['locate'],
  report: Diagnostics,
): void {
  const errors = withinNamedBranches(found);
  const reported = new Set<string>();
  // An error inside a branch of a union is more precise than the union's own; the deepest is the most precise.
  const unions = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'anyOf' ? [instancePath] : [])));
  const above = pathsAbove(
    errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'type' && keyword !== 'const'),
  );
  const ofValues = unionsWithWrongValues(errors);
  for (const error of errors) {
    const { instancePath, keyword } = error;
    const isUnion = unions.has(instancePath);
    const hasDeeper = above.has(instancePath);
    if (ofValues.has(instancePath)) continue;
    if (isUnion && keyword !== 'anyOf' && !(keyword === 'additionalProperties' && !hasDeeper)) continue;
    if (isUnion && keyword === 'anyOf' && (hasDeeper || reported.has(instancePath))) continue;
    const path = stepsOf(error);
    const key = path.findLast((step) => !/^\d+$/.test(step)) ?? 'document';
    const at = locate(path);
    const mark = markOf(error);
    if (reported.has(mark)) continue;
    reported.add(mark);
    reported.add(instancePath);
    switch (keyword) {
      case 'additionalProperties': {
        const extra = extraOf(error);
        const expected = namesOf(error);
        const span = locate([...path, extra], 'key');
        // Where every name of some form is a key, it is the form that is wrong.
        if ('patternProperties' in (error.parentSchema ?? {})) report.add('wrong-shape', { key, value: extra }, span);
        else
          report.add(
            'unknown-key',
            { key: extra, expected: expected.map(({ id }) => id) },
            span,
            nearest(extra, expected),
          );
        break;
      }
      case 'required':
        report.add('missing-key', { key: String(error.params['missingProperty']) }, at);
        break;
      case 'type':
        report.add(
          'wrong-type',
          { key, expected: String(error.params['type']), saw: `\`${show(valueAt(value, path))}\`` },
          at,
        );
        break;
      case 'const':
      case 'enum':
      case 'anyOf': {
        const expected = literals(error);
        const saw = show(valueAt(value, path));
        if (expected.length > 0)
          report.add(
            'wrong-value',
            { key, value: saw, expected },
            at,
            nearest(
              saw,
              expected.map((id) => ({ id, also: formerNames(id) })),
            ),
          );
        else report.add('wrong-shape', { key, value: saw }, at);
        break;
      }
      case 'pattern':
        report.add('wrong-shape', { key, value: show(valueAt(value, path)) }, at);
        break;
      default:
        report.add('schema', { key, keyword, limit: show(error.params['limit']) }, at);
    }
  }
}

/** The paths of all values that hold one of the values with these errors. */
function pathsAbove(errors: readonly ErrorObject[]): Set<string> {
  const above = new Set<string>();
  for (const { instancePath } of errors) {
    let path = instancePath.slice(0, Math.max(0, instancePath.lastIndexOf('/')));
    // Of a path that is known, all above it are too.
    while (instancePath !== '' && !above.has(path)) {
      above.add(path);
      path = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    }
  }
  return above;
}

/** The words that an error would have accepted. */
function literals({ keyword, params, schema }: ErrorObject): string[] {
  if (keyword === 'const') return [String(params['allowedValue'])];
  if (keyword === 'enum') return (params['allowedValues'] as readonly unknown[]).map(String);
  return (schema as readonly Branch[]).flatMap((branch) =>
    branch.const === undefined ? (branch.enum ?? []) : [branch.const],
  );
}

/** The part of a branch of a union that distinguishes it from the others. */
interface Branch {
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Branch>>;
}

/**
 * The errors, less those of branches that cannot be meant. Where a key such as `type` names the branch of a union, the errors of that branch are left; where
 * it names none, one error that has the names of all, and the errors that all branches have.
 */
function withinNamedBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let left = errors;
  for (const union of errors.filter(({ keyword }) => keyword === 'anyOf')) {
    const branches = union.schema as readonly Branch[];
    const key = discriminantOf(branches);
    const given = key === undefined ? undefined : (union.data as Record<string, unknown> | null)?.[key];
    if (key === undefined || given === undefined) continue;
    const names = branches.flatMap(({ properties = {} }) => properties[key]?.const ?? []);
    const branchOf = ({ schemaPath }: ErrorObject): number =>
      schemaPath.startsWith(`${union.schemaPath}/`) ? parseInt(schemaPath.slice(union.schemaPath.length + 1)) : -1;
    const named = names.findIndex((name) => name === given);
    if (named >= 0) {
      left = left.filter((error) => error !== union && [-1, named].includes(branchOf(error)));
      continue;
    }
    const sameIn = (error: ErrorObject): Set<number> =>
      new Set(errors.filter((other) => markOf(other) === markOf(error)).map(branchOf));
    left = left.flatMap((error) => {
      if (error === union)
        return [
          {
            ...error,
            instancePath: `${error.instancePath}/${key}`,
            keyword: 'enum',
            params: { allowedValues: names },
          },
        ];
      return branchOf(error) === -1 || sameIn(error).size === branches.length ? [error] : [];
    });
  }
  return left;
}

const markOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  `${instancePath}|${keyword}|${JSON.stringify(params)}`;

/** The key of which each branch of a union takes a word of its own. */
function discriminantOf(branches: readonly Branch[]): string | undefined {
  return Object.keys(branches[0]?.properties ?? {}).find((key) => {
    const names = branches.flatMap(({ properties = {} }) => properties[key]?.const ?? []);
    return names.length > 1 && new Set(names).size === branches.length;
  });
}

/**
 * The paths of unions of which one branch refuses the value of a key that another branch does not have: the value is wrong, and not the key, unless it
 * looks like a misspelt one.
 */
function unionsWithWrongValues(errors: readonly ErrorObject[]): Set<string> {
  const refused = new Set(errors.map(({ instancePath }) => instancePath));
  const extras = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  const found = new Set(extras.filter((one) => refused.has(pathOfExtra(one))).map(({ instancePath }) => instancePath));
  for (const one of extras)
    if (found.has(one.instancePath) && nearest(extraOf(one), namesOf(one)) !== undefined)
      found.delete(one.instancePath);
  return found;
}

/** The key that a schema does not have. */
const extraOf = ({ params }: ErrorObject): string => String(params['additionalProperty']);

const pathOfExtra = (error: ErrorObject): string =>
  `${error.instancePath}/${extraOf(error).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The keys that the schema of an error has. */
const namesOf = ({ parentSchema }: ErrorObject): { readonly id: string }[] =>
  Object.keys((parentSchema as { readonly properties?: object }).properties ?? {}).map((id) => ({ id }));

/** The place of an error, step by step. */
const stepsOf = ({ instancePath }: ErrorObject): string[] => instancePath.split('/').slice(1).map(unescape);

const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}
