import type { Paint } from './paint.js';

/** How a document is shown as text. */
export interface TextView {
  /** The widest that a line may be. */
  readonly columns: number;
  readonly paint: Paint;
  /** Whether what is many is listed in full. */
  readonly all: boolean;
  /** The command that the document answers, without the name of the program, for commands to try next; none where no command made it. */
  readonly command: readonly string[] | undefined;
  /** The texts of files by name, to show the lines that a document points to. */
  readonly sources: Readonly<Record<string, string>>;
}
