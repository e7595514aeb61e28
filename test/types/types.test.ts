import { expectTypeOf, it } from 'vitest';
import {
  loadKnowledge,
  parseWorkloads,
  recommend,
  type KnowledgeBase,
  type KnowledgeDocuments,
  type Recommendation,
  type RoleAnswer,
  type Workload,
} from '../../src/index.js';

// What is wrong here fails `npm run typecheck`.
it('the types of the library are those that its documents promise', () => {
  const knowledge: KnowledgeBase = loadKnowledge();
  expectTypeOf(knowledge.version).toEqualTypeOf<string>();
  expectTypeOf(recommend).returns.toEqualTypeOf<Recommendation>();
  expectTypeOf(parseWorkloads).returns.toEqualTypeOf<Workload[]>();
  expectTypeOf<Recommendation['stack'][string]>().toEqualTypeOf<RoleAnswer | RoleAnswer[]>();
  expectTypeOf<Recommendation['inputs'][number]['origin']>().toEqualTypeOf<
    'stated' | 'figure' | 'scenario' | 'typical'
  >();
  expectTypeOf<Recommendation['findings'][number]['severity']>().toEqualTypeOf<'error' | 'warning' | 'info'>();
  expectTypeOf<KnowledgeDocuments['Technology']['title']>().toEqualTypeOf<{ en: string; zh: string }>();
  expectTypeOf(recommend).parameter(1).toExtend<object>();
  // @ts-expect-error a language that there is no text in
  expectTypeOf(recommend).toBeCallableWith(loadKnowledge(), {}, { lang: 'fr' });
});
