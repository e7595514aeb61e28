import type { FigureLimit, Lang } from '../format.js';
import { entriesOf, type CatalogueTexts, type CodeEntry, type NoParams, type ParamsOf } from './entry.js';

export type DiagnosticSeverity = 'error' | 'warning';

/** Names of which one was expected. */
interface ExpectedNames {
  readonly expected: readonly string[];
}
/** A factor, and what is written for it. */
interface OfFactor {
  readonly factor: string;
  readonly value: string;
}
/** The same, with figures in the form that the factor takes. */
interface OfQuantity extends OfFactor {
  readonly examples: readonly string[];
  /** How the figure is read, where the knowledge says so. */
  readonly limit?: FigureLimit;
}
/** What a name leads to: a factor, or a value with its factor, such as `need: backups`; and the sections where that may be stated. */
export interface NameLead {
  readonly stated: string;
  readonly sections: readonly string[];
}
/** A character that is typed for another one, which means something to YAML. */
export type WrongCharacter =
  | 'full-width-colon'
  | 'full-width-comma'
  | 'list-comma'
  | 'full-width-bracket'
  | 'ideographic-space'
  | 'no-break-space'
  | 'invisible-space'
  | 'curly-quote';

/** What a reader of YAML can find wrong; what has a code of its own is left out. */
export type YamlProblem =
  | 'alias'
  | 'directive'
  | 'escape'
  | 'flow'
  | 'indentation'
  | 'key'
  | 'list'
  | 'merge'
  | 'missing'
  | 'order'
  | 'pairs'
  | 'start'
  | 'tag'
  | 'unexpected';
/** What a reference can lead to. */
export type ReferenceTarget =
  | 'attribute'
  | 'clause'
  | 'collection'
  | 'criterion'
  | 'decision'
  | 'dimension'
  | 'factor'
  | 'level'
  | 'outcome'
  | 'role'
  | 'scenario'
  | 'scenario slot'
  | 'scope'
  | 'section'
  | 'source'
  | 'table'
  | 'technology'
  | 'unit';

/**
 * What a run of the command line exits with where it reports a diagnostic: 1 where this program is at fault, 2 where another command line helps, 3 where what
 * the command line names must change. Of several, the highest counts.
 */
export type ErrorExitCode = 1 | 2 | 3;

/** A diagnostic as the catalogue has it. */
interface DiagnosticEntry<P> extends CodeEntry<DiagnosticSeverity, P> {
  readonly exitCode: ErrorExitCode;
}

const entriesWith =
  (exitCode: ErrorExitCode) =>
  <P>(severity: DiagnosticSeverity, ...former: readonly string[]): DiagnosticEntry<P> => ({
    ...entriesOf<DiagnosticSeverity>()<P>(severity, ...former),
    exitCode,
  });
/** Of this program. */
const internal = entriesWith(1);
/** Of the words of a command line, or the options of a function. */
const usage = entriesWith(2);
/** Of what those name: a file, a workload, knowledge. */
const entry = entriesWith(3);

