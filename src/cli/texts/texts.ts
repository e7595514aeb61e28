/** The texts of the command line itself, such as help; what can be wrong with it is in the catalogue of diagnostics. */
export interface CliTexts {
  readonly program: string;
  readonly usage: string;
  /** What the placeholders of help, such as `file`, are called; by their own names where nothing is given. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly arguments: string;
  readonly options: string;
  readonly commands: string;
  readonly generalOptions: string;
  /** The exit codes, with the rule that distinguishes 2 and 3. */
  readonly exitCodes: { readonly title: string; readonly rows: Readonly<Record<0 | 1 | 2 | 3, string>> };
  /** Where to read on. */
  readonly guide: (path: string) => string;
  readonly examples: string;
  readonly help: string;
  readonly version: string;
  readonly lang: (languages: string) => string;
  readonly package: string;
  readonly knowledge: string;
  readonly debug: string;
  readonly debugForms: string;
  readonly debugDecision: string;
  readonly json: string;
  readonly recommend: string;
  readonly map: string;
  readonly mapX: string;
  readonly mapY: string;
  readonly mapRole: string;
  readonly workloadName: string;
  readonly ask: string;
  readonly answers: string;
  readonly noInput: string;
  readonly outputAnswer: string;
  readonly noColor: string;
  readonly noPager: string;
  readonly quiet: string;
  readonly outputWorkload: string;
  readonly explainCode: string;
  /** The headings of a manual page. */
  readonly manual: Readonly<
    Record<'name' | 'synopsis' | 'commands' | 'arguments' | 'options' | 'exitStatus' | 'seeAlso', string>
  >;
  readonly completion: string;
  readonly shell: string;
  /** How to load the script of a shell: the line that does, and the file that it belongs into. */
  readonly completionHow: (line: string, file: string) => string;
  readonly code: string;
  readonly technologies: string;
  readonly factors: string;
  readonly scenarios: string;
  readonly show: string;
  readonly compare: string;
  readonly check: string;
  readonly checkDir: string;
  readonly checkAll: string;
  readonly checkQuestions: string;
  readonly whyNot: string;
  /** What a check is doing, for a terminal. */
  readonly progress: {
    readonly read: string;
    readonly questions: string;
    readonly decision: (number: number, of: number) => string;
    readonly relations: string;
    readonly below: string;
    readonly report: string;
    /** The abbreviation of seconds. */
    readonly seconds: string;
  };
  readonly whatif: string;
  readonly whatifAll: string;
  readonly allFactors: string;
  readonly keep: string;
  readonly getTo: string;
  readonly whatifRole: string;
  readonly diff: string;
  readonly diffPaths: string;
  readonly from: string;
  readonly to: string;
  readonly alone: string;
  readonly failOnChange: string;
  readonly init: string;
  readonly initWhat: string;
  readonly initDir: string;
  /** The commands to try after `init`, on a package in a folder. */
  readonly initNext: (dir: string) => string;
  readonly initScenario: string;
  /** The commands to try after `init` wrote a workload file. */
  readonly initWorkloadNext: (file: string, flags: string) => string;
  /** The workload file that `init` writes. */
  readonly template: {
    /** The lines at its head; one that begins with a blank is a command. */
    readonly head: (file: string, name: string, flags: string) => readonly string[];
    readonly presets: (presets: readonly string[]) => string;
    readonly constraints: string;
  };
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
  readonly shownName: string;
  readonly technologyIds: string;
  readonly compareFor: string;
  readonly format: (formats: string, otherwise: string) => string;
  readonly choicesAre: (choices: readonly string[]) => string;
  readonly defaultIs: (value: string) => string;
  readonly file: string;
  readonly scenario: string;
  readonly set: string;
  readonly data: string;
  readonly asOf: string;
  readonly full: string;
  readonly failOn: string;
  readonly explain: string;
  readonly explore: string;
  /** What the command line and standard input are called as places of an error. */
  readonly commandLine: string;
  readonly stdin: string;
  /** What a command waits for at a terminal, by the keys that end it. */
  readonly waiting: Readonly<Record<'workload' | 'table' | 'answers', (end: string) => string>>;
  readonly helpCommand: string;
  readonly errors: (count: number) => string;
  /** That there are more of a code, in a file where they are of one. */
  readonly moreErrors: (count: number, code: string, file: string | undefined) => string;
  /** The number of errors in words, how many of them are left out, and, where a flag prints each, which. */
  readonly omittedErrors: (errors: string, count: number, hasFlag: boolean) => string;
  /** Why a recommendation exits with 1, after the causes; `doubt` is the value of --fail-on. */
  readonly failedBecause: (causes: number, doubt: string | undefined) => string;
  /** An interview at a terminal. */
  readonly terminal: TerminalTexts;
}

/** The texts of an interview at a terminal. */
export interface TerminalTexts {
  /** The first entry of each list. */
  readonly dontKnow: string;
  readonly back: string;
  readonly figure: string;
  readonly keys: string;
  readonly keysOfMany: string;
  /** What is typed leaves the entries that match. */
  readonly keysOfSearch: string;
  readonly keysOfSearchOfMany: string;
  readonly search: string;
  readonly matches: (count: number) => string;
  readonly noMatch: string;
  /** Not stated, so that it stays as the scenario has it. */
  readonly fromScenario: (items: string) => string;
  readonly fromList: string;
  readonly chooseAny: (title: string) => string;
  readonly keysOfFigure: (back: boolean) => string;
  /** What a scenario presets, to be confirmed. */
  readonly presets: string;
  readonly aboutPresets: string;
  readonly keepPresets: string;
  readonly changePreset: (title: string, value: string) => string;
  readonly left: string;
  readonly saveAs: string;
  readonly overwrite: (name: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly written: (name: string) => string;
}
