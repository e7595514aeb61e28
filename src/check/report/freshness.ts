import { figureText } from '../../language/values/fact.js';
import { API_VERSION } from '../../language/format.js';
import type { Fact } from '../../language/schema/knowledge/evidence.js';
import type { Rule, TreeNode } from '../../language/schema/knowledge/decision.js';
import type { Freshness } from '../../language/schema/results/profile.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { workOf, type ProfileSettings } from '../../report/profile.js';
import { factText, neutral } from '../../report/present-fit.js';
import { freshUntil, monthOf, NEVER_FRESH } from '../../program/ir/freshness.js';

/**
 * Reports which evidence needs work as of a date: facts past their expiry, sources without a date, technologies without a lifecycle, and
 * figures of rules that no evidence supports.
 */
export function freshness(knowledge: KnowledgeBase, { lang, asOf }: ProfileSettings): Freshness {
  const technologies = [...knowledge.technologies.values()];
  const facts = technologies.flatMap((technology) => (technology.facts ?? []).map((fact) => ({ technology, fact })));
  const cited = new Map<string, number>();
  for (const { fact } of facts) cited.set(fact.source, (cited.get(fact.source) ?? 0) + 1);
  return {
    apiVersion: API_VERSION,
    kind: 'Freshness',
    lang,
    asOf,
    stale: facts.flatMap(({ technology, fact }) => {
      const until = freshUntil(fact, knowledge);
      if (until === undefined || until === NEVER_FRESH || monthOf(asOf) <= until) return [];
      const attribute = knowledge.attributes.get(fact.attribute);
      return [
        {
          technology: technology.id,
          title: technology.title[lang],
          attribute: fact.attribute,
          attributeTitle: attribute?.title[lang] ?? fact.attribute,
          value: attribute === undefined ? neutral(fact) : factText(fact, attribute, lang),
          date: dateOf(fact, knowledge),
          until: monthText(until),
          ...workOf(fact.source, knowledge),
        },
      ];
    }),
    undated: [...knowledge.references]
      .filter(([, { date }]) => date === undefined)
      .map(([id, { title, url }]) => ({ id, title, url, cited: cited.get(id) ?? 0 })),
    withoutLifecycle: technologies
      .filter(
        ({ lifecycle = [], facts: own = [], interface: isInterface }) =>
          isInterface !== true &&
          lifecycle.length === 0 &&
          !own.some(({ attribute }) => describesLifecycle(attribute, knowledge)),
      )
      .map(({ id, title }) => ({ id, title: title[lang] })),
    unsupported: unsupported(knowledge, lang),
    facts: facts.length,
    sources: knowledge.references.size,
    technologies: technologies.length,
  };
}

/** A freshness in which what is in that of the packages below too is marked as inherited. */
export function inheritedFreshness(whole: Freshness, below: Freshness): Freshness {
  const marked = <E extends object>(all: readonly E[], before: readonly E[], named: (entry: E) => unknown): E[] => {
    const known = new Set(before.map((entry) => JSON.stringify(named(entry))));
    return all.map((entry) => (known.has(JSON.stringify(named(entry))) ? { ...entry, inherited: true } : entry));
  };
  // By what is in question, without titles and counts, which a package above may change.
  return {
    ...whole,
    stale: marked(whole.stale, below.stale, (one) => [one.technology, one.attribute, one.value, one.date, one.source]),
    undated: marked(whole.undated, below.undated, ({ id }) => id),
    withoutLifecycle: marked(whole.withoutLifecycle, below.withoutLifecycle, ({ id }) => id),
    unsupported: marked(whole.unsupported, below.unsupported, ({ technology, attribute, figure, source, verdict }) => [
      technology,
      attribute,
      figure,
      source,
      verdict,
    ]),
  };
}

/**
 * Whether an attribute describes the lifecycle: an ordinal that some criterion always demands, as maintenance. Other attributes that are always
 * demanded, such as a licence, do not describe it.
 */
function describesLifecycle(attribute: string, { criteria, attributes: known }: KnowledgeBase): boolean {
  if (known.get(attribute)?.type !== 'ordinal') return false;
  return [...criteria.values()].some(
    ({ always, attributes = [] }) => always !== undefined && attributes.includes(attribute),
  );
}

/** The date that the age of a fact is counted from, as far as one is written. */
function dateOf({ date, source }: Fact, { references }: KnowledgeBase): string {
  const work = references.get(source);
  return date ?? work?.date ?? work?.read ?? '';
}

/** A month as `YYYY-MM`. */
const monthText = (month: number): string =>
  `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;

type Unsupported = Freshness['unsupported'][number];

/** Claims that the evidence does not confirm, and figures of rules that no claim examines. */
function unsupported(knowledge: KnowledgeBase, lang: ProfileSettings['lang']): Unsupported[] {
  const claims = [...knowledge.claims.values()];
  const examined = claims.flatMap(
    ({ verdict, technology, title, attribute, source, evidence, ...figures }): Unsupported[] => {
      if (verdict !== 'unconfirmed' && verdict !== 'unsourced') return [];
      return [
        {
          technology,
          title: title[lang],
          attribute,
          figure: figureText(figures),
          source,
          verdict,
          text: evidence[lang],
        },
      ];
    },
  );
  const seen = new Set(claims.map(({ technology, attribute }) => `${technology} ${attribute}`));
  const unexamined = [...knowledge.decisions.values()].flatMap(({ table, tree, source: whole }) => {
    const rules: readonly TreeNode[] = [...(table?.rules ?? []), ...(tree === undefined ? [] : [tree])];
    return rules
      .flatMap((rule) => figuresIn(rule, whole))
      .flatMap(({ figure, source }): Unsupported[] => {
        const { technology, attribute, ...bounds } = figure;
        const key = `${technology} ${attribute}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const title = `${knowledge.outcomeById.get(technology)?.title[lang] ?? technology}: ${knowledge.attributes.get(attribute)?.title[lang] ?? attribute}`;
        return [
          {
            technology,
            title,
            attribute,
            figure: figureText(bounds),
            source: source ?? '',
            verdict: 'unexamined',
            text: '',
          },
        ];
      });
  });
  return [...examined, ...unexamined];
}

/** The figures of a rule or tree node and of its branches, with the source that each cites. */
function figuresIn(
  node: TreeNode,
  above: string | undefined,
): { figure: NonNullable<Rule['figures']>[number]; source: string | undefined }[] {
  const source = node.source ?? above;
  return [
    ...(node.figures ?? []).map((figure) => ({ figure, source })),
    ...(node.branches ?? []).flatMap((branch) => figuresIn(branch, source)),
  ];
}
