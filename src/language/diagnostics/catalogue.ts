import { FIGURE_CATALOGUE, type OfFactor } from './catalogue-figures.js';
import { FILE_CATALOGUE } from './catalogue-files.js';
import { INTERVIEW_CATALOGUE } from './catalogue-interview.js';
import { KNOWLEDGE_CATALOGUE } from './catalogue-knowledge.js';
import { MAP_CATALOGUE } from './catalogue-map.js';
import { OUTPUT_CATALOGUE } from './catalogue-outputs.js';
import { TABLE_CATALOGUE } from './catalogue-tables.js';
import { error, oneOf, type DiagnosticEntry, type ExpectedNames } from './entry.js';
import { listed } from '../text/text.js';

const seeSchema = [
  () => 'The schema of its kind, in `schema/`, tells what it takes.',
  () => '`schema/` 中该类文档的 JSON Schema 说明了可以怎样写。',
] as const;

/** What the keywords of a JSON schema ask for. */
const SCHEMA_RULES: Readonly<Record<string, readonly [(limit: string) => string, (limit: string) => string]>> = {
  minItems: [(limit) => `needs ${limit} or more entries`, (limit) => `至少要有 ${limit} 项`],
  maxItems: [(limit) => `takes ${limit} entries at most`, (limit) => `最多 ${limit} 项`],
  minProperties: [(limit) => `needs ${limit} or more keys`, (limit) => `至少要有 ${limit} 个键`],
  minLength: [() => 'must not be empty', () => '不能为空'],
  minimum: [(limit) => `must be ${limit} or more`, (limit) => `不能小于 ${limit}`],
  maximum: [(limit) => `must be ${limit} or less`, (limit) => `不能大于 ${limit}`],
  exclusiveMinimum: [(limit) => `must be more than ${limit}`, (limit) => `必须大于 ${limit}`],
};

