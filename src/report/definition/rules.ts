import type { Advisory, Role, Tension, Trend } from '../../language/schema/knowledge/package.js';
import type { Decision } from '../../language/schema/knowledge/decision.js';
import type { Compatibility } from '../../language/schema/knowledge/evidence.js';
import type { DefinedEntry } from '../../language/schema/results/definition.js';
import { PROBLEM_TEXTS } from '../../language/diagnostics/texts/index.js';
import { parseRef } from '../../load/outputs.js';
import { foldName } from '../../language/diagnostics/nearest.js';
import { conditionText, outputTitle, ruleEntry, ruleParts, rulesWhere } from './citations.js';
import type { DefinitionBody, DefinitionContext } from './sections.js';

/** The text of a clause, and what cites it. */
export function clauseBody(id: string, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, texts } = context;
  const works = knowledge.stored.flatMap(({ document }) =>
    document.kind === 'Source' && id in document.clauses ? [document] : [],
  );
  return {
    text: knowledge.clauses.get(id)?.[lang],
    sections: [
      context.section(
        'published',
        works.map((work) => ({
          ...context.entry(work),
          ...(work.date !== undefined && { text: texts.dated(work.date) }),
        })),
      ),
      ...citing(id, context),
    ],
  };
}

/** The rules that cite a clause, and everything else that does. */
function citing(clause: string, context: DefinitionContext, itself?: Tension): DefinitionBody['sections'] {
  const { knowledge, lang, texts, describe } = context;
  const others = (['scenario', 'factor', 'criterion', 'trend'] as const).flatMap((what): DefinedEntry[] => {
    const all = {
      scenario: knowledge.scenarios,
      factor: knowledge.factors,
      criterion: knowledge.criteria,
      trend: knowledge.trends,
    }[what];
    return [...all.values()]
      .filter(({ source }) => source === clause)
      .map(({ id, title }) => ({ id: `${what}/${id}`, title: title[lang], text: texts.kinds[what] }));
  });
  const tensions = [...knowledge.tensions.values()].filter(
    (tension) => tension !== itself && tension.sides.some(({ source }) => source === clause),
  );
  return [
    context.section(
      'cited-by-rules',
      rulesWhere(({ source }) => source === clause, describe).map(({ id = '', title, text }) => ({
        id,
        ...(title !== undefined && { title }),
        ...(text !== undefined && { text }),
      })),
    ),
    context.section('cited-by', [
      ...others,
      ...tensions.map(({ id, title }) => ({ id, title: title[lang], text: texts.kinds.tension })),
    ]),
  ];
}

/** The sides of a tension and the reading that is followed. */
export function tensionBody(tension: Tension, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang } = context;
  const clause = [...knowledge.clauses.keys()].find((id) => foldName(id) === foldName(tension.id));
  return {
    sections: [
      context.section(
        'sides',
        tension.sides.map(({ text, source }) => ({ ...(source !== undefined && { id: source }), text: text[lang] })),
      ),
      context.paragraph('reading', tension.reading[lang]),
      context.section(
        'acknowledges',
        [...new Set((tension.acknowledges ?? []).map(({ problem }) => problem))].map((id) => ({
          id,
          title: PROBLEM_TEXTS[lang][id].title,
        })),
      ),
      ...(clause === undefined ? [] : citing(clause, context, tension)),
    ],
  };
}

/** Where a development goes, and when that was written. */
export const trendBody = ({ text, date, source }: Trend, context: DefinitionContext): DefinitionBody => ({
  text: text[context.lang],
  sections: [context.paragraph('published', date), context.clause(source)],
});

/** What an advisory says, and where it is reported. */
export const advisoryBody = ({ text, when, source }: Advisory, context: DefinitionContext): DefinitionBody => ({
  text: text[context.lang],
  sections: [context.paragraph('reported', conditionText(when, context.describe)), workSection(source, context)],
});

/** What runs with what. */
export function compatibilityBody(one: Compatibility, context: DefinitionContext): DefinitionBody {
  const { of, with: others = [], anyOf = [], text, source } = one;
  return {
    text: text[context.lang],
    sections: [
      context.section(
        'relates',
        [...new Set([...of, ...others, ...anyOf])].map((id) => ({ id, title: context.describe.outcome(id) })),
      ),
      workSection(source, context),
    ],
  };
}

/** The section of the work that a document cites. */
function workSection(source: string | undefined, context: DefinitionContext): ReturnType<DefinitionContext['section']> {
  const work = context.knowledge.references.get(source ?? '');
  return source === undefined || work === undefined
    ? undefined
    : context.section('published', [{ id: source, title: work.title, url: work.url }]);
}

/** The rules of a decision. */
export function decisionBody(decision: Decision, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, describe } = context;
  const filled = knowledge.roles.filter((role) => parseRef(role.decision).decision === decision.id);
  return {
    text: decision.description?.[lang],
    sections: [
      context.section(
        'rules',
        ruleParts(knowledge, lang)
          .filter((rule) => rule.decision === decision)
          .map((rule) => ruleEntry(rule, describe)),
      ),
      context.section('vote', voteEntries(decision, context)),
      context.list('fills', filled),
      context.clause(decision.source),
    ],
  };
}

/** The table whose rules vote, and what its outputs are in the vote. */
function voteEntries({ vote }: Decision, { knowledge, lang, texts, describe }: DefinitionContext): DefinedEntry[] {
  const table = knowledge.decisions.get(vote?.table ?? '');
  if (vote === undefined || table === undefined) return [];
  const part = (id: 'ballot' | 'within' | 'elect'): DefinedEntry => ({
    title: outputTitle(table, vote[id], describe),
    text: texts.vote[id],
  });
  return [
    { id: table.id, title: table.title[lang], text: texts.vote.table },
    ...(['ballot', 'within', 'elect'] as const).map(part),
  ];
}

/** What fills a role. */
export function roleBody(role: Role, context: DefinitionContext): DefinitionBody {
  const { decision } = parseRef(role.decision);
  const known = context.knowledge.decisions.get(decision);
  return {
    sections: [
      context.list('decision', known === undefined ? [] : [known]),
      context.list(
        'members',
        [...context.knowledge.technologies.values()].filter((one) => one.role === role.id),
      ),
    ],
  };
}
