import type { Factor } from '../../src/language/schema/knowledge/factor.js';
import type { Collection } from '../../src/language/schema/knowledge/package.js';
import type { KnowledgeBase } from '../../src/load/knowledge.js';
import { docstring, literal, propertyName } from './declare-documents.js';

/**
 * Writes the TypeScript types of the names that a package of knowledge defines: what a workload may state, what may be chosen, and the roles of the stack.
 * Their docstrings are the English texts of the knowledge.
 *
 * @returns the source of a module; its types are aliases, not interfaces, so that each can stand for a mapping of strings
 */
export function declareVocabulary(knowledge: KnowledgeBase): string {
  const collections = [...knowledge.collections.values()];
  return [
    `import type { RoleAnswer } from './documents.js';`,
    ids('ScenarioId', 'A scenario of the built-in knowledge.', knowledge.scenarios.values()),
    ids('OutcomeId', 'What the built-in knowledge can choose.', knowledge.outcomeById.values()),
    ids('RoleId', 'A role of the stack of the built-in knowledge.', knowledge.roles),
    ...usedDimensions(knowledge).map((id) => figures(id, knowledge)),
    ...collections.flatMap((collection) => itemTypes(collection, knowledge)),
    statements(
      'Requirements',
      'What a workload requires. All of it is optional: what is not stated requires nothing.',
      [
        ...factorsOf('requirements', knowledge).map((factor) => statement(factor, knowledge)),
        ...collections.map(collectionStatement),
      ],
    ),
    statements(
      'Environment',
      'Where a workload runs. All of it is optional: what is not stated is not assumed.',
      factorsOf('environment', knowledge).map((factor) => statement(factor, knowledge)),
    ),
    statements(
      'Weights',
      'How much each criterion counts when the facts rank; what is absent keeps the weight that the knowledge gives it.',
      [...knowledge.criteria.values()].map(({ id, title }) => property(`${id}?`, 'number', title.en)),
    ),
    statements(
      'Stack',
      'The answers by role of the stack.',
      knowledge.roles.map(({ id, title, each }) =>
        each === undefined
          ? property(id, 'RoleAnswer', title.en)
          : property(id, 'RoleAnswer[]', `${title.en}, one answer for each of the ${collectionTitle(each, knowledge)}`),
      ),
    ),
    `${docstring('The names that the built-in knowledge defines.', '')}export interface BuiltinVocabulary {
  readonly requirements: Requirements;
  readonly environment: Environment;
  readonly weights: Weights;
  readonly outcome: OutcomeId;
  readonly role: RoleId;
  readonly stack: Stack;
}
`,
  ].join('\n\n');
}

type Titled = Pick<Factor, 'id' | 'title'>;

const collectionTitle = (id: string, { collections }: KnowledgeBase): string => collections.get(id)?.title.en ?? id;

const factorsOf = (section: string, { factors }: KnowledgeBase): Factor[] =>
  [...factors.values()].filter(({ askedOf }) => askedOf.includes(section));

/** The dimensions of all factors, so that each has one type. */
function usedDimensions({ factors, dimensions }: KnowledgeBase): string[] {
  const used = new Set([...factors.values()].map((factor) => dimensionOf(factor)));
  return [...dimensions.keys()].filter((id) => used.has(id));
}

const dimensionOf = (factor: Factor): string | undefined => ('dimension' in factor ? factor.dimension : undefined);

/** `data-size` -> `DataSize` */
const pascal = (id: string): string =>
  id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const figureType = (dimension: string): string => `${pascal(dimension)}Figure`;

/** `data`, whose items are identified by their `need` -> `DataNeed` */
const itemType = ({ id, key }: Collection): string => pascal(id) + pascal(key);
const kindType = ({ id }: Collection): string => `${pascal(id)}Kind`;

