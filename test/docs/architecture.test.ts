import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everythingAbove, rooms } from '../../.dependency-cruiser.mjs';
import { ROOT } from '../support/cli.js';
import { rewriting } from '../support/golden.js';

const FILE = join(ROOT, 'docs/architecture.md');
const HEAD = '| room | holds | may import |\n|---|---|---|\n';

/** The rows of the room table: the room, and what it holds. */
function described(table: string): Map<string, string> {
  return new Map([...table.matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)].map(([, room = '', holds = '']) => [room, holds]));
}

describe('docs/architecture.md', () => {
  const text = readFileSync(FILE, 'utf8');
  const [before = '', after = ''] = text.split(HEAD);
  const [table = '', ...rest] = after.split('\n\n');
  const holds = described(table);
  const real = rooms.map(([room, mayImport]) => {
    const imports =
      mayImport === everythingAbove ? 'everything above' : mayImport.map((other) => `\`${other}\``).join(', ') || '–';
    return `| \`${room}\` | ${holds.get(room) ?? ''} | ${imports} |`;
  });

  it('has the room table of the border tool', () => {
    if (rewriting) writeFileSync(FILE, [before + HEAD + real.join('\n'), ...rest].join('\n\n'));
    else expect(table.split('\n'), 'npm run goldens copies the table').toEqual(real);
  });

  it('describes what each room holds', () => {
    expect(rooms.map(([room]) => room).filter((room) => (holds.get(room) ?? '') === '')).toEqual([]);
  });

  it('links to a page for each phase, which begins with a picture', () => {
    const pages = readdirSync(join(ROOT, 'docs/architecture'));
    expect([...text.matchAll(/\(architecture\/([\w-]+\.md)\)/g)].map(([, page]) => page).sort()).toEqual(pages.sort());
    for (const page of pages)
      expect(readFileSync(join(ROOT, 'docs/architecture', page), 'utf8')).toMatch(/^# .*\n\n```\n/);
  });
});
