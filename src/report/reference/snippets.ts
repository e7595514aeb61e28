import { API_VERSION } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { scenarioFactorOf, type KnowledgeBase } from '../../load/knowledge.js';
import { collectionOf, exampleOf } from '../definition/examples.js';

/** A value as YAML takes it, without or with quotes. */
const yamlValue = (value: string): string =>
  /^[A-Za-z][\w-]*$|^\d[\w./%]*$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;

/** The value of a factor as a workload states it: a set takes a list. */
export const writtenValue = (factor: Factor, value: string): string =>
  factor.type === 'set' ? `[${yamlValue(value)}]` : yamlValue(value);

/** The part of a workload that states a value of a factor, in one line: `requirements: { security: high }`. */
export function snippetOf(factor: Factor, value: string, knowledge: KnowledgeBase): string {
  const stated = `${factor.id}: ${writtenValue(factor, value)}`;
  const section = factor.askedOf.find((id) => !knowledge.collections.has(id));
  return section === undefined ? itemSnippet(factor, stated, knowledge) : `${section}: { ${stated} }`;
}

/** The same in an item of a collection, which says first what kind of item it is. */
export function itemSnippet(factor: Factor, stated: string, knowledge: KnowledgeBase): string {
  const collection = collectionOf(factor, knowledge);
  if (collection === undefined) return '';
  const key = knowledge.factors.get(collection.key);
  const kind = key === undefined || key === factor ? [] : [`${key.id}: ${exampleOf(key, knowledge)}`];
  return `requirements: { ${collection.id}: [{ ${[...kind, stated].join(', ')} }] }`;
}

/** The lists of the constraints, each with an example. */
export interface ExampleConstraints {
  readonly forbid: readonly string[];
  readonly require: readonly string[];
  readonly omit: readonly string[];
}

/**
 * Constraints that contradict neither each other nor what other examples state: nothing of the first role is required, something of the last but one is, and
 * the last is omitted. Both technologies are others than the first, which is the example elsewhere.
 */
export function exampleConstraints({ technologies, roles }: KnowledgeBase): ExampleConstraints {
  const [beforeLast, omitted = beforeLast] = roles.slice(-2);
  const others = [...technologies.values()].slice(1).filter(({ role }) => role !== omitted?.id);
  const required = others.find(({ role }) => role === beforeLast?.id);
  const forbidden = others.find((one) => one !== required && one.role === roles[0]?.id);
  const idOf = (one: { readonly id: string } | undefined): string[] => (one === undefined ? [] : [one.id]);
  return { forbid: idOf(forbidden), require: idOf(required), omit: idOf(omitted) };
}

/** The constraints as lines of YAML: `forbid: [minio]`. */
export const constraintLines = (knowledge: KnowledgeBase): string[] =>
  Object.entries(exampleConstraints(knowledge)).flatMap(([key, [id]]: [string, readonly string[]]) =>
    id === undefined ? [] : [`${key}: [${id}]`],
  );

/** A small workload with a value in each section, from the first names of the knowledge; what is yes or no may contradict another value. */
export function exampleWorkload(knowledge: KnowledgeBase): string {
  const { factors, collections } = knowledge;
  const scenarioFactor = scenarioFactorOf(knowledge);
  const all = [...factors.values()].filter((factor) => factor !== scenarioFactor);
  const line = (factor: Factor): string => `${factor.id}: ${writtenValue(factor, exampleOf(factor, knowledge))}`;
  const some = (section: string, count: number): string[] =>
    all.filter(({ askedOf, type }) => askedOf.includes(section) && type !== 'flag').slice(0, count).map(line); // prettier-ignore
  const items = [...collections.values()].flatMap(({ id }) => {
    const [first, ...others] = some(id, 3);
    return first === undefined ? [] : [`  ${id}:`, `    - ${first}`, ...others.map((other) => `      ${other}`)];
  });
  const scenario = scenarioFactor === undefined ? [] : [`  ${line(scenarioFactor)}`];
  return [
    `apiVersion: ${API_VERSION}`,
    'kind: Workload',
    'metadata:',
    '  name: example',
    'requirements:',
    ...scenario,
    ...some('requirements', 2).map((one) => `  ${one}`),
    ...items,
    'environment:',
    ...some('environment', 2).map((one) => `  ${one}`),
    'constraints:',
    ...constraintLines(knowledge).map((one) => `  ${one}`),
  ].join('\n');
}
