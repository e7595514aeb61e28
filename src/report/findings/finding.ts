import {
  FINDINGS,
  MATTERS,
  type FindingCode,
  type FindingParams,
  type FindingSeverity,
  type Matter,
} from '../../language/diagnostics/finding-codes.js';
import { FINDING_TEXTS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Finding } from '../../language/schema/results/recommendation.js';
import type { RequirementVerdict } from '../../decide/fit/judge-candidate.js';
import type { Describer } from '../describe.js';

/** What is found, before it is put into a sentence: a code with the parameters of its message, and what it is about. */
export type FindingData<C extends FindingCode = FindingCode> = {
  [Code in C]: {
    readonly code: Code;
    readonly severity: FindingSeverity;
    readonly params: FindingParams<Code>;
    readonly role?: string;
    readonly technology?: string;
    readonly source?: string;
    readonly statements?: readonly string[];
  };
}[C];

/** The finding as a document holds it, with its message in a language. */
export function findingIn(lang: Lang, data: FindingData): Finding {
  const { code, severity, params, role, technology, source, statements } = data;
  return {
    code,
    severity,
    message: messageOf(lang, code, params),
    ...(role !== undefined && { role }),
    ...(technology !== undefined && { technology }),
    ...(source !== undefined && { source }),
    ...(statements && { statements: [...statements] }),
  };
}

/** The message of a code, of whose parameters the types have made sure. */
function messageOf(lang: Lang, code: FindingCode, params: unknown): string {
  return (FINDING_TEXTS[lang][code].message as (params: unknown) => string)(params);
}

/** The works that decide a verdict, with their dates. */
export function sourcesOf({ judgement }: RequirementVerdict, describe: Describer): string[] {
  const titles = judgement.decisive.map(({ fact, date }) => {
    const title = describe.knowledge.references.get(fact.source)?.title ?? fact.source;
    return date === undefined ? title : `${title}${TYPOGRAPHY[describe.lang].clauseComma}${date}`;
  });
  return [...new Set(titles)];
}

/** Leaves out what would be reported again in the same words; the first is left. */
export function distinct(findings: readonly FindingData[]): FindingData[] {
  const found = new Map<string, FindingData>();
  for (const one of findings) getOrInsert(found, JSON.stringify([one.code, one.params]), () => one);
  return [...found.values()];
}

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];

type Ordered = Pick<Finding, 'code' | 'severity'>;

function matterOf({ code, severity }: Ordered): Matter {
  if (severity === 'error') return 'blocks';
  const { matter } = FINDINGS[code];
  return typeof matter === 'string' ? matter : matter[severity];
}

/**
 * The order of findings in every output: by the matter that they are, the weightiest first. Within a matter, the more severe come first, and else they stay in the
 * order of the stack.
 */
export function byImportance(a: Ordered, b: Ordered): number {
  return (
    MATTERS.indexOf(matterOf(a)) - MATTERS.indexOf(matterOf(b)) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
