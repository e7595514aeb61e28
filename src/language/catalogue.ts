import { list } from './text.js';

/** One kind of diagnostic: how grave it is, its sentence and its way out, in every language. */
interface Entry<P> {
  readonly severity: 'error' | 'warning';
  readonly message: { readonly en: (p: P) => string; readonly zh: (p: P) => string };
  readonly help: { readonly en: (p: P) => string; readonly zh: (p: P) => string };
}

type Sentence<P> = readonly [en: (p: P) => string, zh: (p: P) => string];

const none = [() => '', () => ''] as const;

function error<P>(message: Sentence<P>, help: Sentence<P> = none): Entry<P> {
  return { severity: 'error', message: { en: message[0], zh: message[1] }, help: { en: help[0], zh: help[1] } };
}

interface Expected {
  readonly expected: readonly string[];
}
const oneOf: Sentence<Expected> = [
  ({ expected }) => `Expected ${abridged(expected, 'en')}.`,
  ({ expected }) => `应为 ${abridged(expected, 'zh')}。`,
];
const MOST = 12;
const abridged = (names: readonly string[], lang: 'en' | 'zh'): string =>
  names.length <= MOST
    ? list(names, lang)
    : `${names.slice(0, MOST).join(lang === 'zh' ? '、' : ', ')} ${lang === 'zh' ? '等' : '…'}`;

interface OfFactor {
  readonly factor: string;
  readonly value: string;
}
interface OfQuantity extends OfFactor {
  readonly examples: readonly string[];
}
const write: Sentence<{ examples: readonly string[] }> = [
  ({ examples }) => `Write it as ${list(examples, 'en')}.`,
  ({ examples }) => `请写成 ${list(examples, 'zh')}。`,
];

/** Why a file cannot be read, by the code of the system, in English and in Chinese. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file', '文件不存在'],
  EISDIR: ['it is a folder', '这是一个目录'],
  ENOTDIR: ['it is not a folder', '这不是一个目录'],
  EACCES: ['permission denied', '没有读取权限'],
};

/** What a reference can lead to, in Chinese. */
const WHAT_ZH: Readonly<Record<string, string>> = {
  attribute: '属性',
  clause: '出处条目',
  collection: '集合',
  decision: '决策',
  dimension: '量纲',
  factor: '因素',
  outcome: '结果',
  role: '角色',
  'scenario slot': '场景决策位',
  section: '部分',
  table: '决策表',
};

