import Type from 'typebox';
import { closed } from '../common.js';
import { FINDING_CODES } from '../../diagnostics/finding-codes.js';
import { FitRowSchema, VerdictSchema } from './fit.js';

const Optional = Type.Optional;
const Str = Type.String();

export const TitledSchema = Type.Object(
  { id: Str, title: Str },
  { ...closed, title: 'Titled', description: 'An id with its title in the language of the document.' },
);

const OutcomeSetSchema = Type.Union([Str, Type.Object({ allOf: Type.Array(Str) }, closed)], {
  title: 'Named',
  description: 'One outcome, or several that are chosen jointly.',
});
const UnchosenSchema = Type.Enum(['any-of', 'alternative', 'implementation', 'fit'], {
  title: 'UnchosenOrigin',
  description: 'Why an outcome was considered: the rules name it, and as what, or only the facts (`fit`).',
});

const by = {
  by: Optional(Type.String({ description: 'The technology that realises it, where it is an interface.' })),
  byTitle: Optional(Str),
};

export const OutcomeRowSchema = Type.Object(
  { id: Str, title: Str, ...by },
  { ...closed, title: 'OutcomeRow', description: 'An outcome, and what realises it where it is an interface.' },
);

const ChosenSchema = Type.Object(
  {
    id: Str,
    title: Str,
    ...by,
    runsOn: Optional(Type.Array(TitledSchema, { description: 'Technologies that it always includes.' })),
  },
  { ...closed, title: 'Chosen', description: 'One member of the combination that is chosen for a role.' },
);

const StepSchema = Type.Object(
  {
    decision: Str,
    title: Str,
    source: Optional(Str),
    because: Type.Array(Type.Object({ factor: Str, test: Str, text: Str }, closed)),
    outcome: Optional(Type.Array(OutcomeSetSchema)),
    outcomeText: Optional(Str),
    reason: Optional(Str),
    package: Type.String({ description: 'The knowledge package that the rule is from.' }),
  },
  { ...closed, title: 'Step', description: 'A rule that took part in the answer.' },
);

const tracedRule = {
  rule: Str,
  source: Optional(Str),
  package: Type.String({ description: 'The knowledge package that the rule is from.' }),
};
const EvaluatedDecisionSchema = Type.Object(
  {
    decision: Str,
    title: Str,
    hits: Type.Array(Type.Object({ ...tracedRule, outcome: Type.Array(OutcomeSetSchema) }, closed)),
    misses: Type.Array(
      Type.Object(
        {
          ...tracedRule,
          factor: Str,
          test: Str,
          saw: Type.Union([Str, Type.Number(), Type.Boolean(), Type.Array(Str), Type.Null()], {
            description: 'The value of the factor, or null where none is stated.',
          }),
          text: Str,
        },
        closed,
      ),
    ),
    outcome: Type.Union([Type.Array(OutcomeSetSchema), Type.Null()], {
      description: 'Any of these; null where the decision has no result.',
    }),
  },
  {
    ...closed,
    title: 'EvaluatedDecision',
    description:
      'A decision that was evaluated: the rules that hit, and for each rule that did not, the first test that failed.',
  },
);

const AlternativeFindingSchema = Type.Object(
  {
    code: Type.Enum(FINDING_CODES, { title: 'FindingCode' }),
    severity: Type.Enum(['warning', 'info']),
    message: Str,
  },
  { ...closed, title: 'AlternativeFinding', description: 'What warns of an alternative, in short.' },
);

const AlternativeSchema = Type.Object(
  {
    id: Str,
    title: Str,
    technologies: Type.Array(Str),
    by: Optional(Str),
    origin: UnchosenSchema,
    rank: Type.Integer({ minimum: 1 }),
    verdict: VerdictSchema,
    score: Type.Number(),
    scores: Type.Record(Str, Type.Number(), { description: 'Distance from the ideal by criterion, 0 to 1.' }),
    findings: Type.Array(AlternativeFindingSchema, {
      description: 'What would be warned of if it were chosen, the most important first.',
    }),
    condemned: Type.Boolean({
      description:
        'It fails a demand, is no longer maintained, or nothing of it is supported: it is not offered to readers.',
    }),
  },
  {
    ...closed,
    title: 'Alternative',
    description: 'A combination that can run and is not chosen, with its rank by the facts.',
  },
);

const RejectionSchema = Type.Object(
  { id: Str, origin: UnchosenSchema, reasons: Type.Array(Type.Object({ code: Str, message: Str }, closed)) },
  { ...closed, title: 'Rejection', description: 'An outcome that cannot be chosen, with the reasons.' },
);

