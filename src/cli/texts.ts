import type { Lang } from '../language/format.js';
import { listed } from '../language/text/text.js';

/** The texts of the command line itself. */
export interface CliTexts {
  readonly program: string;
  readonly usage: string;
  readonly arguments: string;
  readonly options: string;
  readonly commands: string;
  readonly examples: string;
  readonly help: string;
  readonly version: string;
  readonly lang: string;
  readonly knowledge: string;
  readonly debug: string;
  readonly debugForms: string;
  readonly debugForm: string;
  readonly debugDecision: string;
  readonly debugNoFile: (form: string) => string;
  readonly json: string;
  readonly recommend: string;
  readonly map: string;
  readonly mapX: string;
  readonly mapY: string;
  readonly mapRole: string;
  readonly noAxes: string;
  readonly workloadName: string;
  readonly severalWorkloads: (names: readonly string[]) => string;
  readonly noWorkload: (name: string, names: readonly string[]) => string;
  readonly ask: string;
  readonly answers: string;
  readonly noInput: string;
  readonly outputWorkload: string;
  readonly noTerminal: string;
  readonly askForOne: string;
  readonly technologies: string;
  readonly show: string;
  readonly compare: string;
  readonly check: string;
  readonly checkDir: string;
  readonly checkAll: string;
  readonly whatif: string;
  readonly whatifAll: string;
  readonly keep: string;
  readonly getTo: string;
  readonly whatifRole: string;
  readonly diff: string;
  readonly diffPaths: string;
  readonly from: string;
  readonly to: string;
  readonly alone: string;
  readonly failOnChange: string;
  readonly noVersions: string;
  readonly aloneBoth: string;
  readonly init: string;
  readonly initWhat: string;
  readonly initDir: string;
  readonly import: string;
  readonly export: string;
  readonly tableFile: string;
  readonly tableId: string;
  readonly hitPolicy: string;
  readonly aggregate: string;
  readonly each: string;
  readonly output: string;
  readonly force: string;
  readonly tableName: string;
  readonly technologyId: string;
  readonly technologyIds: string;
  readonly compareFor: string;
  readonly format: (formats: string, otherwise: string) => string;
  readonly tooFew: string;
  readonly oneWorkload: string;
  readonly missingArgument: (name: string, description: string) => string;
  readonly choicesAre: (choices: readonly string[]) => string;
  readonly defaultIs: (value: string) => string;
  readonly choices: (value: string, choices: string) => string;
  readonly file: string;
  readonly scenario: string;
  readonly set: string;
  readonly data: string;
  readonly asOf: string;
  readonly explain: string;
  readonly explore: string;
  readonly stdin: string;
  readonly helpCommand: string;
  readonly nothingGiven: (scenarios: readonly string[]) => string;
  readonly unknownOption: (option: string) => string;
  readonly unknownCommand: (command: string) => string;
  readonly missingValue: (option: string) => string;
  readonly tooMany: string;
  /** What is said of one argument too many, by command. */
  readonly excess: Readonly<Record<string, (word: string) => string>>;
  readonly oneFormat: string;
  readonly badLang: (value: string) => string;
  readonly didYouMean: (name: string) => string;
  readonly seeHelp: (command: string) => string;
  readonly errors: (count: number) => string;
  readonly internal: string;
}

