import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { candidateOf, nearest } from '../../language/diagnostics/nearest.js';
import type { Codes } from '../ir/codes.js';
import { codeOf, UNSTATED } from '../ir/domain.js';
import { FactorEncoder, NEEDS_READING } from './factor-encoder.js';
import type { Program } from '../ir/program.js';

/** What is stated, by factor, as a workload would state it; of a collection, a list of items. What is left out is not stated. */
export type StatedInputs = Readonly<Record<string, unknown>>;

/** Codes of a workload and of its items. */
export interface Encoded {
  readonly codes: Codes;
  readonly items: ReadonlyMap<string, readonly Codes[]>;
}

/**
 * Turns plain objects into codes. Levels and values are looked up, figures placed among the bounds that rules mention; whatever is written in
 * another way, such as `5s`, is read as in a workload.
 */
export class InputEncoder {
  /** Every factor, by name. */
  private readonly fields: ReadonlyMap<string, FactorEncoder>;
  private readonly collections: ReadonlyMap<string, InputEncoder>;
  private readonly key: string | undefined;
  /** The fields in the order in which the last object named them; objects of one kind name theirs alike, so that no name is looked up. */
  private readonly order: FactorEncoder[] = [];

  /** @param collection the items of which are encoded; none for the workload itself */
  constructor(
    private readonly program: Program,
    collection?: string,
  ) {
    const { knowledge, lookup } = program;
    this.fields = new Map(
      [...knowledge.factors.values()].map((factor) => {
        const own = factor.askedOf.find((section) => section === collection);
        const section = own ?? factor.askedOf.find((name) => !knowledge.collections.has(name)) ?? '';
        return [factor.id, new FactorEncoder(factor, lookup.get(section)?.get(factor) ?? [], knowledge)];
      }),
    );
    const others = collection === undefined ? [...knowledge.collections.keys()] : [];
    this.collections = new Map(others.map((id) => [id, new InputEncoder(program, id)]));
    this.key = collection === undefined ? undefined : knowledge.collections.get(collection)?.key;
  }

  /**
   * Puts what is stated into the codes, which are cleared first.
   *
   * @throws {DiagnosticError} when a name is no factor, or a value none of its factor
   */
  encode(stated: StatedInputs, codes: Codes): Encoded['items'] {
    // Of the few variables that there are, a loop clears the codes in half the time of `fill`.
    for (let at = 0; at < codes.length; at++) codes[at] = UNSTATED;
    const { order } = this;
    let lists: string[] | undefined;
    let place = 0;
    for (const name in stated) {
      const value = stated[name];
      const field = order[place++];
      if (field?.name === name) put(field, value, codes);
      else if (this.collections.has(name)) {
        if (value !== undefined && value !== null) (lists ??= []).push(name);
      } else put(this.named(name, place - 1), value, codes);
    }
    return lists === undefined ? NO_ITEMS : this.itemsOf(lists, stated, codes);
  }

  /** The field of a name, which is remembered for its place in the object. */
  private named(name: string, place: number): FactorEncoder {
    const field = this.fields.get(name);
    if (field === undefined) return this.unknown(name);
    if (place <= this.order.length) this.order[place] = field;
    return field;
  }

  // Apart from `encode`: where a closure holds its parameters, the engine looks up each name of an object anew, which takes half as long again.
  private itemsOf(names: readonly string[], stated: StatedInputs, above: Codes): Encoded['items'] {
    return new Map(names.map((name) => [name, this.items(name, stated[name], above)]));
  }

  private items(name: string, list: unknown, above: Codes): Codes[] {
    const border = this.collections.get(name);
    if (border === undefined) return [];
    return (Array.isArray(list) ? list : [list]).map((item: unknown) => {
      const own = new Int32Array(above.length);
      border.encode(
        typeof item === 'object' && item !== null ? (item as StatedInputs) : { [border.key ?? '']: item },
        own,
      );
      for (let n = 0; n < own.length; n++) if (own[n] === 0) own[n] = above[n] ?? 0;
      return own;
    });
  }

  private unknown(name: string): never {
    const report = new Diagnostics();
    const known = [...this.program.knowledge.factors.values(), ...this.program.knowledge.collections.values()];
    const expected = known.map(({ id }) => id);
    const candidates = known.map(candidateOf);
    const where = this.program.knowledge.packages.map(({ id }) => `\`${id}\``).join(' + ');
    report.add('unknown-factor', { factor: name, where, expected }, undefined, nearest(name, candidates));
    throw new DiagnosticError(report.all);
  }
}

const NO_ITEMS: Encoded['items'] = new Map();

/** Puts the codes of a value of one factor. */
function put(field: FactorEncoder, value: unknown, codes: Codes): void {
  const code = field.code(value);
  if (code === NEEDS_READING) putRead(field, value, codes);
  else if (field.at >= 0) codes[field.at] = code;
}

/** The same for a value that must be read as in a workload. */
function putRead(field: FactorEncoder, value: unknown, codes: Codes): void {
  const read = field.read(value);
  if (read !== undefined) for (const variable of field.variables) codes[variable.index] = codeOf(variable, read);
}
