import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { position } from '../../src/language/diagnostics/diagnostic.js';
import { Lines } from '../../src/language/diagnostics/lines.js';

describe('Lines', () => {
  const texts = fc.array(fc.constantFrom('a', '\n', '灯', ''), { maxLength: 20 }).map((parts) => parts.join(''));

  it('finds every offset where the text itself has it, and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          expect(lines.position(offset)).toEqual(position(text, offset));
          expect(lines.offset(lines.position(offset))).toBe(offset);
        }
        expect(text.split('\n')).toEqual(text.split('\n').map((_, n) => lines.line(n + 1)));
        expect(lines.line(text.split('\n').length + 1)).toBe('');
      }),
    );
  });
});
