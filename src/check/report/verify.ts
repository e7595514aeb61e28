import type { Span } from '../../language/diagnostics/diagnostic.js';
import { linesOf } from '../../language/diagnostics/lines.js';
import { API_VERSION, type Lang } from '../../language/format.js';
import { requireValidOptions } from '../../language/options.js';
import { problemSeverity } from '../../language/diagnostics/problem-codes.js';
import type {
  ProblemPlace,
  ProblemReport,
  QuestionCount,
  Verification,
} from '../../language/schema/results/verification.js';
import { Describer } from '../../report/describe.js';
import { versionOf, type KnowledgeBase } from '../../load/knowledge.js';
import type { KnowledgeFiles } from '../../load/load.js';
import { programOf } from '../../program/ir/lower.js';
import { acknowledge, type Acknowledged } from './acknowledge.js';
import { allRules } from '../../program/ir/call-graph.js';
import { freshness, inheritedFreshness } from './freshness.js';
import { identitiesIn, identityOf, outputName } from './inherited.js';
import { ProblemPlaces } from './places.js';
import type { ProblemView } from '../rules/problem.js';
import { problemsOf, type CheckStep } from '../rules/problems.js';
import { witnessOf } from '../geometry/region.js';
import { InputWords } from './inputs.js';
import { ProblemMessages } from './messages.js';

/** How `verify` judges and reports. */
export interface VerifyOptions {
  /** The language of all texts. */
  readonly lang: Lang;
  /** The date, as `YYYY-MM-DD`, on which facts must be fresh. */
  readonly asOf: string;
  /** The texts of overlays, by file name, so that their problems can be located. */
  readonly files?: KnowledgeFiles;
  /** Returns the text of any other file, by the name under which it was compiled. */
  readonly textOf?: (file: string) => string | undefined;
  /** How many questions an interview takes, if the report shall include it. */
  readonly questions?: QuestionCount;
  /** The knowledge of the packages below: what is wrong with it by itself is marked as inherited. By default, all packages are checked alike. */
  readonly below?: KnowledgeBase;
  /** Called with each step when it begins. */
  readonly progress?: (step: VerifyStep) => void;
}

/** A step of `verify`: of the check itself, the check of the packages below, and the writing of the report. */
export type VerifyStep = CheckStep | { readonly step: 'below' | 'report' };

/** A verification, and the span of each problem whose file is available. */
export interface Verified {
  readonly verification: Verification;
  readonly spans: ReadonlyMap<ProblemReport, Span>;
}

/** A problem lists at most so many boxes; the others are only counted. */
const MAX_LISTED_BOXES = 100;

/**
 * Proves that tables and trees of the knowledge have no gaps, that they contradict neither themselves nor one another nor the facts, and that
 * nothing in the knowledge is unused. Each problem that occurs for some inputs has a witness, for which the interpreter confirms it.
 *
 * @returns the report: problems that no tension acknowledges first, the most severe first
 *
 * @throws {DiagnosticError} when an option is not valid
 */
export function verify(knowledge: KnowledgeBase, options: VerifyOptions): Verified {
  // find -> acknowledge -> compare with the packages below -> locate -> put into words
  const { lang, asOf, files = new Map<string, string>(), textOf = () => undefined, questions, below } = options;
  const { progress = () => undefined } = options;
  requireValidOptions(options);
  const program = programOf(knowledge);
  const describe = new Describer(knowledge, lang);
  const messages = new ProblemMessages(describe);
  const inputs = new InputWords(describe);
  const places = new ProblemPlaces(knowledge, files, textOf);
  const spans = new Map<ProblemReport, Span>();
  const found = acknowledge(problemsOf(program, asOf, progress), program);
  const own = ownPackages(knowledge, below);
  if (below !== undefined) progress({ step: 'below' });
  const known = below === undefined ? new Set<string>() : identitiesIn(below, asOf, lang);
  progress({ step: 'report' });
  const problems = found.map((one) => {
    const origin = places.packageOf(one.problem);
    const belongs = {
      package: origin,
      inherited: known.size > 0 && !own.includes(origin) && known.has(identityOf(one, inputs)),
      span: places.of(one.problem),
    };
    const { span } = belongs;
    const others = places.related(one.problem, span);
    const report = inWords(one, { messages, inputs, knowledge, lang }, belongs, others);
    if (span !== undefined) spans.set(report, span);
    return report;
  });
  problems.sort((a, b) => weight(a) - weight(b));
  const counted = problems.filter(({ inherited }) => inherited !== true);
  const open = counted.filter(({ acknowledged }) => acknowledged === undefined);
  const count = (severity: ProblemReport['severity']): number =>
    open.filter((problem) => problem.severity === severity).length;
  return {
    spans,
    verification: {
      apiVersion: API_VERSION,
      kind: 'Verification',
      lang,
      asOf,
      knowledge: versionOf(knowledge),
      own,
      decisions: program.decisions.length,
      rules: program.decisions.flatMap((decision) => allRules(decision)).length,
      problems,
      counts: {
        error: count('error'),
        warning: count('warning'),
        note: count('note'),
        acknowledged: counted.length - open.length,
        inherited: problems.length - counted.length,
      },
      ...(questions && { questions }),
      freshness: freshnessOf(knowledge, below, { lang, asOf }),
    },
  };
}

