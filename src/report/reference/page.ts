import { API_VERSION, type Lang } from '../../language/format.js';
import type { Dimension, Factor } from '../../language/schema/knowledge/factor.js';
import type { ReferenceBlock, ReferenceCell, WorkloadReference } from '../../language/schema/results/lists.js';
import { listed, numberText, withBrackets } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { scenarioFactorOf, type KnowledgeBase } from '../../load/knowledge.js';
import { exampleOf } from '../definition/examples.js';
import { valuesOf } from '../definition/names.js';
import { factorsIn, sectionsOf, takesText } from '../definition/takes.js';
import { DEFINITION_TEXTS } from '../definition/texts/index.js';
import { Describer } from '../describe.js';
import { exampleConstraints, exampleWorkload, itemSnippet, snippetOf, writtenValue } from './snippets.js';
import { REFERENCE_TEXTS } from './texts/index.js';

/** All that a workload can state by some knowledge, as a page for readers, with an example for each name. */
export function workloadReference(knowledge: KnowledgeBase, lang: Lang): WorkloadReference {
  const page = new PageWriter(knowledge, lang);
  return { apiVersion: API_VERSION, kind: 'WorkloadReference', lang, blocks: page.blocks() };
}

const heading = (level: number, text: string, code?: string): ReferenceBlock => ({
  kind: 'heading',
  level,
  text,
  ...(code !== undefined && { code }),
});
const paragraph = (text: string): ReferenceBlock => ({ kind: 'paragraph', text });
const example = (text: string): ReferenceBlock => ({ kind: 'yaml', text });
const code = (text: string): ReferenceCell => ({ code: text });

/** Writes the page from the top to the bottom. */
class PageWriter {
  private readonly texts;
  private readonly describe;

  constructor(
    private readonly knowledge: KnowledgeBase,
    private readonly lang: Lang,
  ) {
    this.texts = REFERENCE_TEXTS[lang];
    this.describe = new Describer(knowledge, lang);
  }

  blocks(): ReferenceBlock[] {
    const { texts, knowledge, lang } = this;
    return [
      heading(1, texts.title),
      ...texts.intro.map(paragraph),
      example(exampleWorkload(knowledge)),
      ...sectionsOf(knowledge, lang).flatMap(({ id, title }) => this.section(id, title)),
      heading(2, texts.units),
      paragraph(texts.unitsIntro),
      ...[...knowledge.dimensions.values()].flatMap((dimension) => this.dimension(dimension)),
      heading(2, texts.scenarios),
      paragraph(texts.scenariosIntro),
      this.scenarios(),
      ...this.constraints(),
    ];
  }

  private section(id: string, title: string): ReferenceBlock[] {
    const { knowledge, lang, texts } = this;
    const collection = knowledge.collections.get(id);
    const key = knowledge.factors.get(collection?.key ?? '');
    const intro =
      collection === undefined
        ? DEFINITION_TEXTS[lang][id === 'environment' ? id : 'requirements'].about
        : texts.collectionIntro(collection.id, collection.key);
    return [
      heading(2, title, collection === undefined ? id : `requirements.${id}`),
      paragraph(intro),
      ...(collection === undefined || key === undefined
        ? []
        : [example(`requirements:\n  ${collection.id}: [${exampleOf(key, knowledge)}]`)]),
      ...factorsIn(id, knowledge).flatMap((factor) => this.factor(factor, id)),
    ];
  }

