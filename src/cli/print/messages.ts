import { printable } from '../../language/text/printable.js';

/**
 * Prints a message to standard error. Whatever has no colours of its own is printed by this, so that a terminal obeys nothing in a name or a text that the message
 * quotes.
 */
export function printMessage(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}
