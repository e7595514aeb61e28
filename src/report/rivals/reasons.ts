import type { Reason } from '../../decide/stack/constraints.js';
import type { Describer } from '../describe.js';
import { objectionText } from '../findings/stack.js';
import type { FitDescriber } from '../present-fit.js';
import { REPORT_TEXTS } from '../texts/index.js';

/** The text of what keeps a candidate from being chosen. */
export function reasonText(reason: Reason, describe: Describer, fit: FitDescriber): string {
  const texts = REPORT_TEXTS[describe.lang].reasons;
  switch (reason.code) {
    case 'forbidden': {
      const outcome = describe.outcome(reason.outcome);
      return reason.by === 'package' ? texts.forbiddenByPackage(outcome) : texts.forbiddenByWorkload(outcome);
    }
    case 'lacks-required':
      return texts.lacksRequired(describe.outcome(reason.outcome));
    case 'family':
      return texts.otherFamily(describe.outcome(reason.outcome));
    case 'incompatible':
      return objectionText(reason.objection, describe);
    case 'fails': {
      const { demand, found } = fit.summary(reason.candidate, reason.judged);
      return texts.fails(demand, found);
    }
  }
}
