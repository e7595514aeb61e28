import type { DiagnosticTexts, WrongCharacter, YamlProblem } from '../../diagnostic-codes.js';
import { quotedForYaml } from '../texts.js';
import { oneOf } from './words.js';

/** 系统无法使用文件的原因，按错误码。 */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EISDIR: '这是一个目录',
  ENOTDIR: '这不是一个目录',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '该位置只读',
};
const FOLDER_REASONS: typeof REASONS = { ...REASONS, ENOENT: '目录不存在' };
const WRITE_REASONS: typeof REASONS = { ...REASONS, ENOENT: '所在目录不存在' };

/** JSON Schema 关键字的要求。 */
const SCHEMA_RULES: Readonly<Record<string, (limit: string) => string>> = {
  minItems: (limit) => `至少要有 ${limit} 项`,
  maxItems: (limit) => `最多 ${limit} 项`,
  minProperties: (limit) => `至少要有 ${limit} 个键`,
  minLength: () => '不能为空',
  minimum: (limit) => `不能小于 ${limit}`,
  maximum: (limit) => `不能大于 ${limit}`,
  exclusiveMinimum: (limit) => `必须大于 ${limit}`,
};

/** YAML 语法错误的种类及处理办法。 */
const YAML_PROBLEMS: Readonly<Record<YamlProblem, { readonly what: string; readonly help: string }>> = {
  alias: { what: '别名或锚点出现在不允许的位置', help: '以 `*` 或 `&` 开头的文本请加引号。' },
  directive: { what: '以 `%` 开头的行不是 YAML 指令', help: '请给该文本加上引号。' },
  escape: { what: '双引号内的反斜杠后面不能跟这个字符', help: '请写两个反斜杠，或改用单引号。' },
  flow: { what: '括号内出现了只能独立成行的内容', help: '各项之间请用逗号分隔，或每项单独写一行。' },
  indentation: { what: '缩进与前面的行不一致', help: '同一层的各行请使用相同的缩进。' },
  list: {
    what: '列表项出现在不是列表的内容之后',
    help: '请把各项写在它们自己的键（如 `data:`）之下，并使用相同的缩进。',
  },
  pairs: { what: '同一行写了两对名称和值', help: '请把第二对写在下一行，并多缩进两个空格。' },
  key: { what: '一个键跨了多行', help: '请把“名称: 值”写在同一行。' },
  merge: { what: '合并键 `<<` 的值必须是映射', help: '请在 `<<:` 之后写一个映射的别名。' },
  missing: { what: '此处缺少内容', help: '请检查此处之前的括号、引号和连字符。' },
  order: { what: '标签或锚点的位置有误，或出现了两次', help: '请将其删去。' },
  start: { what: '文本不能以这个字符开头', help: '请给该文本加上引号。' },
  tag: { what: '不支持形如 `!name` 的标签', help: '以 `!` 开头的文本请加引号。' },
  unexpected: { what: '此处的内容不属于该值', help: '若文本尚未结束，请整体加引号；并检查此处之前的括号和逗号。' },
};

/** 误输入的字符。 */
const CHARACTERS: Readonly<Record<WrongCharacter, { readonly what: string; readonly help: string }>> = {
  'full-width-colon': { what: '全角冒号“：”', help: '请改为半角“:”并在其后加空格。' },
  'full-width-comma': { what: '全角逗号“，”', help: '请改为半角“,”并在其后加空格。' },
  'list-comma': { what: '顿号“、”', help: '请改为半角“,”并在其后加空格。' },
  'full-width-bracket': { what: '全角括号', help: '请改为半角的 `[`、`]`、`{` 或 `}`。' },
  'ideographic-space': { what: '全角空格（U+3000）', help: '请改为半角空格。' },
  'no-break-space': { what: '不换行空格（U+00A0）', help: '请改为普通空格。' },
  'invisible-space': { what: '不可见字符（U+200B 或 U+FEFF）', help: '请将其删去。' },
  'curly-quote': { what: '中文引号或弯引号', help: '请改为半角引号 `"`，或不加引号。' },
};