  private factor(factor: Factor, section: string): ReferenceBlock[] {
    const { knowledge, lang, texts } = this;
    const { id, title, question, description, howToFind, aliases = [], inherited } = factor;
    const inItem = knowledge.collections.has(section);
    const about = [question, description, howToFind].flatMap((text) => (text === undefined ? [] : [text[lang]]));
    const snippet = (value: string): string => this.snippet(factor, value, section);
    const values = valuesOf(factor);
    const hasBounds = values.some(({ bound }) => bound !== undefined);
    const head = [texts.value, texts.titled, texts.meaning, ...(hasBounds ? [texts.bound] : []), texts.example];
    return [
      heading(3, title[lang], id),
      paragraph(about.join(TYPOGRAPHY[lang].sentenceGap)),
      paragraph(texts.takes(takesText(factor, knowledge, lang))),
      ...(inItem && inherited === true ? [paragraph(texts.inherited)] : []),
      ...(aliases.length === 0 ? [] : [paragraph(texts.aliases(aliases))]),
      example(snippet(exampleOf(factor, knowledge))),
      ...(values.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head,
              rows: values.map((value) => [
                code(value.id),
                this.named(value.title[lang], value.aliases ?? []),
                { text: value.meaning?.[lang] ?? '' },
                ...(hasBounds ? [value.bound === undefined ? { text: texts.noBound } : code(value.bound)] : []),
                code(snippet(value.id)),
              ]),
            },
          ]),
    ];
  }

  private snippet(factor: Factor, value: string, section: string): string {
    return this.knowledge.collections.has(section)
      ? itemSnippet(factor, `${factor.id}: ${writtenValue(factor, value)}`, this.knowledge)
      : snippetOf(factor, value, this.knowledge);
  }

  private named(title: string, aliases: readonly string[]): ReferenceCell {
    const { lang } = this;
    return { text: aliases.length === 0 ? title : withBrackets(title, aliases.join(TYPOGRAPHY[lang].comma), lang) };
  }

  private dimension(dimension: Dimension): ReferenceBlock[] {
    const { knowledge, lang, texts } = this;
    const { id, title, units, base, bare, examples } = dimension;
    const used = [...knowledge.factors.values()].filter((one) => 'dimension' in one && one.dimension === id);
    const [factor] = used;
    if (factor === undefined) return [];
    return [
      heading(3, title[lang], id),
      paragraph(
        texts.usedBy(
          used.map((one) => `\`${one.id}\``),
          examples.map((one) => `\`${one}\``),
        ),
      ),
      ...(bare === true ? [paragraph(texts.bare(base))] : []),
      {
        kind: 'table',
        head: [texts.unit, texts.inBase(base), texts.example],
        rows: Object.entries(units).map(([unit, size]) => [
          code(unit),
          { text: numberText(size, lang) },
          code(snippetOf(factor, `1${unit}`, knowledge)),
        ]),
      },
    ];
  }

  private scenarios(): ReferenceBlock {
    const { knowledge, lang, texts, describe } = this;
    const factor = scenarioFactorOf(knowledge);
    return {
      kind: 'table',
      head: [texts.scenario, texts.titled, texts.meaning, texts.presets, texts.clause, texts.example],
      rows: Array.from(
        knowledge.scenarios.values(),
        ({ id, title, summary, presets = {}, items = {}, source, aliases }) => [
          code(id),
          this.named(title[lang], aliases ?? []),
          { text: summary?.[lang] ?? '' },
          {
            text: [
              ...Object.entries(presets).map(([name, test]) => describe.test(name, test)),
              ...Object.values(items).flatMap((all) => all.map((item) => this.item(item))),
            ].join(TYPOGRAPHY[lang].semicolon),
          },
          { text: source },
          code(factor === undefined ? '' : snippetOf(factor, id, knowledge)),
        ],
      ),
    };
  }

  /** The values of an item that a scenario implies. */
  private item(item: Readonly<Record<string, string>>): string {
    const values = Object.entries(item).map(([name, value]) => this.describe.test(name, value));
    return listed(values, this.lang, 'and');
  }

  private constraints(): ReferenceBlock[] {
    const { knowledge, lang, texts } = this;
    const { forbid, require, omit } = exampleConstraints(knowledge);
    const of = (key: string, id = ''): ReferenceCell => code(`constraints: { ${key}: [${id}] }`);
    return [
      heading(2, texts.constraints, 'constraints'),
      {
        kind: 'table',
        head: [texts.key, texts.meaning, texts.example],
        rows: [
          [code('forbid'), { text: texts.forbid }, of('forbid', ...forbid)],
          [code('require'), { text: texts.require }, of('require', ...require)],
          [code('omit'), { text: texts.omit }, of('omit', ...omit)],
        ],
      },
      paragraph(texts.roles),
      {
        kind: 'table',
        head: [texts.role, texts.titled, texts.example],
        rows: knowledge.roles.map(({ id, title }) => [code(id), { text: title[lang] }, of('omit', id)]),
      },
      heading(2, texts.preferences, 'preferences'),
      paragraph(texts.weights),
      {
        kind: 'table',
        head: [texts.criterion, texts.titled, texts.weight, texts.example],
        rows: Array.from(knowledge.criteria.values(), ({ id, title, weight = 1 }) => [
          code(id),
          { text: title[lang] },
          { text: numberText(weight, lang) },
          code(`preferences: { weights: { ${id}: ${String(weight + 1)} } }`),
        ]),
      },
    ];
  }
}
