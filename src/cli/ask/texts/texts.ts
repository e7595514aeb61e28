/** The texts of an interview at a terminal. */
export interface AskTexts {
  readonly dontKnow: string;
  readonly back: string;
  readonly figure: string;
  readonly keys: string;
  readonly keysOfMany: string;
  readonly fromScenario: (items: string) => string;
  readonly fromList: string;
  readonly none: string;
  readonly chooseAny: (title: string) => string;
  readonly keysOfFigure: (back: boolean) => string;
  readonly left: string;
  readonly saveAs: string;
  readonly overwrite: (name: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly written: (name: string) => string;
}
