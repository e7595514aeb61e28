import { listed } from '../../../text/text.js';
import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { oneOf } from './words.js';

const code = (text: string): string => `\`${text}\``;
const ALL_COMMANDS = '`whichstack --help` 可列出全部命令。';

/** 命令行本身的错误，与其所指内容无关。 */
export const usage = {
  'unknown-option': {
    title: '命令没有的选项',
    message: ({ option, command }) => `\`${command}\` 没有选项 \`${option}\``,
    hint: ({ command, argument }) =>
      argument === undefined ? `\`${command} --help\` 可列出其全部选项。` : `请直接写 \`${argument}\`，前面不加选项。`,
    help: '`whichstack COMMAND --help` 可列出某个命令的全部选项。',
  },
  'unknown-command': {
    title: '不存在的命令',
    message: ({ command }) => `没有命令 \`${command}\``,
    hint: () => ALL_COMMANDS,
    help: ALL_COMMANDS,
  },
  'value-missing': {
    title: '缺少值的选项',
    message: ({ option }) => `\`${option}\` 需要一个值`,
    hint: ({ form }) => `请写成 \`${form}\`。`,
    help: '请在选项后写上它的值。',
  },
  'value-unexpected': {
    title: '不接受值的选项带了值',
    message: ({ option }) => `\`${option}\` 不接受值`,
    help: '请只写选项本身。',
  },
  'argument-missing': {
    title: '缺少的参数',
    message: ({ command, argument }) => `\`${command}\` 缺少 \`${argument}\``,
    hint: ({ argument, about }) => `\`${argument}\`：${about}。`,
    help: '`whichstack COMMAND --help` 可查看某个命令需要哪些参数。',
  },
  'argument-invalid': {
    title: '不在允许范围内的参数',
    message: ({ argument, value }) => `\`${argument}\` 不能是 \`${value}\``,
    hint: ({ expected }) => oneOf(expected),
    help: '请使用消息中列出的取值之一。',
  },
  'too-many-arguments': {
    title: '多余的参数',
    message: ({ command, argument, takes }) =>
      `参数 \`${argument}\` 是多余的：\`${command}\` ${takes === '' ? '不接受参数' : `只接受 \`${takes}\``}`,
    hint: ({ instead }) => (instead === undefined ? undefined : `请写成 \`${instead}\`。`),
    help: '请分别运行该命令。',
  },
  'option-missing': {
    title: '命令或另一选项所需的选项',
    message: ({ by, options, word }) => `\`${by}\` 需要 ${listed(options.map(code), 'zh', word)}`,
    hint: ({ example }) => `例如 \`${example}\`。`,
    help: '请加上消息中列出的选项。',
  },
  'options-conflict': {
    title: '互斥的选项',
    message: ({ options }) => `${listed(options.map(code), 'zh', 'and')} 不能同时使用`,
    help: '请只保留其中一个。',
  },
  'output-is-format': {
    title: '输出文件与某个格式同名',
    message: ({ name }) => `\`${name}\` 是一种格式，而 \`--output\` 后应为文件名`,
    hint: ({ name }) => `如果文件确实叫这个名字，请写成 \`--output ./${name}\`。`,
    help: '请用 `--format` 选择格式。',
  },
  'output-not-yaml': {
    title: '工作负载的输出文件不是 YAML 文件名',
    message: ({ name }) => `\`${name}\` 不是 YAML 文件名，而工作负载以带注释的 YAML 写出`,
    help: '请使用以 `.yaml` 或 `.yml` 结尾的文件名。',
  },
  'workload-missing': {
    title: '命令缺少工作负载',
    message: () => '缺少工作负载',
    hint: ({ example, list }) =>
      `请提供文件，或用选项说明，如 \`${example}\`；\`whichstack ${list}\` 可列出全部${list === 'scenarios' ? '场景' : '因素'}。`,
    help: '请提供文件，或用 `--scenario`、`--set` 和 `--data` 说明工作负载。',
  },
  'several-workloads': {
    title: '文件含多个工作负载，而命令只接受一个',
    message: ({ command }) => `文件中有多个工作负载，而 \`${command}\` 一次只接受一个`,
    hint: ({ names, option }) =>
      option === undefined
        ? undefined
        : names.length === 0
          ? `请为每个写上 \`metadata.name\`，并用 \`${option}\` 选择一个。`
          : `请用 \`${option}\` 选择一个：${listed(names.map(code), 'zh')}。`,
    help: '请把该工作负载单独放在一个文件中。',
  },
  'unknown-workload': {
    title: '文件中没有的工作负载',
    message: ({ name }) => `文件中没有名为 \`${name}\` 的工作负载`,
    hint: ({ expected }) =>
      expected.length === 0 ? '其中的工作负载都没有可供选择的 `metadata.name`。' : oneOf(expected),
    help: '请使用文件中的某个 `metadata.name`。',
  },
  'terminal-missing': {
    title: '没有终端的问答',
    message: () => '问答需要在终端中以文本进行',
    help: '没有终端或需要其他格式时，请用 `--answers FILE`，或用 `--no-input` 查看下一个问题。',
  },
  internal: {
    title: 'Whichstack 自身的错误',
    message: ({ detail }) => `内部错误：${detail}`,
    help: '请报告该问题；`--debug` 可显示出错位置。',
  },
} satisfies Partial<DiagnosticTexts>;
