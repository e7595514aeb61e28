import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionMap, emit, parseWorkloads, type DecisionMap } from '../../../src/index.js';
import { LANGS } from '../../../src/language/format.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';
import { GoldenFolder } from '../../support/golden.js';

const goldens = new GoldenFolder('mermaid');
const [ledger = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples/payments-ledger.yaml'), 'utf8'));
const mapOf = (lang: DecisionMap['lang'] = 'en'): DecisionMap =>
  decisionMap(builtin, ledger, { x: 'security', y: 'startup', lang, asOf });
const drawn = async (map: DecisionMap): Promise<string> => (await emit(map, 'mermaid'))[0].text;

interface Block {
  readonly id: string;
  /** As Mermaid shows it: with the signs in place of their numbers. */
  readonly text: string;
  readonly wide: number;
}

/** Reads a diagram by the part of the grammar that we write; whatever is none of it is in `rest`. */
function parsed(diagram: string): { columns: number; blocks: Block[]; classes: Map<string, string>; rest: string[] } {
  const blocks: Block[] = [];
  const classes = new Map<string, string>();
  const rest: string[] = [];
  const [head, columns, ...lines] = diagram.replace(/\n$/, '').split('\n');
  if (head !== 'block-beta') rest.push(head ?? '');
  for (const line of lines) {
    const [, id, text, wide = '1'] =
      /^ {2}(\w+)\["((?:#\d+;|[^!-'*/:-@[-^`{-~\p{Cc}])*)"\](?::(\d+))?$/u.exec(line) ?? [];
    const [, ids, name] = /^ {2}class ([\w,]+) (\w+)$/.exec(line) ?? [];
    if (id !== undefined && text !== undefined) {
      const shown = text.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      blocks.push({ id, text: shown, wide: Number(wide) });
    } else if (ids !== undefined && name !== undefined) for (const one of ids.split(',')) classes.set(one, name);
    else if (!/^ {2}(?:classDef|style) \w+ [\w-]+:[\w# -]+(?:,[\w-]+:[\w# -]+)*$/.test(line)) rest.push(line);
  }
  return { columns: Number(/^ {2}columns (\d+)$/.exec(columns ?? '')?.[1]), blocks, classes, rest };
}

describe('The diagram', () => {
  it.each(LANGS)('is drawn for the payments ledger, in %s', async (lang) => {
    goldens.check(`payments-ledger.${lang}.mmd`, await drawn(mapOf(lang)));
  });

  it('has the cells of the map in its grid, each with its letter, its answer and their class', async () => {
    const map = mapOf();
    const { columns, blocks, classes, rest } = parsed(await drawn(map));
    expect(rest).toEqual([]);
    expect(columns).toBe(map.x.steps.length + 1);
    // The rows of the grid, from the widths of the blocks alone.
    const rows: Block[][] = [];
    let left = 0;
    for (const block of blocks) {
      if (left === 0) {
        rows.push([]);
        left = columns;
      }
      rows.at(-1)?.push(block);
      left -= block.wide;
      expect(left, block.id).toBeGreaterThanOrEqual(0);
    }
    expect(left).toBe(0);
    const top = rows.findIndex(([first]) => first?.id === 'axes');
    const grid = rows.slice(top + 1, top + 1 + map.y.steps.length).map(([, ...cells]) => cells);
    const titles = new Map(map.answers.map(({ letter, title }) => [letter, title]));
    expect(grid.map((row) => row.map(({ id, text }) => [text, classes.get(id)]))).toEqual(
      map.cells.map((row, y) =>
        row.map(({ answer, opinion }, x) => {
          const letter = answer + (opinion === 'fit' ? '*' : '');
          const own = x === map.own.x && y === map.own.y;
          return [`${own ? `[${letter}]` : letter} ${titles.get(answer) ?? ''}`, `answer${answer}`];
        }),
      ),
    );
  });

  it('holds any text, and reads none as syntax', async () => {
    const map = mapOf();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (title) => {
        const { blocks, rest } = parsed(await drawn({ ...map, workload: { ...map.workload, metadata: { title } } }));
        expect(rest).toEqual([]);
        // What cannot be printed is shown as its number.
        const text = blocks[0]?.text.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, digits: string) =>
          String.fromCodePoint(Number.parseInt(digits, 16)),
        );
        expect(text).toBe(title.replaceAll('\r\n', '\n').replaceAll(/[\t\n]+/g, ' '));
        expect(blocks[0]?.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('dashes the borders of answers once colours run out', async () => {
    const map = mapOf();
    const [answer] = map.answers;
    if (answer === undefined) throw new Error('no answer');
    const answers = Array.from({ length: 9 }, (_, n) => ({ ...answer, letter: String.fromCharCode(65 + n) }));
    const dashed = [...(await drawn({ ...map, answers })).matchAll(/classDef (\w+) .*stroke-dasharray/g)];
    expect(dashed.map(([, name]) => name)).toEqual(['answerI']);
  });

  it('is a code block of Markdown where that is asked for', async () => {
    const [{ text }] = await emit(mapOf(), 'mermaid', { fenced: true });
    expect(text).toBe(`\`\`\`mermaid\n${await drawn(mapOf())}\`\`\`\n`);
  });
});
