import { API_VERSION } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { scenarioFactorOf, type KnowledgeBase } from '../../load/knowledge.js';
import { exampleOf } from '../definition/examples.js';

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
export function itemSnippet(factor: Factor, stated: string, { collections, ...rest }: KnowledgeBase): string {
  const collection = factor.askedOf.map((id) => collections.get(id)).find((one) => one !== undefined);
  if (collection === undefined) return '';
  const key = rest.factors.get(collection.key);
  const kind = key === undefined || key === factor ? [] : [`${key.id}: ${keyExample(key)}`];
  return `requirements: { ${collection.id}: [{ ${[...kind, stated].join(', ')} }] }`;
}

const keyExample = (key: Factor): string =>
  ('values' in key && typeof key.values === 'object' ? key.values[0]?.id : undefined) ?? 'true';

/** A small workload with a value in each section, from the first names of the knowledge. */
export function exampleWorkload(knowledge: KnowledgeBase): string {
  const { factors, collections, technologies, roles } = knowledge;
  const scenarioFactor = scenarioFactorOf(knowledge);
  const all = [...factors.values()].filter((factor) => factor !== scenarioFactor);
  const line = (factor: Factor): string => `${factor.id}: ${writtenValue(factor, exampleOf(factor, knowledge))}`;
  const some = (section: string, count: number): string[] =>
    all.filter(({ askedOf }) => askedOf.includes(section)).slice(0, count).map(line); // prettier-ignore
  const items = [...collections.values()].flatMap(({ id }) => {
    const [first, ...others] = some(id, 3);
    return first === undefined ? [] : [`  ${id}:`, `    - ${first}`, ...others.map((other) => `      ${other}`)];
  });
  const scenario = scenarioFactor === undefined ? [] : [`  ${line(scenarioFactor)}`];
  const [technology] = technologies.keys();
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
    ...(technology === undefined ? [] : [`  forbid: [${technology}]`]),
    ...roles.slice(-1).map(({ id }) => `  omit: [${id}]`),
  ].join('\n');
}
