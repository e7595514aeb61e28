import type { FindingCode } from '../../language/diagnostics/finding-codes.js';
import type { Finding } from '../../language/schema/results/recommendation.js';

/** What kind of matter a finding is, the weightiest first. */
const MATTERS = [
  'blocks',
  'fails',
  'unproven',
  'conflicts',
  'hazards',
  'conditional',
  'ageing',
  'information',
] as const;
type Matter = (typeof MATTERS)[number];

/** By code: the matter of a finding. One that is only worth knowing may count as another matter than one that warns. */
const MATTER_OF: Readonly<Record<FindingCode, Matter | { readonly warning: Matter; readonly info: Matter }>> = {
  unsatisfiable: 'blocks',
  'requirement-failed': 'fails',
  'requirement-unproven': 'unproven',
  'requirement-conditional': 'conditional',
  incompatible: 'conflicts',
  pointless: 'conflicts',
  'departs-from-scenario': 'conflicts',
  'hit-policy': 'conflicts',
  'item-kind-open': 'unproven',
  'second-choice': 'conflicts',
  'required-over-guide': 'conflicts',
  'needs-condition': 'conflicts',
  'guide-silent': { warning: 'conflicts', info: 'information' },
  advisory: 'hazards',
  hazard: { warning: 'hazards', info: 'information' },
  lifecycle: 'ageing',
  'lifecycle-ending': 'ageing',
  'knowledge-old': 'ageing',
  'realisation-open': 'information',
  'required-joined': 'information',
};

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

type Ordered = Pick<Finding, 'code' | 'severity'>;

function matterOf({ code, severity }: Ordered): Matter {
  if (severity === 'error') return 'blocks';
  const matter = MATTER_OF[code];
  return typeof matter === 'string' ? matter : matter[severity];
}

/**
 * The order of findings in every output: what blocks the answer; demands that the choice fails; demands that nothing proves; what conflicts with the rest or
 * departs from what was answered or preset; hazards that this workload meets, and advisories on it; demands that are met under conditions alone; what ages; and what is only worth knowing. Within a
 * matter, the more severe come first, and else they stay in the order of the stack.
 */
export function byImportance(a: Ordered, b: Ordered): number {
  return (
    MATTERS.indexOf(matterOf(a)) - MATTERS.indexOf(matterOf(b)) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