export const TEXTS: Readonly<Record<Lang, CliTexts>> = {
  en: {
    program: 'From what a workload needs to the stack to run it on, with the reasons.',
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    help: 'show this help',
    version: 'show the version',
    lang: 'the language of texts: en or zh (default: from the locale)',
    knowledge: 'lay the knowledge in this folder over the built-in (repeatable)',
    debug: 'show the stack trace of an internal error',
    debugForms: 'print a compiled form: the program, the index of each table, or the read sets of choices',
    debugForm: 'program, index or reads',
    debugDecision: 'only this decision (program and index)',
    debugNoFile: (form) => `debug ${form} takes no workload; its form depends on the knowledge alone`,
    json: 'print JSON',
    map: 'map the answer over two factors, with borders where it changes',
    mapX: 'the factor of the columns, such as security, or data/ledger/iops for that of a data need',
    mapY: 'the factor of the rows',
    mapRole: 'the place of the stack: a role, or storage/ledger for a data need (default: the first, the runtime)',
    noAxes: 'a map has two axes: name a factor for each, such as --x security --y performance',
    workloadName: 'which workload of a file that holds several',
    severalWorkloads: (names) =>
      names.length === 0
        ? 'the file holds several workloads; give each a metadata.name and choose one with --name'
        : `the file holds several workloads; choose one with --name: ${listed(names, 'en')}`,
    noWorkload: (name, names) =>
      `the file holds no workload named ${name}${names.length === 0 ? '; none has a metadata.name' : `, but ${listed(names, 'en', 'and')}`}`,
    ask: 'find the stack by interview, with the fewest questions',
    answers: 'take the answers from this file, factors with their values; what it leaves out is not known',
    noInput: 'ask nothing: print what would be asked next',
    outputWorkload: 'write the workload to this file',
    noTerminal:
      'asking takes a terminal; without one, pass --answers FILE, or --no-input to see what would be asked next',
    askForOne: 'one workload at a time',
    technologies: 'list the technologies that are known',
    show: 'show all that is known of a technology, with sources',
    compare: 'put technologies side by side, with evidence and dates',
    check: 'prove the knowledge: gaps, contradictions, rules that never answer; and report what has grown old',
    checkDir: 'a folder with a package of its own, checked by itself instead of the built-in knowledge',
    checkAll: 'show notes, and what is acknowledged, one by one',
    whatif: 'find the smallest changes that would change the answer, and prove that none is smaller',
    whatifAll: 'show all of them, however many',
    keep: 'factors that may not change, separated by commas',
    getTo: 'what it would take to get this one; any other answer by default',
    whatifRole: 'the place of the stack: a role, or storage/ledger for a data need (default: all of them)',
    diff: 'compare what two versions of the knowledge answer to workloads, and prove why',
    diffPaths: 'workloads, or folders of them; - reads standard input',
    from: 'the older knowledge: this folder over the built-in (repeatable; default: the built-in alone)',
    to: 'the newer knowledge, in the same way',
    alone: 'the first folder of each side is a package of its own, in place of the built-in',
    failOnChange: 'exit with 1 where any answer is another one',
    noVersions: 'nothing to compare: name a folder with --from, with --to, or with both',
    aloneBoth: '--alone needs both --from and --to: the built-in knowledge is no version of another package',
    init: 'write a commented package of knowledge to start from',
    initWhat: 'what to write: knowledge',
    initDir: 'the folder to write it to',
    import: 'turn a decision table in CSV into a decision in YAML',
    export: 'write a decision table as CSV, for a spreadsheet',
    tableFile: 'a table in CSV; - reads standard input',
    tableId: 'the id of the decision (default: what the table says, then the name of the file)',
    hitPolicy: 'which of the rules that hit answer (default: what the table says, then unique)',
    aggregate: 'how collected answers are put together',
    each: 'decide for each item of this collection, such as data',
    output: 'write to this file instead of standard output',
    force: 'overwrite what is there already',
    tableName: 'a decision that is a table, such as technology-matrix',
    technologyId: 'a technology, such as firecracker',
    technologyIds: 'two technologies or more',
    compareFor: 'hold them against this workload',
    format: (formats, otherwise) => `the output format: ${formats} (default: ${otherwise})`,
    tooFew: 'name two technologies or more to compare',
    oneWorkload: 'compare for one workload at a time',
    missingArgument: (name, description) => `<${name}> is missing: ${description}`,
    choicesAre: (choices) => ` (${listed(choices, 'en')})`,
    defaultIs: (value) => ` (default: ${value})`,
    choices: (value, choices) => `${value} is not one of ${choices}`,
    recommend: 'recommend a stack for a workload, and explain it',
    file: 'a workload in YAML or JSON; - reads standard input',
    scenario: 'start from a business scenario',
    set: 'state a factor, over what the file says (repeatable)',
    data: 'add a data need, such as oltp,iops=300k (repeatable)',
    asOf: 'judge by this date, such as 2026-11-23 (default: today)',
    explain: 'show every rule that was asked, and why it did not hit',
    explore: 'show what would change the answer: open factors, alone or together, and the smallest changes',
    stdin: 'standard input',
    helpCommand: 'show the help of a command',
    nothingGiven: (scenarios) =>
      `no workload is given: name a file, or state one, with --scenario ${scenarios.join(', ')} …`,
    unknownOption: (option) => `there is no option ${option}`,
    unknownCommand: (command) => `there is no command ${command}`,
    missingValue: (option) => `${option} needs a value`,
    tooMany: 'more arguments than this command takes',
    excess: {
      recommend: () => 'one file at a time',
      whatif: () => 'one file at a time',
      map: () => 'one file at a time',
      ask: () => 'one file at a time',
      import: () => 'one file at a time',
      technologies: (word) => `all are listed; for one of them, use \`whichstack show ${word}\``,
      check: () => 'one folder at a time; others are laid over it with --knowledge',
    },
    oneFormat: '--json and --format ask for two formats; leave one out',
    badLang: (value) => `${value} is not a language that the texts are in: en or zh`,
    didYouMean: (name) => `Did you mean ${name}?`,
    seeHelp: (command) => `See: whichstack ${command}--help`,
    errors: (count) => (count === 1 ? '1 error' : `${String(count)} errors`),
    internal: 'internal error; please report it (--debug shows where)',
  },
  zh: {
    program: '根据工作负载的需求推荐运行它的技术栈，并说明理由。',
    usage: '用法：',
    arguments: '参数：',
    options: '选项：',
    commands: '命令：',
    examples: '示例：',
    help: '显示帮助',
    version: '显示版本',
    lang: '文本语言：en 或 zh（默认取自系统区域设置）',
    knowledge: '在内置知识之上叠加该目录中的知识（可重复）',
    debug: '内部错误时显示调用栈',
    debugForms: '显示编译后的形式：程序、各决策表的索引或各项选择的读取集',
    debugForm: 'program、index 或 reads',
    debugDecision: '仅此决策（用于 program 和 index）',
    debugNoFile: (form) => `debug ${form} 不接受工作负载：该形式只取决于知识库`,
    json: '以 JSON 输出',
    map: '以两个因素为坐标画出答案，并在答案改变处划出边界',
    mapX: '列的因素，如 security；数据需求的因素写作 data/ledger/iops',
    mapY: '行的因素',
    mapRole: '技术栈中的位置：一个角色，数据需求写作 storage/ledger（默认为第一个，即运行时）',
    noAxes: '决策图有两个坐标轴，请各给出一个因素，如 --x security --y performance',
    workloadName: '文件中有多个工作负载时，选用哪一个',
    severalWorkloads: (names) =>
      names.length === 0
        ? '文件中有多个工作负载：请为每个写上 metadata.name，并用 --name 选择一个'
        : `文件中有多个工作负载，请用 --name 选择一个：${listed(names, 'zh')}`,
    noWorkload: (name, names) =>
      `文件中没有名为 ${name} 的工作负载，${names.length === 0 ? '其中都没有 metadata.name' : `只有 ${listed(names, 'zh', 'and')}`}`,
    ask: '通过最少的提问找到技术栈',
    answers: '从该文件读取回答（因素及其取值）；未列出的视为不知道',
    noInput: '不提问，只显示接下来会问什么',
    outputWorkload: '把工作负载写入该文件',
    noTerminal: '提问需要终端；没有终端时请用 --answers FILE，或用 --no-input 查看接下来会问什么',
    askForOne: '一次只能针对一个工作负载',
    technologies: '列出已知的技术',
    show: '显示某项技术的全部已知信息及出处',
    compare: '并列比较多项技术，附证据和日期',
    check: '验证知识：空缺、矛盾、永不作答的规则；并报告过时的内容',
    checkDir: '自成一体的知识包目录；单独检查它，而不是内置知识',
    checkAll: '逐条显示提示和已确认的问题',
    whatif: '找出会改变答案的最小改动，并证明没有更小的',
    whatifAll: '无论多少，全部列出',
    keep: '不得改变的因素，以逗号分隔',
    getTo: '要得到这一项需要改变什么；默认为任何其他答案',
    whatifRole: '技术栈中的位置：一个角色，数据需求写作 storage/ledger（默认为全部）',
    diff: '比较两个知识版本对工作负载的答案，并证明差异的原因',
    diffPaths: '工作负载文件或其目录；- 表示标准输入',
    from: '旧版知识：叠加在内置知识之上的目录（可重复；默认仅为内置知识）',
    to: '新版知识，用法相同',
    alone: '两边的第一个目录都是自成一体的知识包，取代内置知识',
    failOnChange: '只要有答案改变，就以退出码 1 结束',
    noVersions: '没有可比较的内容：请用 --from、--to 或两者指定目录',
    aloneBoth: '--alone 需要同时给出 --from 和 --to：内置知识不是其他知识包的一个版本',
    init: '写出一个带注释的知识包，作为起点',
    initWhat: '要写出的内容：knowledge',
    initDir: '写入的目录',
    import: '把 CSV 决策表转换为 YAML 决策',
    export: '把决策表写成 CSV，供电子表格编辑',
    tableFile: 'CSV 格式的表；- 表示标准输入',
    tableId: '决策的 id（默认取表中所写，其次取文件名）',
    hitPolicy: '命中的规则中由哪些作答（默认取表中所写，其次为 unique）',
    aggregate: '收集到的答案如何汇总',
    each: '针对该集合的每一项作出决策，如 data',
    output: '写入该文件，而不是标准输出',
    force: '覆盖已有的内容',
    tableName: '一个以表表示的决策，如 technology-matrix',
    technologyId: '一项技术，如 firecracker',
    technologyIds: '两项或更多技术',
    compareFor: '对照这个工作负载进行比较',
    format: (formats, otherwise) => `输出格式：${formats}（默认为 ${otherwise}）`,
    tooFew: '请给出两项或更多技术进行比较',
    oneWorkload: '一次只能对照一个工作负载',
    missingArgument: (name, description) => `缺少 <${name}>：${description}`,
    choicesAre: (choices) => `（${listed(choices, 'zh')}）`,
    defaultIs: (value) => `（默认为 ${value}）`,
    choices: (value, choices) => `${value} 不是以下之一：${choices}`,
    recommend: '为工作负载推荐技术栈并说明理由',
    file: 'YAML 或 JSON 格式的工作负载；- 表示标准输入',
    scenario: '从一个业务场景出发',
    set: '说明一个因素，优先于文件中的内容（可重复）',
    data: '增加一项数据需求，如 oltp,iops=300k（可重复）',
    asOf: '以该日期为准，如 2026-11-23（默认为今天）',
    explain: '列出询问过的每条规则及未命中的原因',
    explore: '列出什么会改变答案：单独或合在一起起作用的未回答因素，以及最小的改变',
    stdin: '标准输入',
    helpCommand: '显示某个命令的帮助',
    nothingGiven: (scenarios) => `没有给出工作负载：请提供文件，或用选项说明，如 --scenario ${scenarios.join('、')}……`,
    unknownOption: (option) => `没有选项 ${option}`,
    unknownCommand: (command) => `没有命令 ${command}`,
    missingValue: (option) => `${option} 需要一个值`,
    tooMany: '参数过多',
    excess: {
      recommend: () => '一次只能处理一个文件',
      whatif: () => '一次只能处理一个文件',
      map: () => '一次只能处理一个文件',
      ask: () => '一次只能处理一个文件',
      import: () => '一次只能处理一个文件',
      technologies: (word) => `此命令列出全部技术；查看其中一项请用 \`whichstack show ${word}\``,
      check: () => '一次只能检查一个目录；其他目录用 --knowledge 叠加',
    },
    oneFormat: '--json 与 --format 要求两种格式，请去掉其中一个',
    badLang: (value) => `不支持语言 ${value}：请使用 en 或 zh`,
    didYouMean: (name) => `是否想写 ${name}？`,
    seeHelp: (command) => `参见：whichstack ${command}--help`,
    errors: (count) => `${String(count)} 个错误`,
    internal: '内部错误，请报告给我们（--debug 可显示位置）',
  },
};
