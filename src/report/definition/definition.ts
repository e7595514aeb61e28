import { API_VERSION, type Lang } from '../../language/format.js';
import type { DefinedKind, Definition } from '../../language/schema/results/definition.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { attributeBody, criterionBody, sourceBody } from './evidence.js';
import { dimensionBody, factorBody, scenarioBody, valueBody } from './inputs.js';
import { alsoNamed, matchOf } from './matches.js';
import type { NamedThing } from './names.js';
import {
  advisoryBody,
  clauseBody,
  compatibilityBody,
  decisionBody,
  roleBody,
  tensionBody,
  trendBody,
} from './rules.js';
import { DefinitionContext, type DefinitionBody } from './sections.js';

/** What a thing is and what it is used for, in one language. A technology has a profile instead, and a code an explanation. */
export function definitionOf(knowledge: KnowledgeBase, thing: NamedThing, lang: Lang): Definition {
  const context = new DefinitionContext(knowledge, lang);
  const { text, url, sections } = bodyOf(thing, context);
  return {
    apiVersion: API_VERSION,
    kind: 'Definition',
    lang,
    ...matchOf(thing, lang),
    id: thing.id,
    aliases: [...thing.aliases],
    ...(text !== undefined && { text }),
    ...(url !== undefined && { url }),
    sections: sections.filter((one) => one !== undefined),
    ...alsoNamed(knowledge, thing, lang),
  };
}

/** What is known of a thing, by its kind. */
function bodyOf({ what, id, factor }: NamedThing, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang } = context;
  const nothing: DefinitionBody = { sections: [] };
  const of = <D>(
    documents: ReadonlyMap<string, D>,
    body: (document: D, context: DefinitionContext) => DefinitionBody,
  ) => {
    const document = documents.get(id);
    return document === undefined ? nothing : body(document, context);
  };
  const bodies: Readonly<Record<DefinedKind, () => DefinitionBody>> = {
    technology: () => nothing,
    code: () => nothing,
    outcome: () => ({
      text: knowledge.outcomeById.get(id)?.summary?.[lang],
      sections: [
        context.list(
          'members',
          [...knowledge.technologies.values()].filter(({ family }) => family === id),
        ),
      ],
    }),
    scenario: () => of(knowledge.scenarios, scenarioBody),
    factor: () => of(knowledge.factors, factorBody),
    value: () => (factor === undefined ? nothing : valueBody(factor, id, context)),
    role: () => of(new Map(knowledge.roles.map((role) => [role.id, role])), roleBody),
    dimension: () => of(knowledge.dimensions, dimensionBody),
    decision: () => of(knowledge.decisions, decisionBody),
    clause: () => clauseBody(id, context),
    tension: () => of(knowledge.tensions, tensionBody),
    trend: () => of(knowledge.trends, trendBody),
    criterion: () => of(knowledge.criteria, criterionBody),
    attribute: () => of(knowledge.attributes, attributeBody),
    compatibility: () => of(knowledge.compatibilities, compatibilityBody),
    advisory: () => of(knowledge.advisories, advisoryBody),
    source: () => sourceBody(id, context),
  };
  return bodies[what]();
}
