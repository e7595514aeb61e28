import { describe, expectTypeOf, it } from 'vitest';
import type { Lang } from '../../src/language/format.js';
import type Type from 'typebox';
import {
  compileKnowledge,
  explore,
  loadKnowledge,
  parseWorkloads,
  recommend,
  startInterview,
  whatIf,
  type AnyRecommendation,
  type AnyVocabulary,
  type AnyWorkload,
  type BuiltinVocabulary,
  type Diagnostic,
  type KnowledgeBase,
  type KnowledgeDocuments,
  type Recommendation,
  type RoleAnswer,
  type Workload,
  type WorkloadInput,
} from '../../src/index.js';
import type { KNOWLEDGE_SCHEMAS, RESULT_SCHEMAS } from '../../src/language/schema/schemas.js';

// What is wrong in this file fails `npm run typecheck`; running it proves nothing.
const knowledge = loadKnowledge();
const anyKnowledge: KnowledgeBase = knowledge;

describe('an answer by the built-in knowledge', () => {
  const check = (): void => {
    const { stack, findings, inputs } = recommend(knowledge, {});
    expectTypeOf(stack.runtime).toEqualTypeOf<RoleAnswer>();
    expectTypeOf(stack.storage).toEqualTypeOf<RoleAnswer[]>();
    expectTypeOf(stack.runtime.chosen[0]?.id).toEqualTypeOf<string | undefined>();
    // @ts-expect-error there is no such role
    expectTypeOf(stack.bogus).not.toBeString();
    expectTypeOf(Object.values(stack).flat()).toEqualTypeOf<RoleAnswer[]>();
    expectTypeOf(findings[0]?.severity).toEqualTypeOf<'error' | 'warning' | 'info' | undefined>();
    expectTypeOf(inputs[0]?.origin).toEqualTypeOf<'stated' | 'figure' | 'scenario' | 'typical' | undefined>();
    expectTypeOf(recommend(knowledge, {})).toEqualTypeOf<Recommendation>();
  };
  it('names the roles of the stack', () => {
    expectTypeOf(check).toBeFunction();
  });
});

describe('a workload for the built-in knowledge', () => {
  const check = (): void => {
    recommend(knowledge, {
      metadata: { name: 'payments', labels: { team: 'payments' } },
      requirements: {
        scenario: 'financial-trading',
        security: 'extreme',
        startup: '5s',
        kubernetes: true,
        memory: '64 MiB',
        data: ['oltp', { name: 'ledger', need: 'oltp', iops: '300k', latency: '2ms', readsPerSecond: 500 }],
      },
      environment: { location: 'on-premises', kvm: true, hardware: ['nvme'], existing: ['kubernetes'], nodes: '3' },
      constraints: { forbid: ['glusterfs'], require: ['kubernetes'] },
      preferences: { weights: { security: 5, startup: 2 } },
    });
    // A single need is a list of one.
    recommend(knowledge, { requirements: { data: 'objects' } });
    const constant = { requirements: { scenario: 'serverless', data: ['objects', 'archive'] } } as const;
    recommend(knowledge, constant);
    // @ts-expect-error a misspelt section
    recommend(knowledge, { requirement: {} });
    // @ts-expect-error a misspelt factor
    recommend(knowledge, { requirements: { scenaro: 'serverless' } });
    // @ts-expect-error a misspelt scenario
    recommend(knowledge, { requirements: { scenario: 'serverles' } });
    // @ts-expect-error no such level
    recommend(knowledge, { requirements: { security: 'maximal' } });
    // @ts-expect-error a figure in a unit of another dimension
    recommend(knowledge, { requirements: { startup: '5GB' } });
    // @ts-expect-error a figure that needs a unit
    recommend(knowledge, { requirements: { startup: 5 } });
    // @ts-expect-error a misspelt factor of the environment
    recommend(knowledge, { environment: { kwm: true } });
    // @ts-expect-error no such hardware
    recommend(knowledge, { environment: { hardware: ['nvm'] } });
    // @ts-expect-error no such kind of data
    recommend(knowledge, { requirements: { data: ['object'] } });
    // @ts-expect-error a misspelt factor of a data need
    recommend(knowledge, { requirements: { data: [{ need: 'oltp', iopz: '300k' }] } });
    // @ts-expect-error no such technology
    recommend(knowledge, { constraints: { forbid: ['glusterfz'] } });
    // @ts-expect-error no such criterion
    recommend(knowledge, { preferences: { weights: { price: 1 } } });
    // @ts-expect-error no such language
    recommend(knowledge, {}, { lang: 'fr' });
    // @ts-expect-error a misspelt factor
    whatIf(knowledge, { requirements: { scenaro: 'serverless' } });
    // @ts-expect-error a misspelt factor
    explore(knowledge, { requirements: { scenaro: 'serverless' } });
    // @ts-expect-error a misspelt factor
    startInterview(knowledge, { workload: { requirements: { scenaro: 'serverless' } } });
  };
  it('is checked down to its values', () => {
    expectTypeOf(check).toBeFunction();
    expectTypeOf(parseWorkloads(knowledge, '{apiVersion: whichstack/v1, kind: Workload}')).toEqualTypeOf<Workload[]>();
    expectTypeOf<Workload>().toExtend<WorkloadInput>();
    expectTypeOf(startInterview(knowledge).workload).toEqualTypeOf<Workload>();
  });
});

