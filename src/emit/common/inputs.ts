import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { AnyRecommendation, Input } from '../../language/schema/results/recommendation.js';
import { withBrackets } from '../../language/text/text.js';
import { SHARED_TEXTS } from './texts/index.js';

/** One thing that was decided for: a factor or a constraint, its value, and where that is from. */
export interface InputRow {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

/**
 * What a recommendation was decided for, in the order of the document, then the constraints, which are by id.
 *
 * @param all whether what is typical of the scenario, and decides nothing, is listed too
 */
export function inputRows({ inputs, workload, lang }: AnyRecommendation, all: boolean): InputRow[] {
  const { origins, constraints } = SHARED_TEXTS[lang].answer;
  const given = workload.constraints ?? {};
  return [
    ...inputs
      .filter(({ origin }) => all || origin !== 'typical')
      .map((input) => ({
        name: nameOfInput(input),
        value: input.valueTitle,
        origin:
          input.source === undefined ? origins[input.origin] : withBrackets(origins[input.origin], input.source, lang),
      })),
    ...(['forbid', 'require', 'omit'] as const).flatMap((kind) => {
      const names = given[kind] ?? [];
      return names.length === 0
        ? []
        : [{ name: constraints[kind], value: names.join(TYPOGRAPHY[lang].comma), origin: origins.stated }];
    }),
  ];
}

/** The title of an input, behind the item that it is stated of. */
const nameOfInput = ({ title, of }: Input): string =>
  of === undefined ? title : `${of.split('/')[1] ?? of} · ${title}`;
