import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, verify, type KnowledgeFiles, type ProblemReport, type Verification } from '../../src/index.js';
import { ROOT } from '../support/cli.js';
import { asOf } from '../support/decide.js';

const FILE = 'ours.yaml';
const PACKAGE = "apiVersion: whichstack/v1\nkind: Package\nid: ours\ntitle: {en: Ours, zh: 我们的}\nversion: '1'\n";

/** What is checked of the built-in knowledge with files laid over it. */
const checked = (files: KnowledgeFiles): Verification =>
  verify(loadKnowledge(files), { lang: 'en', asOf, files }).verification;

const openIn = ({ problems }: Verification): ProblemReport[] =>
  problems.filter(({ acknowledged, severity }) => !acknowledged && severity !== 'note');
/** The built-in knowledge alone has some warnings as well. */
const openBefore = new Set(openIn(checked(new Map())).map(({ message }) => message));

/** What nobody acknowledges since a package is laid over the built-in knowledge, but for notes; some of it has to be an error, which fails a check. */
function openWith(text: string): ProblemReport[] {
  const verification = checked(new Map([[FILE, text]]));
  expect(verification.counts.error).toBeGreaterThan(0);
  return openIn(verification).filter(({ message }) => !openBefore.has(message));
}

describe('An overlay', () => {
  it('that leaves a gap gets the problem at its own line', () => {
    const problems = openWith(
      `${PACKAGE}---
apiVersion: whichstack/v1
kind: Decision
id: ours
title: {en: Rows, zh: 行}
table:
  hitPolicy: unique
  rules:
    - when: {security: [low, medium]}
      then: docker
    - when: {security: [medium, high]}
      then: gvisor
---
apiVersion: whichstack/v1
kind: Role
id: runtime
title: {en: Runtime, zh: 运行时}
order: 1
decision: ours
`,
    );
    const reported = problems.map(({ code: kind, decision, where, place }) => [kind, decision, where[0], place?.line]);
    expect(reported).toContainEqual(['gap', 'ours', 'Security: extreme', 9]);
    expect(reported).toContainEqual(['overlap', 'ours', 'Security: medium', 14]);
  });

  it('that disagrees with the rules below gets the problem at its own rule', () => {
    const problems = openWith(
      `${PACKAGE}---
apiVersion: whichstack/v1
kind: Decision
id: rows
title: {en: Rows, zh: 行}
extends:
  decision: technology-matrix
  at: end
  rules:
    - when: {security: low, performance: extreme, startup: minutes}
      then: gvisor
`,
    );
    const [first] = problems;
    expect(first?.code).toBe('disagreement');
    expect(first?.rules).toContainEqual({ rule: 'rows#1', package: 'ours' });
    expect(first?.place?.line).toBe(15);
    expect(first?.place?.file).toBe(FILE);
  });

  it('that forbids the only answer of a rule gets the problem at the word that forbids it', () => {
    const problems = openWith(`${PACKAGE}forbid: [gvisor]\n`);
    expect(
      problems.map(({ code: kind, technology, rules, place }) => [
        kind,
        technology,
        rules.map(({ rule }) => rule),
        place?.line,
      ]),
    ).toEqual([['forbidden-outcome', 'gvisor', ['plugin-system-stack/1/2'], 6]]);
  });

  it('is not covered by acknowledgements of the packages below it', () => {
    const problems = openWith(
      `${PACKAGE}---
apiVersion: whichstack/v1
kind: Criterion
id: ours
title: {en: Licences, zh: 许可证}
roles: [configuration]
attributes: [licence]
always: [Apache-2.0]
better: higher
members: worst
`,
    );
    expect(new Set(problems.map(({ code, technology, place }) => [code, technology, place?.line].join()))).toEqual(
      new Set(['contradicted-by-facts,consul,9']),
    );
  });

  it('of an organisation, the example, passes', () => {
    const folder = join(ROOT, 'examples/acme');
    const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const { problems, counts, knowledge } = checked(files);
    expect([counts.error, knowledge.version]).toEqual([0, 'whichstack 2025.11 + acme 1']);
    const readings = new Set(problems.flatMap(({ acknowledged }) => acknowledged?.tension ?? []));
    expect([...readings].filter((id) => id.startsWith('acme'))).toEqual(['acme-crosvm-first', 'acme-licences-first']);
  });
});
