import type { InputEncoder, StatedInputs } from './input-encoder.js';
import { codeOf, UNSTATED } from '../ir/domain.js';
import { NEEDS_READING, type FactorEncoder } from './factor-encoder.js';
import { NO_SLOT, type StringTable } from './string-table.js';

/** Bits of all 32 rules. */
const ALL = -1;
/** More fields than these are not told apart by bits. */
const MOST_FIELDS = 32;

/** A field of objects, with the rules that accept what is stated there, as bits. */
interface Column {
  readonly name: string;
  readonly field: FactorEncoder;
  /** Its own bit among the columns that are tested; none where no rule tests it. */
  readonly bit: number;
  readonly byCode: Int32Array;
  /** The same for what most objects state, without asking for its code: by the slot of the word, and by the whole figure. */
  readonly words: StringTable;
  readonly bySlot: Int32Array;
  readonly byFigure: Int32Array;
}

function column(field: FactorEncoder, bit: number, byCode: Int32Array): Column {
  const { name, words, whole } = field;
  const accepting = (code: number): number => byCode[code] ?? ALL;
  const bySlot = Int32Array.from(words.bySlot((word) => accepting(field.code(word)), 0));
  return { name, field, bit, byCode, words, bySlot, byFigure: whole.map(accepting) };
}

/**
 * Finds the rules of a small table that hit while the object is read: each field that is stated strikes out the rules that do not accept it, and
 * then those that are not stated do. Nothing is kept between, which takes a third of the time that the way by codes takes.
 */
export class SmallTable {
  private readonly columns: ReadonlyMap<string, Column>;
  /** The columns in the order in which the last object named them, as the border has it. */
  private readonly order: Column[] = [];
  /** The rules that accept what is not stated, by the bit of the column. */
  private readonly unstated: Int32Array;
  /** The bits of the columns that are tested. */
  private readonly tested: number;
  private readonly scratch: Int32Array;

  private constructor(
    private readonly border: InputEncoder,
    /** The rules that accept each code, by the index of the variable. */
    private readonly accepting: ReadonlyMap<number, Int32Array>,
    variables: number,
  ) {
    const unstated: number[] = [];
    this.columns = new Map(
      [...border.fields.values()].map((field): [string, Column] => {
        const { name, size } = field;
        const tested = field.variables.flatMap(({ index }) => accepting.get(index) ?? []);
        if (tested.length === 0) return [name, column(field, 0, new Int32Array(size).fill(ALL))];
        const bit = 1 << unstated.length;
        unstated.push(tested.reduce((left, rules) => left & (rules[UNSTATED] ?? ALL), ALL));
        // Of a set, which has a variable for each member that is tested, no code but that it is not stated speaks for all of them.
        const [only = new Int32Array(1)] = field.at < 0 ? [Int32Array.from(unstated.slice(-1))] : tested;
        return [name, column(field, bit, only)];
      }),
    );
    this.unstated = Int32Array.from(unstated);
    this.tested = unstated.length === MOST_FIELDS ? ALL : (1 << unstated.length) - 1;
    this.scratch = new Int32Array(variables);
  }

  /** @returns undefined where the fields that are tested are too many */
  static of(
    border: InputEncoder,
    accepting: ReadonlyMap<number, Int32Array>,
    variables: number,
  ): SmallTable | undefined {
    const tested = [...border.fields.values()].filter((field) =>
      field.variables.some(({ index }) => accepting.has(index)),
    );
    return tested.length > MOST_FIELDS ? undefined : new SmallTable(border, accepting, variables);
  }

  /**
   * Which rules hit, as bits.
   *
   * @throws {DiagnosticError} when a name is no factor, or a value none of its factor
   */
  hitting(stated: StatedInputs): number {
    const { order } = this;
    let left = ALL;
    let seen = 0;
    let place = 0;
    for (const name in stated) {
      const value = stated[name];
      let column = order[place++];
      if (column?.name !== name) {
        column = this.named(name, place - 1, stated);
        if (column === undefined) continue;
      }
      seen |= column.bit;
      if (typeof value === 'string') {
        const slot = column.words.slot(value);
        left &= slot === NO_SLOT ? this.read(column, value) : (column.bySlot[slot] ?? 0);
      } else if (typeof value === 'number' && value >>> 0 === value && value < column.byFigure.length)
        left &= column.byFigure[value] ?? 0;
      else left &= this.other(column, value);
    }
    return seen === this.tested ? left : left & this.acceptingUnstated(this.tested & ~seen);
  }

  /** The column of a name, which is remembered for its place in the object; undefined for a collection, which no rule here looks at. */
  private named(name: string, place: number, stated: StatedInputs): Column | undefined {
    const column = this.columns.get(name);
    // The border knows what to say of a name that is no factor, and whether the items are right.
    if (column === undefined) this.border.encode(stated, this.scratch);
    else if (place <= this.order.length) this.order[place] = column;
    return column;
  }

  /** The rules that accept a value that is neither a word nor a small whole figure. */
  private other(column: Column, value: unknown): number {
    const code = column.field.code(value);
    return code === NEEDS_READING ? this.read(column, value) : (column.byCode[code] ?? 0);
  }

  /** The rules that accept a value that is read as in a workload. */
  private read({ field }: Column, value: unknown): number {
    const read = field.read(value);
    return field.variables.reduce(
      (left, variable) => left & (this.accepting.get(variable.index)?.[codeOf(variable, read)] ?? ALL),
      ALL,
    );
  }

  private acceptingUnstated(columns: number): number {
    let left = ALL;
    for (let rest = columns; rest !== 0; rest &= rest - 1) left &= this.unstated[31 - Math.clz32(rest & -rest)] ?? ALL;
    return left;
  }
}
