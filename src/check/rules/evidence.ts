import type { ProblemCode, TechnologyPart } from '../../language/diagnostics/problem-codes.js';
import type { Path } from '../../language/read/yaml.js';
import type { Fact } from '../../language/schema/knowledge/evidence.js';
import type { Technology } from '../../language/schema/knowledge/technology.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { isUndated } from '../../program/ir/freshness.js';
import type { Program } from '../../program/ir/program.js';
import type { Problem } from './problem.js';

/** The codes of the problems that evidence has by itself, whatever rules make of it. */
type EvidenceCode = Extract<
  ProblemCode,
  'technology-incomplete' | 'omits-contradicted' | 'undated-figure' | 'dated-by-reading'
>;

/** Finds technologies of which something is missing, figures of which nobody knows the age, and dates that are only those of a reading. */
export function evidenceProblems({ knowledge }: Program): Problem<EvidenceCode>[] {
  return [
    ...[...knowledge.technologies.values()].flatMap(partProblems),
    ...factsIn(knowledge).flatMap((written) => undatedFigures(written, knowledge)),
    ...worksDatedByReading(knowledge),
    ...factsIn(knowledge).flatMap((written) => factsDatedByReading(written, knowledge)),
  ];
}

/** Whether a technology has each part. */
const HAS: Readonly<Record<TechnologyPart, (technology: Technology) => boolean>> = {
  licence: ({ facts = [] }) => facts.some(({ attribute }) => attribute === 'licence'),
  lifecycle: ({ lifecycle = [] }) => lifecycle.length > 0,
  needs: ({ needs = [] }) => needs.length > 0,
  hazards: ({ hazards = [] }) => hazards.length > 0,
};
const PARTS = Object.keys(HAS) as TechnologyPart[];

/** An interface is not run by itself, so nothing is asked of it. */
function partProblems(technology: Technology): Problem<'technology-incomplete' | 'omits-contradicted'>[] {
  const { id, omits = {} } = technology;
  const missing = technology.interface === true ? [] : PARTS.filter((part) => !HAS[part](technology) && !omits[part]);
  const denied = PARTS.filter((part) => HAS[part](technology) && omits[part]);
  const [first] = denied;
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            code: 'technology-incomplete' as const,
            technology: id,
            parts: missing,
            document: { kind: 'Technology', id },
          },
        ]),
    ...(first === undefined
      ? []
      : [
          {
            code: 'omits-contradicted' as const,
            technology: id,
            parts: denied,
            document: { kind: 'Technology', id, path: ['omits', first] },
          },
        ]),
  ];
}

/** The facts of a document, on one technology. */
interface WrittenFacts {
  readonly kind: 'Technology' | 'Evidence';
  readonly id: string;
  readonly technology: string;
  readonly facts: readonly Fact[];
}

/** All facts, by the documents that they are written in. */
function factsIn({ stored }: KnowledgeBase): WrittenFacts[] {
  return stored.flatMap(({ document }): WrittenFacts[] => {
    const { kind, id } = document;
    if (kind === 'Technology') return [{ kind, id, technology: id, facts: document.facts ?? [] }];
    return kind === 'Evidence' ? [{ kind, id, technology: document.technology, facts: document.facts }] : [];
  });
}

/** One problem for each work that figures without a date are cited from. */
function undatedFigures(
  { facts, technology, ...document }: WrittenFacts,
  knowledge: KnowledgeBase,
): Problem<'undated-figure'>[] {
  const undated = facts.map((fact, n) => ({ fact, n })).filter(({ fact }) => isUndated(fact, knowledge));
  return [...new Set(undated.map(({ fact }) => fact.source))].map((source) => {
    const own = undated.filter(({ fact }) => fact.source === source);
    const path: Path = ['facts', own[0]?.n ?? 0];
    return {
      code: 'undated-figure',
      technology,
      source,
      attributes: [...new Set(own.map(({ fact }) => fact.attribute))],
      document: { ...document, path },
    };
  });
}

function worksDatedByReading({ stored }: KnowledgeBase): Problem<'dated-by-reading'>[] {
  return stored.flatMap(({ document }) => {
    if (document.kind !== 'Bibliography') return [];
    const { kind, id, entries } = document;
    return Object.entries(entries).flatMap(([source, { date, read }]): Problem<'dated-by-reading'>[] =>
      date === undefined || date !== read
        ? []
        : [{ code: 'dated-by-reading', source, date, document: { kind, id, path: ['entries', source, 'date'] } }],
    );
  });
}

function factsDatedByReading(
  { facts, technology, ...document }: WrittenFacts,
  { references }: KnowledgeBase,
): Problem<'dated-by-reading'>[] {
  return facts.flatMap(({ date, source }, n): Problem<'dated-by-reading'>[] =>
    date === undefined || date !== references.get(source)?.read
      ? []
      : [{ code: 'dated-by-reading', technology, source, date, document: { ...document, path: ['facts', n, 'date'] } }],
  );
}
