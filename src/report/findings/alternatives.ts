import type { RankedCandidate } from '../../decide/fit/fit.js';
import { pointlessBy } from '../../decide/stack/compatible.js';
import type { PlaceDecision, StackDecision } from '../../decide/stack/decide.js';
import type { AlternativeFinding } from '../../language/schema/results/recommendation.js';
import type { Describer } from '../describe.js';
import { FitDescriber } from '../present-fit.js';
import { REPORT_TEXTS } from '../texts/index.js';
import { byImportance, findingIn } from './finding.js';
import { isLeftOpen } from './fit.js';
import { endingOf, upkeepOf } from './lifecycle.js';
import { hazardsMet } from './risks.js';

/** What warns of an alternative, in short, as the findings warn of what is chosen. */
export interface Warnings {
  readonly findings: AlternativeFinding[];
  /** It fails a demand, is no longer maintained, or nothing of it is supported any more. */
  readonly condemned: boolean;
}

/** What warns of a candidate that is offered: demands that it fails or that nothing proves, that it has no purpose here, hazards that are known to be met, ends of its support. */
export function warningsOf(
  ranked: RankedCandidate,
  decided: PlaceDecision,
  decision: StackDecision,
  describe: Describer,
): Warnings {
  const { lang } = describe;
  const { candidate } = ranked;
  const failed = demands('fails').map(({ demand, found }) =>
    warning('requirement-failed', REPORT_TEXTS[lang].reasons.fails(demand, found)),
  );
  const unproven = isLeftOpen(ranked) ? [] : demands('unknown').map(({ demand }) => demand);
  const unmaintained = upkeepOf(ranked, decided, decision, describe);
  const ends = candidate.carried.flatMap((technology) => endingOf(technology, decision.asOf, describe));
  const findings: AlternativeFinding[] = [
    ...failed,
    ...(unproven.length === 0
      ? []
      : [
          {
            code: 'requirement-unproven' as const,
            severity: 'info' as const,
            message: REPORT_TEXTS[lang].unproven(unproven),
          },
        ]),
    ...candidate.carried.flatMap((technology) =>
      pointlessBy(technology, decided.evaluation).map(({ text }) => warning('pointless', text[lang])),
    ),
    ...candidate.carried.flatMap((technology) =>
      hazardsMet(technology, decided.evaluation)
        .filter(({ when }) => when !== undefined)
        .map(({ hazard }) => warning('hazard', hazard.text[lang])),
    ),
    ...[...unmaintained, ...ends].flatMap((data) => {
      const { code, severity, message } = findingIn(lang, data);
      return severity === 'warning' ? [warning(code, message)] : [];
    }),
  ];
  const isOver = ends.some(({ params: { newest, ending } }) => newest === 'none' && ending.length === 0);
  return {
    findings: findings.sort(byImportance),
    condemned: failed.length + unmaintained.length > 0 || isOver,
  };

  /** What is demanded by what is stated, and comes out so. */
  function demands(verdict: 'fails' | 'unknown'): { demand: string; found: string }[] {
    const fit = new FitDescriber(describe, decision);
    return ranked.verdicts
      .filter(
        ({ requirement: { origin }, ...one }) =>
          one.verdict === verdict && origin !== undefined && origin !== 'typical',
      )
      .map((judged) => fit.summary(candidate, judged));
  }
}

const warning = (code: AlternativeFinding['code'], message: string): AlternativeFinding => ({
  code,
  severity: 'warning',
  message,
});
