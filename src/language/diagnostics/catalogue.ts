import { API_VERSION, type Lang } from '../format.js';
import { DIAGNOSTICS, type ErrorExitCode } from './diagnostic-codes.js';
import type { CodeEntry, CodeExample, CodeTexts } from './entry.js';
import { FINDINGS } from './finding-codes.js';
import { PROBLEMS } from './problem-codes.js';
import { TYPOGRAPHY } from '../texts/index.js';
import { CATALOGUE_WORDS, DIAGNOSTIC_TEXTS, FINDING_TEXTS, PROBLEM_TEXTS } from './texts/index.js';

/** The kinds of code, in the order in which they are listed: of the knowledge, of a recommendation, of an input or a command line. */
export const CODE_KINDS = ['problem', 'finding', 'diagnostic'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** What a code means in one language, and what to do about it. */
export interface CodeDescription {
  readonly kind: CodeKind;
  readonly code: string;
  /** The severities that it can have, the usual one first. */
  readonly severities: readonly string[];
  /** Of a diagnostic: what a run exits with that reports it, or of several the highest. */
  readonly exitCode?: ErrorExitCode;
  readonly title: string;
  /** When exactly it is reported, where the title leaves it open. */
  readonly foundWhen?: string;
  readonly help: string;
  /** The codes that it had in earlier versions. */
  readonly former: readonly string[];
}

/** A code with an input for which it is reported. */
export interface ExplainedCode extends CodeDescription {
  readonly example: CodeExample;
}

/** All examples by code, and the packages that they are part of by id; the build reads them from `examples/`. */
export interface CodeExamples {
  readonly examples: Readonly<Record<string, CodeExample>>;
  readonly packages: Readonly<Record<string, string>>;
}

/** What some codes mean, what to do about them, and an example of each. */
export interface CodeExplanation {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'CodeExplanation';
  readonly lang: Lang;
  /** Whether these are all codes that there are. */
  readonly isWhole: boolean;
  readonly codes: readonly ExplainedCode[];
  /** The packages that folders of the examples hold in addition, in YAML by their ids, which are the names of the folders. */
  readonly packages: Readonly<Record<string, string>>;
}

type Entries = Readonly<Record<string, CodeEntry<string, unknown> & Pick<CodeDescription, 'exitCode'>>>;
type Texts = Readonly<Record<string, Pick<CodeTexts<never>, 'title' | 'foundWhen' | 'help'>>>;

/** The codes of each kind, in the order of the catalogue, with their texts. */
const CATALOGUES: Readonly<Record<CodeKind, { entries: Entries; texts: Readonly<Record<Lang, Texts>> }>> = {
  problem: { entries: PROBLEMS, texts: PROBLEM_TEXTS },
  finding: { entries: FINDINGS, texts: FINDING_TEXTS },
  diagnostic: { entries: DIAGNOSTICS, texts: DIAGNOSTIC_TEXTS },
};

/** Every code of every catalogue, described in a language: problems, then findings, then diagnostics. */
export function describedCodes(lang: Lang): CodeDescription[] {
  return CODE_KINDS.flatMap((kind) =>
    Object.entries(CATALOGUES[kind].entries).flatMap(([code, { severities, exitCode, former }]) => {
      const text = CATALOGUES[kind].texts[lang][code];
      if (text === undefined) return [];
      const { title, foundWhen, help } = text;
      const optional = { ...(exitCode !== undefined && { exitCode }), ...(foundWhen !== undefined && { foundWhen }) };
      return [{ kind, code, severities, title, ...optional, help, former }];
    }),
  );
}

/** The severities of a code, and its exit code where it has one: `error, exit code 2`. */
export function severityText({ severities, exitCode }: CodeDescription, lang: Lang): string {
  const words = CATALOGUE_WORDS[lang];
  const all = severities.map((one) => words.severity[one] ?? one).join(TYPOGRAPHY[lang].comma);
  return exitCode === undefined ? all : `${all}${TYPOGRAPHY[lang].clauseComma}${words.exitCode(exitCode)}`;
}

/** Explains codes in a language: some of {@link describedCodes}, or all by default. */
export function explanationOf(
  { examples, packages }: CodeExamples,
  lang: Lang,
  some?: readonly CodeDescription[],
): CodeExplanation {
  const codes = (some ?? describedCodes(lang)).flatMap((one): ExplainedCode[] => {
    const example = examples[one.code];
    return example === undefined ? [] : [{ ...one, example }];
  });
  const used = new Set(codes.flatMap(({ example }) => ('command' in example ? example.command.split(' ') : [])));
  return {
    apiVersion: API_VERSION,
    kind: 'CodeExplanation',
    lang,
    isWhole: some === undefined,
    codes,
    packages: Object.fromEntries(Object.entries(packages).filter(([id]) => used.has(id))),
  };
}