/** Every diagnostic there is, by its stable code. */
export const CATALOGUE = {
  ...FILE_CATALOGUE,
  ...OUTPUT_CATALOGUE,

  'yaml-syntax': error<{ detail: string }>(
    [({ detail }) => `this is not valid YAML: ${detail}`, ({ detail }) => `不是合法的 YAML：${detail}`],
    [
      () => 'Check the indentation, the quotes and the brackets before this place.',
      () => '请检查此处之前的缩进、引号和括号。',
    ],
  ),
  'yaml-depth': error<Record<string, never>>(
    [() => 'this document is nested too deeply to be read', () => '文档嵌套过深，无法读取'],
    [() => 'No document of ours is more than a dozen levels deep.', () => '本产品的文档嵌套不超过十余层。'],
  ),
  'yaml-aliases': error<Record<string, never>>(
    [() => 'the aliases of this document multiply beyond what is read', () => '文档中的别名展开后过多，拒绝读取'],
    [() => 'Write the repeated parts out.', () => '请直接写出重复的部分。'],
  ),
  'unknown-alias': error<{ alias: string }>(
    [
      ({ alias }) => `no anchor \`&${alias}\` stands before \`*${alias}\``,
      ({ alias }) => `\`*${alias}\` 之前没有锚点 \`&${alias}\``,
    ],
    [() => 'Define the anchor first, or write the value out.', () => '请先定义锚点，或直接写出该值。'],
  ),
  'too-many-items': error<{ collection: string; limit: number }>(
    [
      ({ collection, limit }) => `\`${collection}\` has more than ${String(limit)} items`,
      ({ collection, limit }) => `\`${collection}\` 超过 ${String(limit)} 项`,
    ],
    [() => 'Split the workload.', () => '请拆分该工作负载。'],
  ),
  'option-invalid': error<{ option: string; value: string; expected: readonly string[] }>(
    [
      ({ option, value }) => `\`${value}\` is not what \`${option}\` takes`,
      ({ option, value }) => `\`${option}\` 不接受 \`${value}\``,
    ],
    oneOf,
  ),
  'yaml-circular': error<{ alias: string }>(
    [
      ({ alias }) => `\`*${alias}\` refers to a value that it is part of`,
      ({ alias }) => `\`*${alias}\` 引用了包含它自身的值`,
    ],
    [() => 'Write the value out.', () => '请直接写出该值。'],
  ),
  'duplicate-key': error<{ key: string; first: number }>(
    [
      ({ key, first }) => `\`${key}\` is written twice; line ${String(first)} has it already`,
      ({ key, first }) => `\`${key}\` 重复出现，第 ${String(first)} 行已经写过`,
    ],
    [() => 'Keep one of the two.', () => '请只保留其中一个。'],
  ),
  'key-not-text': error<Record<string, never>>([() => 'a key must be a plain word', () => '键必须是普通的单词']),

  'not-an-object': error<{ what: string }>([
    ({ what }) => `${what} must be a mapping of names to values`,
    ({ what }) => `${what} 必须是“名称: 值”的映射`,
  ]),
  'unknown-key': error<{ key: string } & ExpectedNames>(
    [({ key }) => `\`${key}\` is not known here`, ({ key }) => `此处不认识 \`${key}\``],
    oneOf,
  ),
  'missing-key': error<{ key: string; example?: string }>(
    [({ key }) => `\`${key}\` is missing`, ({ key }) => `缺少 \`${key}\``],
    [
      ({ key, example }) => (example === undefined ? '' : `Add \`${key}: ${example}\`.`),
      ({ key, example }) => (example === undefined ? '' : `请加上 \`${key}: ${example}\`。`),
    ],
  ),
  'wrong-type': error<{ key: string; expected: string; saw: string }>([
    ({ key, expected, saw }) => `\`${key}\` must be ${expected}, not ${saw}`,
    ({ key, expected, saw }) => `\`${key}\` 应为 ${expected}，而不是 ${saw}`,
  ]),
  'not-a-text': error<{ key: string; saw: string }>(
    [
      ({ key, saw }) => `\`${key}\` must be text, not \`${saw}\``,
      ({ key, saw }) => `\`${key}\` 应为文本，而不是 \`${saw}\``,
    ],
    [() => 'Put it in quotes.', () => '请加上引号。'],
  ),
  'wrong-value': error<{ key: string; value: string } & ExpectedNames>(
    [
      ({ key, value }) => `\`${value}\` is not a value of \`${key}\``,
      ({ key, value }) => `\`${value}\` 不是 \`${key}\` 的取值`,
    ],
    oneOf,
  ),
  'wrong-shape': error<{ key: string; value: string }>(
    [
      ({ key, value }) => `\`${value}\` is not what \`${key}\` can be`,
      ({ key, value }) => `\`${key}\` 不能写成 \`${value}\``,
    ],
    seeSchema,
  ),
  schema: error<{ key: string; keyword: string; limit: string }>(
    [
      ({ key, keyword, limit }) =>
        `\`${key}\` ${SCHEMA_RULES[keyword]?.[0](limit) ?? `does not fit its schema: ${keyword}`}`,
      ({ key, keyword, limit }) => `\`${key}\` ${SCHEMA_RULES[keyword]?.[1](limit) ?? `不合格式：${keyword}`}`,
    ],
    seeSchema,
  ),

  'wrong-kind': error<{ kind: string } & ExpectedNames>(
    [
      ({ kind }) => `\`${kind}\` is not a kind of document that is read here`,
      ({ kind }) => `此处不读取 \`${kind}\` 类文档`,
    ],
    oneOf,
  ),
  'unknown-factor': error<{ factor: string; where: string } & ExpectedNames>(
    [
      ({ factor, where }) => `\`${factor}\` is not a factor of ${where}`,
      ({ factor, where }) => `\`${factor}\` 不是 ${where} 的因素`,
    ],
    oneOf,
  ),
  'misplaced-factor': error<{ factor: string; where: string; right: readonly string[] }>(
    [
      ({ factor, where }) => `\`${factor}\` does not belong in ${where}`,
      ({ factor, where }) => `\`${factor}\` 不属于 ${where}`,
    ],
    [({ right }) => `State it in ${listed(right, 'en')}.`, ({ right }) => `请写在 ${listed(right, 'zh')} 中。`],
  ),
  'unknown-value': error<OfFactor & ExpectedNames>(
    [
      ({ factor, value }) => `\`${value}\` is not a value of \`${factor}\``,
      ({ factor, value }) => `\`${value}\` 不是 \`${factor}\` 的取值`,
    ],
    oneOf,
  ),
  'unknown-outcome': error<{ outcome: string }>([
    ({ outcome }) => `\`${outcome}\` is not known`,
    ({ outcome }) => `不认识 \`${outcome}\``,
  ]),
  'not-a-flag': error<OfFactor>(
    [
      ({ factor, value }) => `\`${factor}\` is yes or no, not \`${value}\``,
      ({ factor, value }) => `\`${factor}\` 是是非项，不能是 \`${value}\``,
    ],
    [() => 'Write `true` or `false`.', () => '请写 `true` 或 `false`。'],
  ),
  'not-a-set': error<OfFactor>(
    [
      ({ factor, value }) => `\`${factor}\` is a list of names, not \`${value}\``,
      ({ factor, value }) => `\`${factor}\` 是名称列表，不能是 \`${value}\``,
    ],
    [() => 'Write `[a, b]`.', () => '请写成 `[a, b]`。'],
  ),
  ...FIGURE_CATALOGUE,

  'item-name-twice': error<{ name: string; collection: string }>(
    [
      ({ name, collection }) => `two items of \`${collection}\` are named \`${name}\``,
      ({ name, collection }) => `\`${collection}\` 中有两项都叫 \`${name}\``,
    ],
    [() => 'Give each a name of its own.', () => '请各取一个名字。'],
  ),
  'item-empty': error<{ collection: string; key: string }>(
    [
      ({ collection }) => `this item of \`${collection}\` states nothing`,
      ({ collection }) => `\`${collection}\` 的这一项没有任何内容`,
    ],
    [
      ({ key }) => `State \`${key}\`, or one of its figures or levels.`,
      ({ key }) => `请写明 \`${key}\`，或它的某个数值或等级。`,
    ],
  ),
  'weight-invalid': error<{ criterion: string; value: string }>([
    ({ criterion, value }) => `the weight of \`${criterion}\` must be a number from 0 up, not \`${value}\``,
    ({ criterion, value }) => `\`${criterion}\` 的权重应为不小于 0 的数，而不是 \`${value}\``,
  ]),
  'option-unknown-name': error<{ option: string; name: string } & ExpectedNames>(
    [
      ({ option, name }) => `${option}: the knowledge has no \`${name}\``,
      ({ option, name }) => `${option}：知识中没有 \`${name}\``,
    ],
    oneOf,
  ),
  'unknown-technology': error<{ name: string }>(
    [({ name }) => `there is no technology \`${name}\``, ({ name }) => `没有名为 \`${name}\` 的技术`],
    [() => 'List them with `whichstack technologies`.', () => '可用 `whichstack technologies` 列出全部技术。'],
  ),
  'unknown-criterion': error<{ criterion: string } & ExpectedNames>(
    [
      ({ criterion }) => `there is no criterion \`${criterion}\` to weigh`,
      ({ criterion }) => `没有可加权的准则 \`${criterion}\``,
    ],
    oneOf,
  ),
  'flag-malformed': error<{ flag: string; value: string; example: string }>(
    [({ flag, value }) => `\`${value}\` is not what ${flag} takes`, ({ flag, value }) => `${flag} 不接受 \`${value}\``],
    [({ example }) => `Write ${example}.`, ({ example }) => `请写成 ${example}。`],
  ),
  'flag-twice': error<{ factor: string }>(
    [({ factor }) => `two flags state \`${factor}\``, ({ factor }) => `有两个选项都说明了 \`${factor}\``],
    [() => 'Keep one of the two.', () => '请只保留其中一个。'],
  ),
  'date-invalid': error<{ value: string }>(
    [({ value }) => `\`${value}\` is not a date`, ({ value }) => `\`${value}\` 不是日期`],
    [() => 'Write it as 2026-11-23.', () => '请写成 2026-11-23。'],
  ),
  ...KNOWLEDGE_CATALOGUE,
  ...TABLE_CATALOGUE,
  ...INTERVIEW_CATALOGUE,
  ...MAP_CATALOGUE,
} as const;

export type Code = keyof typeof CATALOGUE;
export type Params<C extends Code> = (typeof CATALOGUE)[C] extends DiagnosticEntry<infer P> ? P : never;