const UnstatedFactorSchema = Type.Object(
  {
    factor: Str,
    of: Optional(Str),
    title: Str,
    defining: Optional(Type.Boolean({ description: 'Whether it says what the workload is, as its scenario does.' })),
    changes: Type.Array(
      Type.Object(
        {
          value: Type.Union([Str, Type.Boolean()]),
          valueTitle: Str,
          chosen: Type.Array(Str),
          text: Str,
        },
        closed,
      ),
    ),
  },
  {
    ...closed,
    title: 'RoleOpenFactor',
    description: 'A factor that is not stated, with the values that would change the choice.',
  },
);

const AssumptionSchema = Type.Object(
  {
    technology: Type.String({ description: 'The technology of the choice that needs it.' }),
    factors: Type.Array(Str, { description: 'What would have to be stated.' }),
    title: Type.String({ description: 'What has to hold, such as “Nodes is at least 3”.' }),
    message: Type.String({ description: 'The need, as the finding `needs-condition` has it.' }),
  },
  {
    ...closed,
    title: 'Assumption',
    description:
      'A need of what is chosen that is not stated to be met: stated not to be, it would exclude the choice.',
  },
);

export const RoleAnswerSchema = Type.Object(
  {
    role: Str,
    title: Str,
    name: Optional(
      Type.String({ description: 'The item that it is for, such as a data need, of a role filled for each.' }),
    ),
    need: Optional(Type.String({ description: 'The kind of that item.' })),
    family: Optional(Type.String({ description: 'The family of what is chosen, such as `container`.' })),
    familyTitle: Optional(Str),
    opinion: Optional(
      Type.Enum(['guide', 'fit'], { description: 'Which opinion decided: the rules of the guide, or the facts.' }),
    ),
    needed: Type.Boolean({ description: 'False where nothing is chosen because nothing is needed.' }),
    chosen: Type.Array(ChosenSchema, { description: 'One runnable combination, all of these jointly.' }),
    assumes: Type.Array(AssumptionSchema, {
      description: 'What has to hold for the choice and is not stated; the choice is conditional on it.',
    }),
    verdict: Optional(VerdictSchema),
    score: Optional(
      Type.Number({
        description: 'Distance of what is chosen from the ideal, 0 to 1, by the worse end of what is known.',
      }),
    ),
    rank: Optional(
      Type.Integer({
        minimum: 1,
        description: 'Its rank when the facts rank everything that can run in this role.',
      }),
    ),
    fitBest: Type.Array(ChosenSchema, {
      description: 'The combination that the facts rank first; empty where they do not tell candidates apart.',
    }),
    fitTied: Type.Array(Str, {
      description:
        'The candidates that the facts rank first and do not tell apart, by their ids, where there are several.',
    }),
    fitText: Optional(
      Type.String({
        description:
          'In one sentence, what the facts do not tell apart, or which demand makes them put something else than what is chosen first.',
      }),
    ),
    weights: Type.Record(Str, Type.Number(), { description: 'The share of each criterion in the score.' }),
    fit: Type.Array(FitRowSchema, { description: 'What the facts state of each requirement.' }),
    guide: Type.Object(
      {
        rules: Type.Array(Str),
        allOf: Optional(Type.Array(Str)),
        anyOf: Optional(Type.Array(OutcomeSetSchema)),
        entailed: Optional(
          Type.Array(Type.Object({ factor: Str, title: Str }, closed), {
            description:
              'The answer is entailed: these factors are not stated, and it is the same with every value of them. Absent where what is stated decides.',
          }),
        ),
      },
      { ...closed, description: "The guide's answer, chosen or not, with the rules that gave it." },
    ),
    possible: Optional(
      Type.Array(OutcomeSetSchema, {
        description:
          'Where nothing is chosen since the rules have no result for what is stated: all that they can still answer, by what is not stated. Absent where that is too much to examine.',
      }),
    ),
    alternatives: Type.Array(AlternativeSchema),
    rejected: Type.Array(RejectionSchema),
    open: Type.Array(UnstatedFactorSchema, {
      description: 'Factors that are not stated and that would change what is chosen, each by itself.',
    }),
    why: Type.Array(StepSchema),
    trace: Optional(Type.Array(EvaluatedDecisionSchema, { description: 'Every decision evaluated, on request.' })),
  },
  {
    ...closed,
    title: 'RoleAnswer',
    description: 'The answer for one role of the stack, or for one item of it: what is chosen, and why.',
  },
);