describe('any knowledge', () => {
  const check = (): void => {
    expectTypeOf(compileKnowledge(new Map())).toEqualTypeOf<KnowledgeBase>();
    expectTypeOf<KnowledgeBase<BuiltinVocabulary>>().toExtend<KnowledgeBase>();
    const { stack } = recommend(anyKnowledge, { requirements: { whatever: 1 }, constraints: { forbid: ['anything'] } });
    expectTypeOf(stack['plant']).toEqualTypeOf<RoleAnswer | RoleAnswer[] | undefined>();
    const overlaid = recommend(loadKnowledge(new Map()), { requirements: { whatever: 1 } });
    expectTypeOf(overlaid.stack.runtime).toEqualTypeOf<RoleAnswer>();
    expectTypeOf(overlaid.stack['plant']).toEqualTypeOf<RoleAnswer | RoleAnswer[] | undefined>();
    // @ts-expect-error of any knowledge, no role is known
    expectTypeOf(anyKnowledge).toExtend<KnowledgeBase<BuiltinVocabulary>>();
  };
  it('accepts any workload and names no role', () => {
    expectTypeOf(check).toBeFunction();
    expectTypeOf<Recommendation<AnyVocabulary>>().toExtend<AnyRecommendation>();
    expectTypeOf<AnyRecommendation>().toExtend<Recommendation<AnyVocabulary>>();
    expectTypeOf<Workload<AnyVocabulary>>().toExtend<AnyWorkload>();
    expectTypeOf<AnyWorkload>().toExtend<Workload<AnyVocabulary>>();
  });
});

describe('a diagnostic', () => {
  const check = (diagnostic: Diagnostic): void => {
    if (diagnostic.code === 'duplicate-key')
      expectTypeOf(diagnostic.params).toEqualTypeOf<{ key: string; first: number }>();
    // @ts-expect-error there is no such code
    expectTypeOf(diagnostic.code === 'duplicate-kez').toBeBoolean();
  };
  it('has the parameters of its code', () => {
    expectTypeOf(check).toBeFunction();
  });
});

/** What a schema admits, with lists that cannot be changed, as documents are declared. */
type Admitted<S extends Type.TSchema> = ReadonlyLists<Type.Static<S>>;
type ReadonlyLists<T> = T extends readonly (infer I)[]
  ? readonly ReadonlyLists<I>[]
  : T extends object
    ? { [K in keyof T]: ReadonlyLists<T[K]> }
    : T;

describe('the types of documents', () => {
  it('are those that their schemas admit', () => {
    type Results = typeof RESULT_SCHEMAS;
    expectTypeOf<ReadonlyLists<AnyRecommendation>>().toEqualTypeOf<Admitted<Results['Recommendation']>>();
    type Knowledge = typeof KNOWLEDGE_SCHEMAS;
    expectTypeOf<KnowledgeDocuments['Technology']['title']>().toEqualTypeOf<Record<Lang, string>>();
    expectTypeOf<ReadonlyLists<KnowledgeDocuments['Role']>>().toEqualTypeOf<Admitted<Knowledge['Role']>>();
  });
});
