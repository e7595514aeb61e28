import { API_VERSION, type Lang } from '../../language/format.js';
import { labelled } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { wrap } from '../../language/text/wrap.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { scenarioFactorOf, type KnowledgeBase } from '../../load/knowledge.js';
import { exampleOf } from '../../report/definition/examples.js';
import { valuesOf } from '../../report/definition/names.js';
import { factorsIn, figureTakesText, takesText } from '../../report/definition/takes.js';
import { DEFINITION_TEXTS } from '../../report/definition/texts/index.js';
import { Describer } from '../../report/describe.js';
import { constraintLines, writtenValue } from '../../report/reference/snippets.js';
import { REFERENCE_TEXTS } from '../../report/reference/texts/index.js';
import { CLI_TEXTS } from '../texts/index.js';

/** The widest that a comment may be. */
const COLUMNS = 100;

/** What a template is made for. */
export interface TemplateSettings {
  readonly lang: Lang;
  /** The name of the workload, and the file as a shell takes it. */
  readonly name: string;
  readonly file: string;
  /** The flags that name the knowledge, each with a blank before it. */
  readonly flags: string;
  /** The scenario that it states; none is stated where there is none. */
  readonly scenario?: string | undefined;
}

/** A workload file to start from: every factor of some knowledge as a comment, with what it takes and an example. */
export function workloadTemplate(knowledge: KnowledgeBase, settings: TemplateSettings): string {
  const { lang, name, file, flags } = settings;
  const texts = REFERENCE_TEXTS[lang];
  const scenarioFactor = scenarioFactorOf(knowledge);
  const own = (section: string): Factor[] => factorsIn(section, knowledge).filter((one) => one !== scenarioFactor);
  const factors = (section: string, indent: string): string[] =>
    own(section).flatMap((factor) => ['', ...factorLines(factor, indent, knowledge, lang)]);
  return [
    ...CLI_TEXTS[lang].template.head(file, nameToShow(knowledge), flags).flatMap((line) => headLine(line, lang)),
    `apiVersion: ${API_VERSION}`,
    'kind: Workload',
    'metadata:',
    `  name: ${name}`,
    '',
    ...comment(DEFINITION_TEXTS[lang].requirements.about, '', lang),
    'requirements:',
    ...(scenarioFactor === undefined ? [] : scenarioLines(scenarioFactor, knowledge, settings)),
    ...factors('requirements', '  '),
    ...[...knowledge.collections.values()].flatMap(({ id, title, key }) => [
      '',
      ...comment(
        labelled(title[lang], texts.collectionIntro(id, key).replace(/[:：]$/, TYPOGRAPHY[lang].fullStop), lang),
        '  ',
        lang,
      ),
      `  # ${id}:`,
      ...own(id).flatMap((factor, n) => itemLines(factor, n === 0, knowledge, lang)),
    ]),
    ...(own('environment').length === 0
      ? []
      : [
          '',
          ...comment(DEFINITION_TEXTS[lang].environment.about, '', lang),
          'environment:',
          ...factors('environment', '  '),
        ]),
    '',
    ...comment(labelled(texts.constraints, CLI_TEXTS[lang].template.constraints, lang), '', lang),
    '# constraints:',
    ...constraintLines(knowledge).map((one) => `#   ${one}`),
    ...weightLines(knowledge, lang),
    '',
  ].join('\n');
}

/** A factor whose meaning a reader may look up: one with levels, where there is one. */
function nameToShow({ factors }: KnowledgeBase): string {
  const all = [...factors.values()];
  return (all.find(({ type }) => type === 'ordinal') ?? all[0])?.id ?? '';
}

/** Weights as comments; none where nothing is weighed. */
function weightLines({ criteria }: KnowledgeBase, lang: Lang): string[] {
  if (criteria.size === 0) return [];
  const { preferences, weights } = REFERENCE_TEXTS[lang];
  return [
    '',
    ...comment(labelled(preferences, weights, lang), '', lang),
    '# preferences:',
    '#   weights:',
    ...[...criteria.values()].slice(0, 3).map(({ id, weight = 1 }) => `#     ${id}: ${String(weight)}`),
  ];
}

/** The scenario, stated or as a comment, with what it presets. */
function scenarioLines(factor: Factor, knowledge: KnowledgeBase, { lang, scenario }: TemplateSettings): string[] {
  const describe = new Describer(knowledge, lang);
  const chosen = knowledge.scenarios.get(scenario ?? '');
  const presets = Object.entries(chosen?.presets ?? {}).map(([name, test]) => describe.test(name, test));
  const stated = `${factor.id}: ${scenario ?? exampleOf(factor, knowledge)}`;
  return [
    ...comment(factor.question[lang], '  ', lang),
    ...(chosen === undefined
      ? comment(`  ${[...knowledge.scenarios.keys()].join(', ')}`, '  ', lang)
      : comment(chosen.summary?.[lang] ?? chosen.title[lang], '  ', lang)),
    ...(presets.length === 0 ? [] : comment(CLI_TEXTS[lang].template.presets(presets), '  ', lang)),
    scenario === undefined ? `  # ${stated}` : `  ${stated}`,
  ];
}

/** The question of a factor, what it takes, and an example to uncomment. */
function factorLines(factor: Factor, indent: string, knowledge: KnowledgeBase, lang: Lang): string[] {
  const values = valuesOf(factor);
  const figure = values.length === 0 ? undefined : figureTakesText(factor, knowledge, lang);
  return [
    ...comment(labelled(factor.title[lang], factor.question[lang], lang), indent, lang),
    ...(values.length === 0
      ? comment(`  ${takesText(factor, knowledge, lang)}`, indent, lang)
      : values.flatMap(({ id, title, meaning }) => comment(`  ${id} · ${(meaning ?? title)[lang]}`, indent, lang))),
    ...(figure === undefined ? [] : comment(`  ${figure}`, indent, lang)),
    `${indent}# ${factor.id}: ${writtenValue(factor, exampleOf(factor, knowledge))}`,
  ];
}

/** The same in an entry of a collection; the first factor opens the entry. */
function itemLines(factor: Factor, isFirst: boolean, knowledge: KnowledgeBase, lang: Lang): string[] {
  const stated = `${factor.id}: ${writtenValue(factor, exampleOf(factor, knowledge))}`;
  return [
    ...comment(`      ${labelled(factor.title[lang], takesText(factor, knowledge, lang), lang)}`, '  ', lang),
    isFirst ? `  #   - ${stated}` : `  #     ${stated}`,
  ];
}

/** A line of the head: a command as it is, a sentence in as many lines as it takes. */
function headLine(line: string, lang: Lang): string[] {
  if (line === '') return ['#'];
  return line.startsWith(' ') ? [`# ${line}`] : comment(line, '', lang);
}

/** A text as comments; what it begins with is kept before each of its lines. */
function comment(text: string, indent: string, lang: Lang): string[] {
  const [lead = ''] = /^ */.exec(text) ?? [];
  return wrap(text.trim(), COLUMNS - indent.length - lead.length - 2, lang).map((line) => `${indent}# ${lead}${line}`);
}
