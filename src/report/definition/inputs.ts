import type { Dimension, Factor } from '../../language/schema/knowledge/factor.js';
import type { Scenario } from '../../language/schema/knowledge/package.js';
import type { DefinedEntry } from '../../language/schema/results/definition.js';
import type { Lang } from '../../language/format.js';
import { labelled, listed, numberText, withBrackets } from '../../language/text/text.js';
import { asList, operators } from '../../language/values/statement.js';
import { dimensionOf } from '../../load/knowledge.js';
import { rulesWhere, tests } from './citations.js';
import { exampleOf, flagsOf } from './examples.js';
import { valuesOf } from './names.js';
import { figureTakesText, takesText } from './takes.js';
import type { DefinitionTexts } from './texts/texts.js';
import type { DefinitionBody, DefinitionContext } from './sections.js';
import { ownPart } from '../../language/get-or-insert.js';

/** What a scenario presets, and where it comes from. */
export function scenarioBody(scenario: Scenario, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, describe } = context;
  const { summary, presets = {}, typical = {}, items = {}, decisions = {}, source } = scenario;
  const valueOf = (name: string, value: string): string => {
    const factor = knowledge.factors.get(name);
    return labelled(factor?.title[lang] ?? name, factor === undefined ? value : describe.value(factor, value), lang);
  };
  return {
    text: summary?.[lang],
    sections: [
      context.section(
        'presets',
        Object.entries(presets).map(([id, test]) => ({ id, text: describe.test(id, test) })),
      ),
      context.section(
        'typical',
        Object.entries(typical).map(([id, level]) => ({ id, text: valueOf(id, level) })),
      ),
      context.section(
        'items',
        Object.entries(items).flatMap(([id, all]) =>
          all.map((item) => ({
            id,
            text: listed(
              Object.entries(item).map(([name, value]) => valueOf(name, value)),
              lang,
              'and',
            ),
          })),
        ),
      ),
      context.section(
        'own-decisions',
        Object.values(decisions).map((id) => ({ id, title: knowledge.decisions.get(id)?.title[lang] ?? id })),
      ),
      context.clause(source),
      context.section('example', [{ id: `whichstack recommend --scenario ${scenario.id}` }]),
    ],
  };
}

/** The question of a factor, what it takes, and where it is stated. */
export function factorBody(factor: Factor, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, texts, describe } = context;
  const { question, description, howToFind, askedOf, source } = factor;
  const dimension = dimensionOf(factor, knowledge);
  const aboutSection = (id: string): string =>
    id === 'requirements' || id === 'environment'
      ? texts[id].about
      : texts.eachItem(knowledge.collections.get(id)?.title[lang] ?? id);
  return {
    text: question[lang],
    sections: [
      context.paragraph('description', description?.[lang]),
      context.paragraph('how-to-find', howToFind?.[lang]),
      context.section(factor.type === 'ordinal' ? 'levels' : 'values', valueEntries(factor, context)),
      context.paragraph('figure', factor.type === 'ordinal' ? figureTakesText(factor, knowledge, lang) : undefined),
      context.section('units', dimension === undefined ? [] : unitEntries(dimension, context)),
      context.section(
        'stated-in',
        askedOf.map((id) => ({ id, text: aboutSection(id) })),
      ),
      context.section('example', [
        { id: `whichstack recommend ${flagsOf(factor, exampleOf(factor, knowledge), knowledge)}` },
      ]),
      context.list('preset-by', scenariosPresetting(factor, context)),
      context.section(
        'tested-by',
        rulesWhere(({ when }) => tests(when, factor.id), describe),
      ),
      context.clause(source),
    ],
  };
}

/** What a factor can be stated to be. */
function valueEntries(factor: Factor, { lang, texts, knowledge }: DefinitionContext): DefinedEntry[] {
  const listedValues = valuesOf(factor);
  if (listedValues.length > 0)
    return listedValues.map(({ id, title, meaning, bound }) => ({
      id,
      title: title[lang],
      ...((meaning !== undefined || bound !== undefined) && { text: meaningText(meaning?.[lang], bound, lang, texts) }),
    }));
  const text =
    factor.type === 'quantity' ? figureTakesText(factor, knowledge, lang) : takesText(factor, knowledge, lang);
  return text === undefined ? [] : [{ text }];
}

/** What a level means, with the largest figure that it serves. */
function meaningText(
  meaning: string | undefined,
  bound: string | undefined,
  lang: Lang,
  texts: DefinitionTexts,
): string {
  if (bound === undefined) return meaning ?? '';
  return meaning === undefined ? texts.upTo(bound) : withBrackets(meaning, texts.upTo(bound), lang);
}

/** What a value of a factor means, and what depends on it. */
export function valueBody(factor: Factor, id: string, context: DefinitionContext): DefinitionBody {
  const { knowledge, lang, texts, describe } = context;
  const value = valuesOf(factor).find((one) => one.id === id);
  const bounds =
    factor.type === 'ordinal' && 'dimension' in factor && factor.levels.some(({ bound }) => bound !== undefined);
  return {
    text: value?.meaning?.[lang],
    sections: [
      context.section('factor', [{ ...context.entry(factor), text: factor.question[lang] }]),
      context.paragraph(
        'bound',
        bounds ? (value?.bound === undefined ? texts.withoutBound : texts.upTo(value.bound)) : undefined,
      ),
      context.section('example', [{ id: `whichstack recommend ${flagsOf(factor, id, knowledge)}` }]),
      context.list('preset-by', scenariosPresetting(factor, context, id)),
      context.section(
        'tested-by',
        rulesWhere(({ when }) => tests(when, factor.id, id), describe),
      ),
    ],
  };
}

function scenariosPresetting(factor: Factor, { knowledge }: DefinitionContext, value?: string): Scenario[] {
  return [...knowledge.scenarios.values()].filter(({ presets = {}, items = {} }) => {
    const test = ownPart(presets, factor.id);
    const isPreset =
      test !== undefined &&
      (value === undefined || operators(test).some(([, operand]) => asList(operand).includes(value)));
    const inItem = Object.values(items).some((all) =>
      all.some((item) => {
        const preset = ownPart(item, factor.id);
        return preset !== undefined && (value === undefined || preset === value);
      }),
    );
    return isPreset || inItem;
  });
}

/** The units of a dimension, and the factors that are stated in them. */
export function dimensionBody(dimension: Dimension, context: DefinitionContext): DefinitionBody {
  const factors = [...context.knowledge.factors.values()].filter(
    (factor) => 'dimension' in factor && factor.dimension === dimension.id,
  );
  return {
    text: context.texts.takes.figure(dimension.examples),
    sections: [context.section('units', unitEntries(dimension, context)), context.list('factors', factors)],
  };
}

/** Each unit with its size in the base unit. */
const unitEntries = ({ units, base }: Dimension, { texts, lang }: DefinitionContext): DefinedEntry[] =>
  Object.entries(units).map(([id, size]) => ({ id, text: texts.inBase(numberText(size, lang), base) }));
