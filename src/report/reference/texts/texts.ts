/** The texts of the page on workloads, and of the lists of factors and scenarios. */
export interface ReferenceTexts {
  readonly title: string;
  /** The paragraphs at the head of the page. */
  readonly intro: readonly string[];
  readonly collectionIntro: (collection: string, key: string) => string;
  readonly inherited: string;
  readonly takes: (what: string) => string;
  readonly aliases: (aliases: readonly string[]) => string;
  readonly units: string;
  readonly unitsIntro: string;
  readonly usedBy: (factors: readonly string[], examples: readonly string[]) => string;
  readonly bare: (base: string) => string;
  readonly scenarios: string;
  readonly scenariosIntro: string;
  readonly constraints: string;
  readonly forbid: string;
  readonly require: string;
  readonly omit: string;
  readonly roles: string;
  readonly preferences: string;
  readonly weights: string;
  /** The heads of columns. */
  readonly value: string;
  readonly titled: string;
  readonly meaning: string;
  readonly bound: string;
  readonly noBound: string;
  readonly example: string;
  readonly unit: string;
  readonly inBase: (base: string) => string;
  readonly scenario: string;
  readonly presets: string;
  readonly clause: string;
  readonly key: string;
  readonly role: string;
  readonly criterion: string;
  readonly weight: string;
}