function figures(id: string, { dimensions }: KnowledgeBase): string {
  const dimension = dimensions.get(id);
  if (dimension === undefined) throw new Error(`no dimension ${id}`);
  const { title, examples, units, bare = false } = dimension;
  const unit = `${pascal(id)}Unit`;
  const example = examples.map((one) => `\`${one}\``).join(', ');
  const bareTypes = bare ? ['number', '`${number}`'] : [];
  return [
    alias(unit, `The units of ${title.en.toLowerCase()}.`, union(Object.keys(units))),
    alias(
      figureType(id),
      `${title.en}: a number with a unit, such as ${example}${bare ? '; or a number alone' : ''}.`,
      [...bareTypes, `\`\${number}\${'' | ' '}\${${unit}}\``].join(' | '),
    ),
  ].join('\n\n');
}

function itemTypes(collection: Collection, knowledge: KnowledgeBase): string[] {
  const key = knowledge.factors.get(collection.key);
  if (key === undefined) return [];
  const kind = kindType(collection);
  const item = factorsOf(collection.id, knowledge).map((factor) =>
    factor.id === collection.key ? property(`${factor.id}?`, kind, about(factor)) : statement(factor, knowledge),
  );
  return [
    alias(kind, `${key.title.en}.\n\n${meanings(key)}`, valueType(key, knowledge)),
    statements(itemType(collection), `One of the ${collection.title.en} of a workload.`, [
      property('name?', 'string', `Its name among the ${collection.title.en} of the workload.`),
      ...item,
    ]),
  ];
}

function collectionStatement(collection: Collection): string {
  const one = `${kindType(collection)} | ${itemType(collection)}`;
  const text = `${collection.title.en.charAt(0).toUpperCase()}${collection.title.en.slice(1)}: one or a list, each in full or by its \`${collection.key}\` alone.`;
  return property(`${collection.id}?`, `${one} | readonly (${one})[]`, text);
}

function statement(factor: Factor, knowledge: KnowledgeBase): string {
  const text = [about(factor), factor.howToFind?.en, meanings(factor)].filter(Boolean).join('\n\n');
  return property(`${factor.id}?`, valueType(factor, knowledge), text);
}

const about = ({ title, question }: Factor): string => `${title.en}. ${question.en}`;

/** A list of the levels or values of a factor with what each of them means; empty where the knowledge does not define them by the factor. */
function meanings(factor: Factor): string {
  const listed = factor.type === 'ordinal' ? factor.levels : 'values' in factor ? factor.values : [];
  return typeof listed === 'string'
    ? ''
    : listed.map(({ id, title, meaning }) => `- \`${id}\`: ${meaning?.en ?? title.en}`).join('\n');
}

function valueType(factor: Factor, knowledge: KnowledgeBase): string {
  const values = knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return 'boolean';
    case 'quantity':
      return figureType(factor.dimension);
    case 'ordinal':
      return factor.dimension === undefined ? union(values) : `${union(values)} | ${figureType(factor.dimension)}`;
    case 'choice':
      return factor.values === 'scenarios' ? 'ScenarioId' : union(values);
    case 'set':
      return factor.values === 'outcomes' ? 'readonly OutcomeId[]' : `readonly (${union(values)})[]`;
  }
}

const union = (values: readonly string[]): string => (values.length === 0 ? 'never' : values.map(literal).join(' | '));

function ids(name: string, about: string, all: Iterable<Titled>): string {
  const list = [...all];
  const titles = list.map(({ id, title }) => `- \`${id}\`: ${title.en}`).join('\n');
  return alias(name, `${about}\n\n${titles}`, union(list.map(({ id }) => id)));
}

const alias = (name: string, about: string, type: string): string =>
  `${docstring(about, '')}export type ${name} = ${type};`;

function property(key: string, type: string, about: string): string {
  const [name = key] = /^[^?]+/.exec(key) ?? [];
  return `${docstring(about, '  ')}  ${propertyName(name)}${key.endsWith('?') ? '?' : ''}: ${type};`;
}

const statements = (name: string, about: string, properties: readonly string[]): string =>
  `${docstring(about, '')}export type ${name} = {\n${properties.join('\n')}\n};`;
