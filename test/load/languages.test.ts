import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { compileKnowledge, DiagnosticError, loadKnowledge, type KnowledgeBase } from '../../src/index.js';
import { LANGS } from '../../src/language/format.js';
import { ROOT } from '../support/cli.js';
import { allProblemsIn } from '../support/small-package.js';

type Written = Readonly<Record<string, unknown>>;

/** The documents of a package, of which the first is its Package with a title. */
const files = (title: Written, ...documents: Written[]): Map<string, string> => {
  const all = [{ kind: 'Package', id: 'ours', version: '1', title }, ...documents];
  return new Map(all.map((one, n) => [`${String(n)}.yaml`, JSON.stringify({ apiVersion: 'whichstack/v1', ...one })]));
};
const role = (title: Written): Written => ({ kind: 'Role', id: 'place', title, order: 1, decision: 'd' });
const decision = (title: Written, why: Written): Written => {
  const rules = [{ when: { here: true }, then: 'o', why }, { then: 'o' }];
  return { kind: 'Decision', id: 'd', title, table: { hitPolicy: 'first', rules } };
};
const outcome = (title: Written): Written => ({ kind: 'Outcome', id: 'o', title });
const factor = (title: Written, question: Written): Written => ({
  kind: 'Factor',
  id: 'here',
  title,
  question,
  askedOf: ['requirements'],
  type: 'flag',
});

/** A text as it is read where it is written in no other language. */
const inAll = (text: string): Written => Object.fromEntries(LANGS.map((lang) => [lang, text]));

const BOTH = { en: 'One', zh: '一' };
const EN = { en: 'One' };
const ZH = { zh: '一' };
const ofPackage = (title: Written, text: Written): KnowledgeBase =>
  compileKnowledge(files(title, role(text), decision(text, text), outcome(text), factor(text, text)));

/** What a package lacks, as `check` reports it. */
const lacking = (knowledge: KnowledgeBase): string[] =>
  allProblemsIn(knowledge).flatMap(({ code, message }) => (code === 'text-untranslated' ? [message] : []));

describe('A text', () => {
  it.each([
    ['in English alone is read in English by all', EN, inAll('One')],
    ['in Chinese alone is read in Chinese by all', ZH, inAll('一')],
    ['in both is read in each', BOTH, { ...inAll('One'), ...BOTH }],
  ])('%s', (_, text, read) => {
    const knowledge = ofPackage(text, text);
    const { table, title } = knowledge.decisions.get('d') ?? {};
    const { question } = knowledge.factors.get('here') ?? {};
    expect([title, table?.rules[0]?.why, question, knowledge.outcomeById.get('o')?.title]).toEqual([
      read,
      read,
      read,
      read,
    ]);
  });

  it('that is a plain string is in the first language of its package, or in English', () => {
    const written = (head: object): KnowledgeBase => {
      const documents = [
        { kind: 'Package', id: 'ours', version: '1', title: 'Ours', ...head },
        { kind: 'Role', id: 'place', title: 'Place', order: 1, decision: 'd' },
        {
          kind: 'Decision',
          id: 'd',
          title: 'D',
          tree: { branches: [{ when: { here: true }, then: 'o', why: 'Why' }] },
        },
        { kind: 'Outcome', id: 'o', title: 'O' },
        { kind: 'Factor', id: 'here', title: 'Here', question: 'Here?', askedOf: ['requirements'], type: 'flag' },
      ].map((one) => JSON.stringify({ apiVersion: 'whichstack/v1', ...one }));
      return compileKnowledge(new Map(documents.map((text, n) => [`${String(n)}.json`, text])));
    };
    const knowledge = written({ languages: ['zh'] });
    expect(knowledge.factors.get('here')?.question).toEqual(inAll('Here?'));
    expect(knowledge.decisions.get('d')?.tree?.branches?.[0]?.why).toEqual(inAll('Why'));
    expect([{}, { languages: ['en'] }, { languages: ['zh'] }].map((head) => lacking(written(head)))).toEqual([
      [],
      [],
      [],
    ]);
    // What is declared is expected, also where the title lacks it.
    expect(lacking(written({ languages: ['zh', 'en'] }))).toEqual(['`en` is missing in 7 texts of the package `ours`']);
    expect(lacking(written({ languages: ['en', 'zh'] }))).toEqual(['`zh` is missing in 7 texts of the package `ours`']);
  });

  it('in a language that there is not, or in none, is refused at its place', () => {
    const wrong = (title: Written): unknown[] => {
      try {
        compileKnowledge(files(title));
        return [];
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        return error.diagnostics.map(({ code, params }) => [code, (params as { key: string }).key]);
      }
    };
    expect(wrong({ en: 'One', fr: 'Un' })).toEqual([['unknown-key', 'fr']]);
    expect(wrong({})).toEqual([['missing-key', 'en']]);
    expect(wrong({ zh: '' })).toEqual([['schema', 'zh']]);
  });

  it('that looks like a text, but is none, is left alone', () => {
    const called = { ...factor(EN, EN), id: 'en' };
    const scenario = { kind: 'Scenario', id: 's', title: EN, source: 'S1', presets: { en: 'yes' } };
    const source = { kind: 'Source', id: 'own', title: EN, clauses: { S1: EN } };
    const values = { type: 'choice', values: ['yes', 'no'].map((id) => ({ id, title: EN })) };
    const knowledge = compileKnowledge(files(EN, { ...called, ...values }, scenario, source));
    expect(knowledge.scenarios.get('s')?.presets).toEqual({ en: 'yes' });
  });

  it('is accepted by the schema for editors in any of the languages', () => {
    const check = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(join(ROOT, 'schema/decision.json'), 'utf8')) as object,
    );
    const valid = (title: unknown): boolean =>
      check({ apiVersion: 'whichstack/v1', ...decision(title as Written, title as Written) });
    expect([EN, ZH, BOTH, 'One', {}, ''].map(valid)).toEqual([true, true, true, true, false, false]);
  });
});

describe('check', () => {
  it('warns of the texts that lack a language which the title of their package has', () => {
    expect(lacking(ofPackage(BOTH, EN))).toEqual(['`zh` is missing in 6 texts of the package `ours`']);
    expect(lacking(ofPackage(BOTH, ZH))).toEqual(['`en` is missing in 6 texts of the package `ours`']);
  });

  it('lets a package be in the languages of its title', () => {
    expect([ofPackage(EN, EN), ofPackage(ZH, ZH), ofPackage(EN, BOTH), ofPackage(BOTH, BOTH)].flatMap(lacking)).toEqual(
      [],
    );
  });

  it('shows a rule that extends a table of another package at its place', () => {
    const rules = [{ when: { security: 'high' }, then: 'docker', why: EN }];
    const extension = {
      kind: 'Decision',
      id: 'more',
      title: BOTH,
      extends: { decision: 'technology-matrix', at: 'end', rules },
    };
    const knowledge = loadKnowledge(files(BOTH, extension));
    expect(knowledge.untranslated.filter(({ lang }) => lang === 'zh')).toEqual([
      {
        package: 'ours',
        file: '1.yaml',
        kind: 'Decision',
        id: 'more',
        path: ['extends', 'rules', '0', 'why'],
        lang: 'zh',
      },
    ]);
  });
});
