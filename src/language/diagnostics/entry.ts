/**
 * What a code of a catalogue has in every language. All catalogues (diagnostics, problems of `check`, findings of a recommendation) are records of
 * entries by code; the texts of a code are in `texts/`, its example in `examples/`.
 *
 * `S` are the severities of the kind, `P` the parameters of the code's message: a closed type of its own.
 */
export interface CodeEntry<S extends string, P> {
  /** The severities that it can have, the usual one first. */
  readonly severities: readonly [S, ...S[]];
  /** The codes that it had in earlier versions. */
  readonly former: readonly string[];
  /** Holds the type of the parameters; never a value. */
  readonly params?: P;
}

/** The texts of a code in one language. */
export interface CodeTexts<P> {
  /** What it is, as a noun phrase without a full stop. */
  readonly title: string;
  /** When exactly it is reported: a sentence, where the title leaves it open. */
  readonly foundWhen?: string;
  /** What is wrong in a particular case: a sentence, which begins in lower case where it follows a place or a code. */
  readonly message: (params: P) => string;
  /** What to do about it, in sentences that suit every case. */
  readonly help: string;
  /** What to do in a particular case; where there is nothing particular to add, `help` is shown. */
  readonly hint?: (params: P) => string | undefined;
}

/** The parameters of an entry's message. */
export type ParamsOf<E> = E extends CodeEntry<string, infer P> ? P : never;

/** A language's texts of all codes of a catalogue. */
export type CatalogueTexts<C extends Readonly<Record<string, CodeEntry<string, unknown>>>> = {
  readonly [Code in keyof C]: CodeTexts<ParamsOf<C[Code]>>;
};

/** Of a code whose message has no parameters. */
export type NoParams = Readonly<Record<string, never>>;

/** Gives a function that makes entries of one kind of catalogue: `entry<P>(severity, former)`. */
export const entriesOf =
  <S extends string>() =>
  <P>(severities: S | readonly [S, ...S[]], ...former: readonly string[]): CodeEntry<S, P> => ({
    severities: typeof severities === 'string' ? [severities] : severities,
    former,
  });

/** Why there is no small input for which a code is reported; `own-mistake`: only this program could cause it. */
export type NoExample = 'large-input' | 'own-mistake';

/**
 * An input for which a code is reported, the same in every language: a command line with the files that it reads, or an expression of what the library
 * exports. A folder of a command that has the name of a package in `examples/packages` holds that package too.
 */
export type CodeExample =
  | { readonly command: string; readonly files?: Readonly<Record<string, string>> }
  | { readonly library: string }
  | { readonly reason: NoExample };
