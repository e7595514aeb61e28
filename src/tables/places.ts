import type { Span } from '../language/diagnostics/diagnostic.js';
import type { Path } from '../language/read/yaml.js';

/** Where each part of a document stands in the table that it was read from. */
export class CellPlaces {
  private readonly values = new Map<string, Span>();
  private readonly keys = new Map<string, Span>();

  /** @param whole where a part stands that is written nowhere */
  constructor(private readonly whole: Span) {}

  /** Notes the cell of a part, and the cell that names its column. */
  set(path: Path, value: Span, key?: Span): void {
    this.values.set(keyOf(path), value);
    if (key !== undefined) this.keys.set(keyOf(path), key);
  }

  /** The cell of a part, or of the nearest part around it that has one. */
  at(path: Path, part: 'key' | 'value' = 'value'): Span {
    for (let length = path.length; length > 0; length--) {
      const key = keyOf(path.slice(0, length));
      const found = (part === 'key' && length === path.length ? this.keys.get(key) : undefined) ?? this.values.get(key);
      if (found !== undefined) return found;
    }
    return this.whole;
  }
}

const keyOf = (path: Path): string => path.map(String).join('\0');