/** Every diagnostic, by its stable code, with the parameters of its message. */
export const DIAGNOSTICS = {
  // The command line. A `command` is given with the name of the program.
  'unknown-option': usage<{
    option: string;
    command: string;
    /** The argument that the command takes without an option. */
    argument?: string | undefined;
  }>('error'),
  'unknown-command': usage<{ command: string } & ExpectedNames>('error'),
  'value-missing': usage<{
    option: string;
    /** The option with a placeholder for the value. */
    form: string;
  }>('error'),
  'value-unexpected': usage<{ option: string }>('error'),
  'argument-missing': usage<{ command: string; argument: string; about: string }>('error'),
  'argument-invalid': usage<{ argument: string; value: string } & ExpectedNames>('error'),
  'too-many-arguments': usage<{
    command: string;
    argument: string;
    /** The arguments that the command takes; empty where it takes none. */
    takes: string;
    /** A command line that was likely meant. */
    instead?: string | undefined;
  }>('error'),
  /** `by` is a command or an option; `word` says whether it needs all of the options or one of them. */
  'option-missing': usage<{ by: string; options: readonly string[]; word: 'and' | 'or'; example: string }>('error'),
  'options-conflict': usage<{ options: readonly string[] }>('error'),
  'output-is-format': usage<{ name: string }>('error'),
  'output-not-yaml': usage<{ name: string }>('error'),
  'workload-missing': usage<{
    /** Options that state one: `--scenario edge`. */
    example: string;
    /** The command that lists what can be stated so. */
    list: 'scenarios' | 'factors';
  }>('error'),
  'several-workloads': usage<{
    command: string;
    /** The names of the workloads that have one. */
    names: readonly string[];
    /** The option that chooses one, where there is such an option. */
    option?: string;
  }>('error'),
  'unknown-workload': usage<{ name: string } & ExpectedNames>('error'),
  'terminal-missing': usage<NoParams>('error'),
  internal: internal<{ detail: string }>('error'),

  // Files and documents
  'file-unreadable': entry<{ name: string; reason: string }>('error'),
  'folder-unreadable': entry<{ name: string; reason: string }>('error'),
  'folder-empty': entry<{ name: string }>('error'),
  'file-too-large': entry<{ name: string; size: string; limit: string }>('error'),
  'file-not-text': entry<{ name: string }>('error'),
  'file-exists': usage<{ name: string }>('error'),
  'package-exists': usage<{ name: string; id: string }>('error'),
  'file-unwritable': entry<{ name: string; reason: string }>('error'),
  'file-empty': entry<{ name: string }>('error'),
  'yaml-syntax': entry<{ problem: YamlProblem; detail: string }>('error'),
  'yaml-colon-space': entry<{ key: string; value: string }>('error'),
  'yaml-hyphen-space': entry<{ entry: string }>('error'),
  'yaml-colon-missing': entry<{ line: string }>('error'),
  'yaml-indent': entry<{ key: string; found: number; spaces: readonly number[] }>('error'),
  'yaml-quote-open': entry<{ quote: string }>('error'),
  'yaml-bracket-open': entry<{ bracket: string; close: string }>('error'),
  'yaml-needs-quotes': entry<{ text: string; because: 'colon' | 'start' | 'end'; sign: string }>('error'),
  'yaml-tab': entry<NoParams>('error'),
  'yaml-list-comma': entry<{
    figure: string;
    /** The same without commas, where these can mean nothing else. */
    plain?: string;
  }>('error'),
  'wrong-character': entry<{ character: WrongCharacter }>('error'),
  'yaml-depth': entry<NoParams>('error'),
  'yaml-aliases': entry<NoParams>('error'),
  'unknown-alias': entry<{ alias: string }>('error'),
  'yaml-circular': entry<{ alias: string }>('error'),
  'duplicate-key': entry<{ key: string; first: number }>('error'),
  'key-not-text': entry<NoParams>('error'),
  'not-an-object': entry<{ what: string }>('error'),
  'unknown-key': entry<{ key: string } & ExpectedNames>('error'),
  'missing-key': entry<{ key: string; example?: string }>('error'),
  'wrong-type': entry<{ key: string; expected: string; saw: string }>('error'),
  'not-a-text': entry<{ key: string; saw: string }>('error'),
  'wrong-value': entry<{ key: string; value: string } & ExpectedNames>('error'),
  'wrong-shape': entry<{ key: string; value: string }>('error'),
  schema: entry<{ key: string; keyword: string; limit: string }>('error'),
  'other-manifest': entry<{ kind: string; version: string }>('error'),
  'wrong-kind': entry<{ kind: string } & ExpectedNames>('error'),
  'format-unknown': entry<{ format: string } & ExpectedNames>('error'),
  'format-refuses-kind': entry<{ format: string; kind: string } & ExpectedNames>('error'),
  'format-lacks-option': entry<{ format: string; option: string } & ExpectedNames>('error'),
  'unknown-code': usage<{ code: string }>('error'),

  // Workloads, options and flags
  'unknown-factor': entry<
    {
      factor: string;
      where: string;
      /** What the name leads to where it is the name of a value, or of a factor of another section. */
      leadsTo?: readonly NameLead[];
    } & ExpectedNames
  >('error'),
  'misplaced-factor': entry<{ factor: string; where: string; right: readonly string[] }>('error'),
  'unknown-value': entry<
    OfFactor &
      ExpectedNames & {
        /** Figures that may be stated in place of a value. */
        examples?: readonly string[];
        /** The factors that have the value. */
        elsewhere?: readonly string[];
      }
  >('error'),
  'several-values': entry<{ factor: string; values: readonly string[] }>('error'),
  'names-joined': entry<{
    text: string;
    names: readonly string[];
    /** What the text is: a whole value, an entry in brackets, or an entry on a line of its own. */
    place: 'text' | 'brackets' | 'line';
  }>('error'),
  'value-empty': entry<{ factor: string; examples: readonly string[] } & ExpectedNames>('error'),
  'unknown-outcome': entry<{ outcome: string }>('error'),
  'unknown-role': entry<{ role: string } & ExpectedNames>('error'),
  'not-a-flag': entry<OfFactor>('error'),
  'not-a-set': entry<OfFactor>('error'),
  'not-a-quantity': entry<OfQuantity>('error'),
  'quantity-not-a-number': entry<OfQuantity>('error'),
  'quantity-negative': entry<OfQuantity>('error'),
  'quantity-fraction': entry<OfQuantity>('error'),
  'quantity-overflow': entry<OfQuantity>('error'),
  'unit-missing': entry<OfQuantity>('error'),
  'unit-unknown': entry<
    OfQuantity & {
      unit: string;
      /** The dimensions of the factor and of the unit. */
      foreign?: Readonly<Record<'own' | 'other', Readonly<Record<Lang, string>>>>;
    }
  >('error'),
  'unit-unclear': entry<
    OfQuantity & { unit: string; why: Readonly<Record<Lang, string>>; readings: readonly string[] }
  >('error'),
  'figure-sign': entry<OfQuantity & { figure: string }>('error'),
  'figure-comma': entry<OfQuantity & { readings: readonly string[] }>('error'),
  'figure-range': entry<OfQuantity & { high: string }>('error'),
  'figure-percentile': entry<OfQuantity & { figure: string }>('error'),
  'collection-not-a-list': entry<{ collection: string; example: string }>('error'),
  'item-name-twice': entry<{ name: string; collection: string }>('error'),
  'item-empty': entry<{ collection: string; key: string }>('error'),
  'too-many-items': entry<{ collection: string; limit: number }>('error'),
  'weight-invalid': entry<{ criterion: string; value: string; most: number }>('error'),
  'unknown-criterion': entry<{ criterion: string } & ExpectedNames>('error'),
  'option-invalid': usage<{ option: string; value: string } & ExpectedNames>('error'),
  'option-unknown-name': usage<{ option: string; name: string } & ExpectedNames>('error'),
  'unknown-technology': usage<{ name: string }>('error'),
  'unknown-name': usage<{ name: string }>('error'),
  'flag-malformed': usage<{ flag: string; value: string; example: string }>('error'),
  'flag-of-item': entry<{ factor: string; collection: string; examples: readonly string[] }>('error'),
  'flag-twice': entry<{ factor: string }>('error'),
  'date-invalid': usage<{ value: string }>('error'),

  // Knowledge
  'package-missing': entry<NoParams>('error'),
  'document-twice': entry<{ kind: string; id: string; first: string }>('error'),
  'alias-taken': entry<{
    alias: string;
    kind: string;
    id: string;
    /** The factor or the dimension, where it is one of its values or units. */
    of?: string;
  }>('error'),
  'rule-twice': entry<{ decision: string; rule: string }>('error'),
  'extension-id': entry<{ id: string }>('error'),
  'overlay-breaks': entry<{ kind: string; id: string } & ExpectedNames>('error'),
  'unknown-reference': entry<{ what: ReferenceTarget; name: string }>('error'),
  'decision-body': entry<{ id: string }>('error'),
  'decision-cycle': entry<{ path: string }>('error'),
  'rule-empty': entry<{ decision: string }>('error'),
  'scenario-factor-missing': entry<NoParams>('error'),
  'output-unknown': entry<{ decision: string; output: string } & ExpectedNames>('error'),
  'output-needed': entry<{ decision: string } & ExpectedNames>('error'),
  'aggregate-missing': entry<{ decision: string }>('error'),
  'output-table-only': entry<{ output: string; type: string }>('error'),
  'aggregate-unfit': entry<{ aggregate: string; output: string; type: string } & ExpectedNames>('error'),
  'values-missing': entry<{ decision: string; policy: string }>('error'),
  'delegate-unordered': entry<{ decision: string; policy: string }>('error'),
  'output-value': entry<{ output: string; value: string; type: string }>('error'),
  'unlisted-value': entry<{ output: string; value: string } & ExpectedNames>('error'),
  'output-type': entry<{ decision: string; type: string; needed: string }>('error'),
  'test-unfit': entry<{ test: string; factor: string; type: string }>('error'),
  'bounds-unordered': entry<{ factor: string; level: string }>('error'),
  'preset-unfit': entry<{ factor: string }>('error'),
  'fact-form': entry<{ attribute: string; type: string } & ExpectedNames>('error'),
  'scope-missing': entry<{ attribute: string } & ExpectedNames>('error'),
  'range-reversed': entry<{ attribute: string }>('error'),
  'bounds-unusable': entry<{ id: string }>('error'),
  'criterion-dimension': entry<{ factor: string; attribute: string }>('error'),
  'criterion-subject': entry<{ id: string }>('error'),
  'acknowledges-any': entry<{ problem: string } & ExpectedNames>('error'),
  'each-mismatch': entry<{ decision: string; each: string }>('error'),

  // Decision tables as CSV
  'csv-quote-open': entry<NoParams>('error'),
  'csv-quote-text': entry<{ text: string }>('error'),
  'table-empty': entry<{ name: string }>('error'),
  'table-unnamed': entry<NoParams>('error'),
  'name-invalid': entry<{ name: string }>('error'),
  'setting-unknown': entry<{ setting: string } & ExpectedNames>('error'),
  'column-unknown': entry<{ column: string } & ExpectedNames>('error'),
  'column-unnamed': entry<{ value: string }>('error'),
  'column-twice': entry<{ column: string; first: number }>('error'),
  'column-answers': entry<{ column: string; other: string }>('error'),
  'column-misplaced': entry<{ factor: string; collection: string }>('error'),
  'cell-malformed': entry<{ value: string; column: string; examples: readonly string[] }>('error'),
  'cell-comma': entry<{ value: string; column: string }>('error'),
  'cell-date': entry<{ value: string; column: string; typed: string; range: string }>('error'),
  'cell-alternatives': entry<{ value: string }>('error'),
  'cell-repeats': entry<{ value: string; operator: string }>('error'),
  'unknown-table': usage<{ name: string } & ExpectedNames>('error'),
  'not-a-table': usage<{ decision: string; form: 'tree' | 'vote' } & ExpectedNames>('error'),
  'table-inexpressible': entry<{ decision: string; rule: number; key: string }>('error'),

  // Interviews and decision maps
  'answers-not-a-mapping': entry<NoParams>('error'),
  'answers-several': entry<NoParams>('error'),
  'answer-unknown': entry<{ key: string } & ExpectedNames>('error'),
  'item-unknown': entry<{ item: string; collection: string } & ExpectedNames>('error', 'answer-item-unknown'),
  'prior-unknown': entry<{ name: string } & ExpectedNames>('error'),
  'prior-of-figure': entry<{ factor: string }>('error'),
  'prior-invalid': entry<{ factor: string; value: string; weight: string }>('error'),
  'axis-unknown': usage<{ name: string } & ExpectedNames>('error'),
  'axis-ambiguous': usage<{ name: string } & ExpectedNames>('error'),
  'axes-equal': usage<{ name: string }>('error'),
  'map-too-large': usage<{ cells: number; limit: number }>('error'),
  'place-unknown': usage<{ name: string } & ExpectedNames>('error'),
  'map-without-place': entry<NoParams>('error'),
} as const;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;
export type DiagnosticParams<C extends DiagnosticCode> = ParamsOf<(typeof DIAGNOSTICS)[C]>;
export type DiagnosticTexts = CatalogueTexts<typeof DIAGNOSTICS>;