/** Every diagnostic there is, by its stable code. */
export const CATALOGUE = {
  'file-unreadable': error<{ name: string; reason: string }>(
    [
      ({ name, reason }) => `cannot read ${name}: ${REASONS[reason]?.[0] ?? reason}`,
      ({ name, reason }) => `无法读取 ${name}：${REASONS[reason]?.[1] ?? reason}`,
    ],
    [() => 'Check the path, or pass `-` to read standard input.', () => '请检查路径；要从标准输入读取，请使用 `-`。'],
  ),
  'file-too-large': error<{ name: string; size: string; limit: string }>(
    [
      ({ name, size, limit }) => `${name} has ${size}; a document may have ${limit} at most`,
      ({ name, size, limit }) => `${name} 有 ${size}，而一个文件最多 ${limit}`,
    ],
    [
      () => 'A workload takes a few kilobytes: check that this is the right file.',
      () => '一个工作负载只需几 KB，请确认文件是否正确。',
    ],
  ),
  'file-not-text': error<{ name: string }>(
    [({ name }) => `${name} is not UTF-8 text`, ({ name }) => `${name} 不是 UTF-8 文本`],
    [() => 'Save it as UTF-8 and try again.', () => '请另存为 UTF-8 后重试。'],
  ),
  'file-empty': error<{ name: string }>(
    [({ name }) => `${name} holds no document`, ({ name }) => `${name} 中没有文档`],
    [
      () => 'A workload begins with `apiVersion: whichstack/v1` and `kind: Workload`.',
      () => '工作负载以 `apiVersion: whichstack/v1` 和 `kind: Workload` 开头。',
    ],
  ),
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
  'unknown-key': error<{ key: string } & Expected>(
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
  'wrong-value': error<{ key: string; value: string } & Expected>(
    [
      ({ key, value }) => `\`${value}\` is not a value of \`${key}\``,
      ({ key, value }) => `\`${value}\` 不是 \`${key}\` 的取值`,
    ],
    oneOf,
  ),
  schema: error<{ key: string; detail: string }>([
    ({ key, detail }) => `\`${key}\` ${detail}`,
    ({ key, detail }) => `\`${key}\` 不合格式：${detail}`,
  ]),

  'wrong-kind': error<{ kind: string } & Expected>(
    [
      ({ kind }) => `\`${kind}\` is not a kind of document that is read here`,
      ({ kind }) => `此处不读取 \`${kind}\` 类文档`,
    ],
    oneOf,
  ),
  'unknown-factor': error<{ factor: string; where: string } & Expected>(
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
    [({ right }) => `State it in ${list(right, 'en')}.`, ({ right }) => `请写在 ${list(right, 'zh')} 中。`],
  ),
  'unknown-value': error<OfFactor & Expected>(
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
  'not-a-quantity': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${value}\` is not a figure that \`${factor}\` can have`,
      ({ factor, value }) => `\`${value}\` 不是 \`${factor}\` 可用的数值`,
    ],
    write,
  ),
  'quantity-not-a-number': error<OfQuantity>(
    [
      ({ factor }) => `\`${factor}\` must be a number that can be compared`,
      ({ factor }) => `\`${factor}\` 必须是可以比较的数`,
    ],
    write,
  ),
  'quantity-negative': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${factor}\` cannot be negative: \`${value}\``,
      ({ factor, value }) => `\`${factor}\` 不能为负：\`${value}\``,
    ],
    write,
  ),
  'quantity-overflow': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${value}\` is too large for \`${factor}\``,
      ({ factor, value }) => `\`${value}\` 对 \`${factor}\` 来说过大`,
    ],
    write,
  ),
  'unit-missing': error<OfQuantity>(
    [
      ({ factor, value }) => `\`${factor}: ${value}\` has no unit`,
      ({ factor, value }) => `\`${factor}: ${value}\` 没有单位`,
    ],
    write,
  ),
  'unit-unknown': error<OfQuantity & { unit: string }>(
    [
      ({ factor, unit }) => `\`${unit}\` is not a unit of \`${factor}\``,
      ({ factor, unit }) => `\`${unit}\` 不是 \`${factor}\` 的单位`,
    ],
    write,
  ),
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
  'flag-malformed': error<{ flag: string; value: string; example: string }>(
    [({ flag, value }) => `\`${value}\` is not what ${flag} takes`, ({ flag, value }) => `${flag} 不接受 \`${value}\``],
    [({ example }) => `Write ${example}.`, ({ example }) => `请写成 ${example}。`],
  ),
  'date-invalid': error<{ value: string }>(
    [({ value }) => `\`${value}\` is not a date`, ({ value }) => `\`${value}\` 不是日期`],
    [() => 'Write it as 2026-11-23.', () => '请写成 2026-11-23。'],
  ),

  'package-missing': error<Record<string, never>>(
    [() => 'no document of kind Package is among the knowledge', () => '知识中没有 Package 类文档'],
    [() => 'Add one with an id, a title and a version.', () => '请加上一个带 id、title 和 version 的 Package。'],
  ),
  'document-twice': error<{ kind: string; id: string; first: string }>(
    [
      ({ kind, id, first }) => `${kind} \`${id}\` is defined twice; the first is at ${first}`,
      ({ kind, id, first }) => `${kind} \`${id}\` 定义了两次，第一次在 ${first}`,
    ],
    [() => 'Rename or remove one of them.', () => '请改名或删除其中一个。'],
  ),
  'unknown-reference': error<{ what: string; name: string }>([
    ({ what, name }) => `there is no ${what} \`${name}\``,
    ({ what, name }) => `没有名为 \`${name}\` 的${WHAT_ZH[what] ?? ` ${what}`}`,
  ]),
  'decision-body': error<{ id: string }>([
    ({ id }) => `decision \`${id}\` must have one of table, tree, vote or extends`,
    ({ id }) => `决策 \`${id}\` 必须恰有 table、tree、vote 或 extends 之一`,
  ]),
  'decision-cycle': error<{ path: string }>(
    [
      ({ path }) => `these decisions ask one another in a circle: ${path}`,
      ({ path }) => `这些决策循环相互依赖：${path}`,
    ],
    [() => 'Remove one of the questions.', () => '请去掉其中一处依赖。'],
  ),
  'rule-empty': error<{ decision: string }>(
    [
      ({ decision }) => `this rule of \`${decision}\` neither answers nor asks`,
      ({ decision }) => `\`${decision}\` 的这条规则既不作答也不询问`,
    ],
    [() => 'Give it `then`, or `ask`, but not both.', () => '请给出 `then` 或 `ask` 之一。'],
  ),
  'output-unknown': error<{ decision: string; output: string } & Expected>(
    [
      ({ decision, output }) => `\`${output}\` is not an output of \`${decision}\``,
      ({ decision, output }) => `\`${output}\` 不是 \`${decision}\` 的输出`,
    ],
    oneOf,
  ),
  'output-needed': error<{ decision: string } & Expected>(
    [
      ({ decision }) => `\`${decision}\` has several outputs; say which`,
      ({ decision }) => `\`${decision}\` 有多个输出，请指明`,
    ],
    oneOf,
  ),
  'aggregate-missing': error<{ decision: string }>(
    [
      ({ decision }) => `table \`${decision}\` collects but does not say how`,
      ({ decision }) => `表 \`${decision}\` 的命中策略为 collect，但没有说明如何汇总`,
    ],
    [
      () => 'Add `aggregate: list`, `union` or `intersect`.',
      () => '请加上 `aggregate: list`、`union` 或 `intersect`。',
    ],
  ),
  'test-unfit': error<{ test: string; factor: string; type: string }>([
    ({ test, factor, type }) => `\`${test}\` cannot be asked of \`${factor}\`, which is of type ${type}`,
    ({ test, factor, type }) => `\`${factor}\` 是 ${type} 类型，不能用 \`${test}\` 检验`,
  ]),
  'bounds-unordered': error<{ factor: string; level: string }>(
    [
      ({ factor, level }) => `the bound of level \`${level}\` of \`${factor}\` is not above the one before it`,
      ({ factor, level }) => `\`${factor}\` 的等级 \`${level}\` 的界限不大于前一级`,
    ],
    [() => 'List the levels from the smallest bound to the largest.', () => '请按界限从小到大排列等级。'],
  ),
  'preset-unfit': error<{ factor: string }>(
    [
      ({ factor }) => `a scenario cannot preset \`${factor}\` in this way`,
      ({ factor }) => `场景不能这样预设 \`${factor}\``,
    ],
    [() => 'Write one value, or `{atLeast: level}`.', () => '请写一个值，或 `{atLeast: 等级}`。'],
  ),
  'each-mismatch': error<{ decision: string; each: string }>([
    ({ decision, each }) => `\`${decision}\` is decided for each item of \`${each}\` and cannot be asked from here`,
    ({ decision, each }) => `\`${decision}\` 针对 \`${each}\` 的每一项作出，不能在这里询问`,
  ]),
} as const;

export type Code = keyof typeof CATALOGUE;
export type Params<C extends Code> = (typeof CATALOGUE)[C] extends Entry<infer P> ? P : never;