export const reading = {
  'file-unreadable': {
    title: '无法读取的文件',
    message: ({ name, reason }) => `无法读取 ${name}：${REASONS[reason] ?? reason}`,
    help: '请检查路径；要从标准输入读取，请使用 `-`。',
  },
  'folder-unreadable': {
    title: '无法读取的目录',
    message: ({ name, reason }) => `无法读取目录 ${name}：${FOLDER_REASONS[reason] ?? reason}`,
    help: '请指定一个含有 YAML 或 JSON 文档的目录。',
  },
  'folder-empty': {
    title: '没有文档的目录',
    message: ({ name }) => `${name} 中没有 YAML 或 JSON 文档`,
    help: '`whichstack init knowledge DIR` 可生成一个起步用的知识包。',
  },
  'file-too-large': {
    title: '超过大小上限的文件',
    message: ({ name, size, limit }) => `${name} 有 ${size}，而一个文件最多 ${limit}`,
    help: '一个工作负载只需几 KB，请确认文件是否正确。',
  },
  'file-not-text': {
    title: '不是 UTF-8 文本的文件',
    message: ({ name }) => `${name} 不是 UTF-8 文本`,
    help: '请另存为 UTF-8 后重试。',
  },
  'file-exists': {
    title: '会被覆盖的文件',
    message: ({ name }) => `${name} 已经存在`,
    help: '请换一个文件名，或用 --force 覆盖。',
  },
  'package-exists': {
    title: '已有知识包的目录',
    message: ({ name, id }) => `${name} 中已有知识包 \`${id}\`，而一个目录只能是一个知识包`,
    help: '请为新的知识包另选一个目录；未写入任何内容。',
  },
  'file-unwritable': {
    title: '无法写入的文件',
    message: ({ name, reason }) => `无法写入 ${name}：${WRITE_REASONS[reason] ?? reason}`,
    help: '请检查路径及其所在目录。',
  },
  'file-empty': {
    title: '没有文档的文件',
    message: ({ name }) => `${name} 中没有文档`,
    help: '工作负载以 `apiVersion: whichstack/v1` 和 `kind: Workload` 开头。',
  },
  'yaml-syntax': {
    title: 'YAML 语法错误',
    message: ({ problem }) => `不是合法的 YAML：${YAML_PROBLEMS[problem].what}`,
    hint: ({ problem }) => YAML_PROBLEMS[problem].help,
    help: '请检查此处之前的缩进、引号和括号。',
  },
  'yaml-colon-space': {
    title: '冒号后缺少空格',
    message: ({ key }) => `\`${key}\` 的冒号后缺少空格`,
    hint: ({ key, value }) => `请写成 \`${key}: ${value}\`。`,
    help: '请在冒号和值之间加一个空格。',
  },
  'yaml-hyphen-space': {
    title: '连字符后缺少空格',
    message: ({ entry }) => `\`${entry}\` 前的连字符后缺少空格`,
    hint: ({ entry }) => `请写成 \`- ${entry}\`。`,
    help: '请在连字符和列表项之间加一个空格。',
  },
  'yaml-colon-missing': {
    title: '没有冒号的行',
    message: ({ line }) => `\`${line}\` 的名称和值之间没有冒号`,
    hint: ({ line }) => {
      const [key = '', ...rest] = line.split(/\s+/);
      return rest.length === 0 ? undefined : `请写成 \`${key}: ${rest.join(' ')}\`。`;
    },
    help: '请写成“名称: 值”；多行文本请加引号。',
  },
  'yaml-indent': {
    title: '缩进有误的行',
    message: ({ key, found, spaces }) =>
      spaces.length > 1 && found > Math.min(...spaces)
        ? `\`${key}\` 的缩进介于两层之间`
        : `\`${key}\` 的缩进${found > Math.max(...spaces) ? '过多' : '过少'}`,
    hint: ({ spaces }) => `这一行开头应有 ${spaces.map(String).join(' 或 ')} 个空格，与同一层的其他行一致。`,
    help: '同一层的各行请使用相同的缩进。',
  },
  'yaml-quote-open': {
    title: '没有闭合的引号',
    message: ({ quote }) => `此处的引号 ${quote} 没有闭合`,
    hint: ({ quote }) => `请在文本末尾也加上 ${quote}。`,
    help: '请在文本两端使用同样的引号。',
  },
  'yaml-bracket-open': {
    title: '没有闭合的括号',
    message: ({ bracket }) => `此处的括号 \`${bracket}\` 没有闭合`,
    hint: ({ close }) => `请在最后一项之后加上 \`${close}\`。`,
    help: '请在最后一项之后加上右括号。',
  },
  'yaml-needs-quotes': {
    title: '需要加引号的文本',
    message: ({ text, because, sign }) =>
      because === 'colon'
        ? `\`${text}\` 需要加引号：其中有冒号加空格`
        : because === 'start'
          ? `\`${text}\` 需要加引号：它以 \`${sign}\` 开头，而该符号在 YAML 中另有含义`
          : `\`${text}\` 需要整体加引号：\`${sign}\` 之后还有内容`,
    hint: ({ text }) => `请写成 \`${quotedForYaml(text)}\`。`,
    help: '请给该文本加上引号。',
  },
  'yaml-tab': {
    title: '缩进中的制表符',
    message: () => '这一行用制表符缩进',
    help: '请改用空格：YAML 的缩进不允许使用制表符。',
  },
  'yaml-list-comma': {
    title: '括号内数值中的逗号',
    message: ({ figure }) => `在括号内，\`${figure}\` 中的逗号会结束该值`,
    hint: ({ figure, plain }) =>
      plain === undefined ? `请加上引号：\`"${figure}"\`。` : `请写成 \`${plain}\`，或加上引号。`,
    help: '请去掉数值中的逗号，或加上引号。',
  },
  'wrong-character': {
    title: 'YAML 不支持的字符',
    message: ({ character }) => `使用了${CHARACTERS[character].what}`,
    hint: ({ character }) => CHARACTERS[character].help,
    help: '请切换到英文输入法重新输入该字符。',
  },
  'yaml-depth': {
    title: '嵌套过深的文档',
    message: () => '文档嵌套过深，无法读取',
    help: '本产品的文档嵌套不超过十余层。',
  },
  'yaml-aliases': {
    title: '展开后超过上限的别名',
    message: () => '文档中的别名展开后过多，拒绝读取',
    help: '请直接写出重复的部分。',
  },
  'unknown-alias': {
    title: '没有锚点的别名',
    message: ({ alias }) => `\`*${alias}\` 之前没有锚点 \`&${alias}\``,
    help: '请先定义锚点，或直接写出该值。',
  },
  'yaml-circular': {
    title: '引用自身所在值的别名',
    message: ({ alias }) => `\`*${alias}\` 引用了包含它自身的值`,
    help: '请直接写出该值。',
  },
  'duplicate-key': {
    title: '重复的键',
    message: ({ key, first }) => `\`${key}\` 重复出现，第 ${String(first)} 行已经写过`,
    help: '请只保留其中一个。',
  },
  'key-not-text': {
    title: '不是普通单词的键',
    message: () => '键必须是普通的单词',
    help: '键请写成普通的单词，不要用括号。',
  },
  'not-an-object': {
    title: '应为映射的值',
    message: ({ what }) => `${what} 必须是“名称: 值”的映射`,
    help: '请写成“名称: 值”的形式。',
  },
  'unknown-key': {
    title: '文档中没有定义的键',
    message: ({ key }) => `此处不支持字段 \`${key}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的键之一。',
  },
  'missing-key': {
    title: '缺少必需的键',
    message: ({ key }) => `缺少 \`${key}\``,
    hint: ({ key, example }) => (example === undefined ? undefined : `请加上 \`${key}: ${example}\`。`),
    help: '请补上该键；`schema/` 中该类文档的 JSON Schema 说明了它的取值。',
  },
  'wrong-type': {
    title: '类型不符的值',
    message: ({ key, expected, saw }) => `\`${key}\` 应为 ${expected}，而不是 ${saw}`,
    help: '请写成消息中所说类型的值。',
  },
  'not-a-text': {
    title: 'YAML 未读作文本的值',
    message: ({ key, saw }) => `\`${key}\` 应为文本，而不是 \`${saw}\``,
    help: '请加上引号。',
  },
  'wrong-value': {
    title: '不在允许范围内的值',
    message: ({ key, value }) => `\`${value}\` 不是 \`${key}\` 的取值`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的取值之一。',
  },
  'wrong-shape': {
    title: '形式不符的值',
    message: ({ key, value }) => `\`${key}\` 不能写成 \`${value}\``,
    help: '`schema/` 中该类文档的 JSON Schema 说明了可以怎样写。',
  },
  schema: {
    title: '超出格式限制的值',
    message: ({ key, keyword, limit }) => `\`${key}\` ${SCHEMA_RULES[keyword]?.(limit) ?? `不合格式：${keyword}`}`,
    help: '`schema/` 中该类文档的 JSON Schema 说明了可以怎样写。',
  },
  'other-manifest': {
    title: '其他系统的清单',
    message: ({ kind, version }) => `这是 Kubernetes 清单（\`${version}\` 的 \`${kind}\`），不是工作负载`,
    help: '请用含有 `apiVersion: whichstack/v1` 和 `kind: Workload` 的文档描述工作负载的需求。',
  },
  'wrong-kind': {
    title: '类型不符的文档',
    message: ({ kind }) => `此处不读取 \`${kind}\` 类文档`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的文档类型之一。',
  },
  'format-unknown': {
    title: '不存在的输出格式',
    message: ({ format }) => `没有名为 \`${format}\` 的格式`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的格式之一。',
  },
  'format-refuses-kind': {
    title: '输出格式不接受的文档',
    message: ({ format, kind }) => `\`${format}\` 格式不接受类型为 \`${kind}\` 的文档`,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的类型之一的文档。',
  },
  'format-lacks-option': {
    title: '输出格式没有的选项',
    message: ({ format, option }) => `\`${format}\` 格式没有选项 \`${option}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的选项之一。',
  },
  'unknown-code': {
    title: '不存在的代码',
    message: ({ code }) => `没有名为 \`${code}\` 的代码`,
    help: '可用 `whichstack explain` 列出全部代码。',
  },
} satisfies Partial<DiagnosticTexts>;
