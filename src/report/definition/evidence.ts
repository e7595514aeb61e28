import type { Attribute, Criterion } from '../../language/schema/knowledge/evidence.js';
import type { DefinedEntry } from '../../language/schema/results/definition.js';
import { labelled } from '../../language/text/text.js';
import { factText, neutral } from '../present-fit.js';
import type { DefinitionBody, DefinitionContext } from './sections.js';

/** A work with its date and link, and what cites it. */
export function sourceBody(id: string, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, texts } = context;
  const work = knowledge.references.get(id);
  if (work === undefined) return guideBody(id, context);
  const { url, date, read, version } = work;
  const published = [
    ...(date === undefined ? [] : [texts.dated(date)]),
    ...(read === undefined ? [] : [texts.read(read)]),
    ...(version === undefined ? [] : [texts.version(version)]),
  ];
  const technologies = [...knowledge.technologies.values()];
  const others: DefinedEntry[] = technologies.flatMap(
    ({ id: name, title, lifecycle = [], needs = [], hazards = [] }) => [
      ...lifecycle
        .filter(({ source }) => source === id)
        .map(({ what }) => ({ id: name, title: title[lang], text: labelled(texts.lifecycle, what[lang], lang) })),
      ...needs
        .filter(({ source }) => source === id)
        .map(({ text }) => ({ id: name, title: title[lang], text: labelled(texts.need, text[lang], lang) })),
      ...hazards
        .filter(({ source }) => source === id)
        .map(({ text }) => ({ id: name, title: title[lang], text: labelled(texts.hazard, text[lang], lang) })),
    ],
  );
  const rules = [
    ...Array.from(knowledge.compatibilities.values(), (one) => ({ ...one, what: 'compatibility' as const })),
    ...Array.from(knowledge.advisories.values(), (one) => ({ ...one, what: 'advisory' as const })),
  ].filter(({ source }) => source === id);
  return {
    url,
    sections: [
      context.section(
        'published',
        published.map((text) => ({ text })),
      ),
      context.section(
        'facts',
        technologies.flatMap((technology) =>
          (technology.facts ?? [])
            .filter(({ source }) => source === id)
            .map((fact) => {
              const attribute = knowledge.attributes.get(fact.attribute);
              const value = attribute === undefined ? neutral(fact) : factText(fact, attribute, lang);
              return {
                ...context.entry(technology),
                text: labelled(attribute?.title[lang] ?? fact.attribute, value, lang),
              };
            }),
        ),
      ),
      context.section('cited-by', [
        ...others,
        ...rules.map(({ id: name, title, what }) => ({ id: name, title: title[lang], text: texts.kinds[what] })),
      ]),
    ],
  };
}

/** A work that rules cite by its clauses. */
function guideBody(id: string, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, texts } = context;
  const work = knowledge.stored
    .flatMap(({ document }) => (document.kind === 'Source' ? [document] : []))
    .find((one) => one.id === id);
  return {
    sections: [
      context.paragraph('published', work?.date === undefined ? undefined : texts.dated(work.date)),
      context.section(
        'clauses',
        Object.entries(work?.clauses ?? {}).map(([clause, text]) => ({ id: clause, text: text[lang] })),
      ),
    ],
  };
}

/** What facts on an attribute state, by technology. */
export function attributeBody(attribute: Attribute, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang } = context;
  return {
    sections: [
      context.paragraph('measure', attribute.measure?.[lang]),
      context.section(
        'members',
        [...knowledge.technologies.values()].flatMap((technology) =>
          (technology.facts ?? [])
            .filter((fact) => fact.attribute === attribute.id)
            .map((fact) => ({
              ...context.entry(technology),
              text: factText(fact, attribute, lang),
              source: fact.source,
            })),
        ),
      ),
    ],
  };
}

/** What a criterion compares, and what each level demands. */
export function criterionBody(criterion: Criterion, context: DefinitionContext): DefinitionBody {
  const { knowledge } = context;
  const factor = knowledge.factors.get(criterion.factor ?? '');
  const attributes = criterion.attributes ?? [];
  return {
    sections: [
      context.list('factor', factor === undefined ? [] : [factor]),
      context.list(
        'attributes',
        attributes.flatMap((id) => knowledge.attributes.get(id) ?? []),
      ),
      context.section(
        'demands',
        Object.entries(criterion.demands ?? {}).map(([id, demand]) => ({ id, text: String(demand) })),
      ),
      context.clause(criterion.source),
    ],
  };
}
