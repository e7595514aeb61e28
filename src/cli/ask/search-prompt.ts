import { AutocompletePrompt } from '@clack/core';
import {
  limitOptions,
  S_BAR,
  S_BAR_END,
  S_CHECKBOX_INACTIVE,
  S_CHECKBOX_SELECTED,
  S_RADIO_ACTIVE,
  S_RADIO_INACTIVE,
  symbol,
} from '@clack/prompts';
import type { Paint } from '../../emit/text/paint.js';

/** An entry of a list. */
export interface Entry {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Other words that it is found by. */
  readonly words?: readonly string[];
}

interface SearchOptions {
  readonly message: string;
  readonly entries: readonly Entry[];
  /** No more entries are shown at once. */
  readonly maxItems: number;
  readonly texts: {
    readonly search: string;
    readonly matches: (count: number) => string;
    readonly noMatch: string;
  };
  readonly paint: Paint;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** Has one entry chosen from a long list, of which what is typed leaves those that match. The texts of the prompt that comes with the library are English alone. */
export async function searchOne(options: SearchOptions): Promise<string | symbol> {
  const chosen = await searching(options, false);
  return typeof chosen === 'string' || typeof chosen === 'symbol' ? chosen : '';
}

/** Has any number of entries chosen from a long list, of which what is typed leaves those that match. */
export async function searchMany(options: SearchOptions): Promise<string[] | symbol> {
  const chosen = await searching(options, true);
  return typeof chosen === 'symbol' ? chosen : [chosen ?? []].flat();
}

/** What matches best comes first, and the cursor goes there with each key; the prompt by itself stays at what the first keys found. */
class SearchPrompt extends AutocompletePrompt<Entry> {
  protected override _setUserInput(typed: string | undefined, write?: boolean): void {
    if ((typed ?? '') !== this.userInput) this.focusedValue = undefined;
    super._setUserInput(typed, write);
  }
}

function searching(
  { message, entries, maxItems, texts, paint, output, signal }: SearchOptions,
  multiple: boolean,
): Promise<string | string[] | symbol | undefined> {
  const prompt = new SearchPrompt({
    options() {
      return [...entries].sort((a, b) => matchRank(this.userInput, a) - matchRank(this.userInput, b));
    },
    multiple,
    filter: (typed, entry) => Number.isFinite(matchRank(typed, entry)),
    validate: (value) => (value === undefined ? texts.noMatch : undefined),
    signal,
    output,
    render() {
      const { state, filteredOptions, selectedValues, focusedValue, userInput } = this;
      const head = [paint.faint(S_BAR), `${symbol(state)}  ${message.replaceAll('\n', `\n${paint.faint(S_BAR)}  `)}`];
      const chosen = entries.filter(({ value }) => selectedValues.includes(value)).map(({ label }) => label);
      if (state === 'submit') return [...head, `${paint.faint(S_BAR)}  ${paint.faint(chosen.join(', '))}`].join('\n');
      if (state === 'cancel') return head.join('\n');
      const isFiltered = filteredOptions.length < entries.length;
      const found = filteredOptions.length === 0 ? texts.noMatch : texts.matches(filteredOptions.length);
      const search = `${paint.faint(texts.search)}${userInput === '' ? '' : this.userInputWithCursor}${isFiltered ? `  ${paint.faint(found)}` : ''}`;
      const mark = ({ value }: Entry): string =>
        multiple
          ? selectedValues.includes(value)
            ? S_CHECKBOX_SELECTED
            : paint.faint(S_CHECKBOX_INACTIVE)
          : value === focusedValue
            ? S_RADIO_ACTIVE
            : paint.faint(S_RADIO_INACTIVE);
      const lines = limitOptions({
        cursor: this.cursor,
        options: filteredOptions,
        columnPadding: 3,
        rowPadding: head.join('\n').split('\n').length + 2,
        maxItems,
        output,
        style: (entry, isActive) => {
          const { label, hint } = entry;
          const isShown = isActive && hint !== undefined;
          return `${mark(entry)} ${isActive ? label : paint.faint(label)}${isShown ? paint.faint(` (${hint})`) : ''}`;
        },
      });
      const body = [search, ...(filteredOptions.length === 0 ? [] : lines)];
      return [...head, ...body.map((line) => `${S_BAR}  ${line}`), S_BAR_END].join('\n');
    },
  });
  return prompt.prompt();
}

/** Where what is typed occurs: at the beginning of a name, within one, or in what an entry means; infinite where it does not. */
function matchRank(typed: string, { label, hint = '', words = [] }: Entry): number {
  const wanted = typed.trim().toLowerCase();
  const names = [label, ...words].map((name) => name.toLowerCase());
  if (wanted === '') return 0;
  if (names.some((name) => name === wanted) || label.toLowerCase().startsWith(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  return hint.toLowerCase().includes(wanted) ? 3 : Infinity;
}