/** The packages that are not among those below, each laid over those before it: all, where there are none below. */
function ownPackages({ packages }: KnowledgeBase, below: KnowledgeBase | undefined): string[] {
  const others = new Set(below?.packages.map(({ id }) => id));
  return packages.flatMap(({ id }) => (others.has(id) ? [] : [id]));
}

function freshnessOf(
  knowledge: KnowledgeBase,
  below: KnowledgeBase | undefined,
  settings: { readonly lang: Lang; readonly asOf: string },
): Verification['freshness'] {
  const whole = freshness(knowledge, settings);
  return below === undefined ? whole : inheritedFreshness(whole, freshness(below, settings));
}

const ORDER: readonly ProblemReport['severity'][] = ['error', 'warning', 'note'];

/** The sort key of a problem: those that are not acknowledged come first, and of them the most severe. */
const weight = ({ severity, acknowledged }: ProblemReport): number =>
  ORDER.indexOf(severity) + (acknowledged === undefined ? 0 : ORDER.length);

/** What turns problems into texts. */
interface ReportContext {
  readonly messages: ProblemMessages;
  readonly inputs: InputWords;
  readonly knowledge: KnowledgeBase;
  readonly lang: Lang;
}

function inWords(
  { problem, tension }: Acknowledged,
  { messages, inputs, knowledge, lang }: ReportContext,
  { span, ...belongs }: { readonly package: string; readonly inherited: boolean; readonly span: Span | undefined },
  related: readonly Span[],
): ProblemReport {
  const {
    code,
    decision,
    output,
    other,
    otherOutput,
    rules = [],
    scenario,
    factor,
    levels,
    technology,
    criterion,
    source,
    where = [],
    witness,
    answers,
    unproven,
  }: ProblemView = problem;
  const stated = witness === undefined ? undefined : witnessOf(witness, knowledge);
  const reading = tension === undefined ? undefined : knowledge.tensions.get(tension)?.reading[lang];
  return {
    code,
    severity: problemSeverity(code),
    message: messages.of(problem),
    package: belongs.package,
    ...(belongs.inherited && { inherited: true }),
    ...(decision && { decision: outputName(decision, output) }),
    ...(other && { other: outputName(other, otherOutput) }),
    rules: rules.map(({ origin }) => ({ ...origin })),
    ...(scenario !== undefined && { scenario }),
    ...(factor !== undefined && { factor }),
    ...(levels !== undefined && { levels: [...levels] }),
    ...(technology !== undefined && { technology }),
    ...(criterion !== undefined && { criterion }),
    ...(source !== undefined && { source }),
    where: where.slice(0, MAX_LISTED_BOXES).map((region) => inputs.region(region)),
    boxes: where.length,
    ...(witness && stated && { witness: { ...stated.sections, stated: stated.stated, text: inputs.point(witness) } }),
    ...(answers && { says: messages.answers(problem) }),
    ...(unproven && { unproven: [...unproven] }),
    ...(span && { place: placeOf(span) }),
    ...(related.length > 0 && { related: related.map(placeOf) }),
    ...(tension !== undefined && { acknowledged: { tension, reading: reading ?? '' } }),
  };
}

/** A span by file, line and column. A span without text becomes one character long. */
function placeOf({ source, start, end }: Span): ProblemPlace {
  const lines = linesOf(source);
  return { file: source.name, ...lines.position(start), end: lines.position(Math.max(start + 1, end)) };
}
