import { describe, expect, it } from 'vitest';
import {
  compileKnowledge,
  decisionMap,
  decisionOf,
  emit,
  parseWorkloads,
  recommend,
  startInterview,
  tableFromCsv,
  tableToCsv,
  verify,
  whatIf,
  type KnowledgeBase,
} from '../../src/index.js';
import { outputsOf } from '../../src/load/outputs.js';
import { OF_FACTS, OF_RULES } from '../fuzz/small-packages.js';
import { asOf } from '../support/decide.js';
import { thorough } from '../support/thorough.js';

/** What every object has under these names is no part of a document. */
const NAMES = thorough ? ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'] : ['constructor'];
const IDS = {
  rules: ['heat', 'level', 'pests', 'open', 'site', 'things', 'k', 'a', 'heats', 'sums', 'cost', 'grown', 'r'],
  facts: [
    'wait',
    'grade',
    'running',
    'k',
    'things',
    't1',
    't2',
    'place',
    'store',
    'shop',
    'shop-place',
    'bench',
    'firm',
    'works',
  ],
};

const withName = (documents: string, id: string, name: string): KnowledgeBase =>
  compileKnowledge(new Map([['constructor', documents.replaceAll(`"${id}"`, `"${name}"`)]]));

/** Everything that is computed of a package and of a workload that states nothing, as text. */
async function allOf(knowledge: KnowledgeBase): Promise<string> {
  const { verification } = verify(knowledge, { lang: 'en', asOf });
  const factors = [...knowledge.factors.keys()];
  const [x = '', y = ''] = factors.filter((id) => knowledge.factors.get(id)?.askedOf.includes('requirements') === true);
  const sources = { constructor: 'text', toString: 'text' };
  const texts = [
    recommend(knowledge, {}, { asOf, trace: true, robustness: true }),
    whatIf(knowledge, {}, { asOf }),
    decisionMap(knowledge, {}, { asOf, x, y }),
    verification,
  ].map((document) => JSON.stringify(document));
  const [{ text }] = await emit(verification, 'text', { sources });
  const [{ text: log }] = await emit(verification, 'sarif');
  startInterview(knowledge, { asOf, priors: {} }).dontKnow();
  const tables = [...knowledge.decisions.values()].flatMap((decision) => {
    for (const output of outputsOf(decision))
      decisionOf(knowledge, decision.outputs ? `${decision.id}.${output}` : decision.id);
    if (decision.table === undefined || decision.table.rules.some(({ ask }) => ask !== undefined)) return [];
    const { id, title } = decision;
    const back = tableFromCsv(tableToCsv(decision, knowledge), { knowledge, id, title });
    expect(back.table).toEqual(decision.table);
    return [JSON.stringify(back)];
  });
  return [...texts, text, log, ...tables].join('\n');
}

describe.each(NAMES)('The name %s', (name) => {
  it.each([...IDS.rules.map((id) => [OF_RULES, id] as const), ...IDS.facts.map((id) => [OF_FACTS, id] as const)])(
    'changes nothing where it is an id (%#)',
    async (documents, id) => {
      const renamed = await allOf(withName(documents, id, name));
      expect(renamed).not.toMatch(/native code|\[object /);
    },
  );

  it('is unknown where nothing is called so', () => {
    const knowledge = withName(OF_RULES, 'nothing', 'nothing');
    for (const part of ['requirements', 'environment', 'metadata', 'constraints'])
      expect(() =>
        parseWorkloads(knowledge, `apiVersion: whichstack/v1\nkind: Workload\n${part}: {${name}: x}\n`),
      ).toThrow(name);
  });
});
