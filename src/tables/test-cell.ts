import { LANGS } from '../language/format.js';
import { TYPOGRAPHY } from '../language/texts/index.js';
import { asList, operators } from '../language/values/statement.js';
import { flagNamed } from '../language/values/value.js';
import type { Scalar, Test, TestObject } from '../language/schema/knowledge/condition.js';
import type { Factor } from '../language/schema/knowledge/factor.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { TABLE_TEXTS } from './texts/index.js';
import { idOf, isWord, plain, split, unquoted, within, wordPattern } from './words.js';

/** What a column tests: a factor, or the answer of a decision. */
export type TestSubject = { readonly kind: 'factor'; readonly factor: Factor } | { readonly kind: 'decision' };

/** Why a cell is no test. */
export type TestProblem =
  | { readonly problem: 'malformed' }
  | { readonly problem: 'alternatives'; readonly value: string }
  | { readonly problem: 'repeats'; readonly operator: string };

type Operator = Exclude<keyof TestObject, 'some'>;
type Clause = readonly [Operator | 'equals', Scalar | readonly Scalar[]];

/** The comparisons, the longer first. */
const COMPARISONS = [
  ['>=', 'atLeast'],
  ['<=', 'atMost'],
  ['!=', 'not'],
  ['>', 'above'],
  ['<', 'below'],
  ['=', 'equals'],
] as const;
const COMMA = /,/;
/** A conjunction between spaces, or one of a script that needs none. */
const AND = new RegExp(
  LANGS.map((lang) => {
    const { and } = TABLE_TEXTS[lang].words;
    return TYPOGRAPHY[lang].wordGap === '' ? `\\s*${and}\\s*` : `\\s+${and}\\s+`;
  }).join('|'),
);
const INTERVAL = /^([[(\]])([\s\S]+?)\.\.([\s\S]+)([\])[])$/;
const MEMBER = new RegExp(`^(${wordPattern('includes')}|${wordPattern('excludes')})\\s+([\\s\\S]+)$`, 'iu');

/** Reads the cell of a test: a value, a list of them, a comparison, an interval, `not(…)`, or several of these joined by `and`. */
export function readTest(cell: string, subject: TestSubject, knowledge: KnowledgeBase): Test | TestProblem {
  return new TestReader(subject, knowledge).test(plain(cell));
}

/** Whether a cell could not be read as a test. */
export const isProblem = (test: Test | TestProblem): test is TestProblem =>
  typeof test === 'object' && 'problem' in test;

class TestReader {
  constructor(
    private readonly subject: TestSubject,
    private readonly knowledge: KnowledgeBase,
  ) {}

  test(text: string): Test | TestProblem {
    if (this.isName(text)) return this.inSubject(this.value(text));
    const pieces = split(text, COMMA);
    if (pieces.includes('')) return { problem: 'malformed' };
    if (pieces.length > 1) {
      const value = pieces.find((piece) => !this.isName(piece) && this.clauses(piece) !== undefined);
      if (value !== undefined) return { problem: 'alternatives', value };
      // A test of a set names one member at a time.
      if (this.isSet) return { problem: 'malformed' };
      return pieces.map((piece) => this.value(piece));
    }
    const clauses = this.clauses(text);
    if (clauses === undefined) return this.inSubject(this.value(text));
    return combineClauses(clauses);
  }

  /** A set never equals a name: a name alone tests whether it is in the set. */
  private inSubject(value: Scalar): Test {
    return this.isSet ? { includes: value } : value;
  }

  private get isSet(): boolean {
    return this.subject.kind === 'factor' && this.subject.factor.type === 'set';
  }

  /** The tests that a text is made of; undefined for one that is a value. */
  private clauses(text: string): Clause[] | undefined {
    const clauses: Clause[] = [];
    const pieces = split(text, AND);
    for (const piece of pieces) {
      const found = this.clause(piece);
      if (found !== undefined) clauses.push(...found);
      else if (pieces.length === 1) return undefined;
      else clauses.push([this.isSet ? 'includes' : 'equals', this.value(piece)]);
    }
    return clauses;
  }

  private clause(text: string): Clause[] | undefined {
    if (isWord(text, 'stated') && this.subject.kind === 'factor') return [['stated', true]];
    if (isWord(text, 'empty') && this.subject.kind === 'decision') return [['empty', true]];
    const negated = within(text, 'not');
    if (negated !== undefined) return [this.negation(negated)];
    const any = within(text, 'any');
    if (any !== undefined) return [['equals', split(any, COMMA).map((name) => this.value(name))]];
    const [, open = '', low, high, close = ''] = INTERVAL.exec(text) ?? [];
    if (low !== undefined && high !== undefined) {
      return [
        [open === '[' ? 'atLeast' : 'above', this.value(low.trim())],
        [close === ']' ? 'atMost' : 'below', this.value(high.trim())],
      ];
    }
    const [, member, name] = MEMBER.exec(text) ?? [];
    if (member !== undefined && name !== undefined)
      return [[isWord(member, 'includes') ? 'includes' : 'excludes', this.value(name)]];
    const comparison = COMPARISONS.find(([sign]) => text.startsWith(sign));
    return comparison && [[comparison[1], this.value(text.slice(comparison[0].length).trim())]];
  }

  private negation(text: string): Clause {
    const [inner, ...more] = (this.isName(text) ? undefined : this.clause(text)) ?? [];
    if (inner !== undefined && more.length === 0) {
      const [operator, operand] = inner;
      if (operator === 'stated' || operator === 'empty') return [operator, false];
      if (operator === 'equals') return ['not', operand];
    }
    const names = split(text, COMMA).map((name) => this.value(name));
    const [only] = names;
    if (names.length > 1 || only === undefined) return ['not', names];
    return [this.isSet ? 'excludes' : 'not', only];
  }

  private isName(text: string): boolean {
    return unquoted(text) !== undefined || (RESERVED.test(text) ? false : this.named(text) !== undefined);
  }

  private named(text: string): string | undefined {
    const { subject, knowledge } = this;
    if (subject.kind === 'decision') return idOf(text, knowledge.outcomes);
    return idOf(text, knowledge.values(subject.factor));
  }

  /** A value as the language has it: a name by its id, yes or no, a number where it is nothing else. */
  private value(text: string): Scalar {
    const literal = unquoted(text);
    if (literal !== undefined) return this.named(literal) ?? literal;
    const name = this.named(text);
    if (name !== undefined) return name;
    const type = this.subject.kind === 'factor' ? this.subject.factor.type : undefined;
    if (type === 'flag') return flagNamed(text) ?? text;
    return type === 'quantity' && text !== '' && String(Number(text)) === text ? Number(text) : text;
  }
}

const RESERVED = new RegExp(`^(?:${wordPattern('stated')}|${wordPattern('empty')})$`, 'iu');

/** Several tests as one: each kind of test once. */
function combineClauses(clauses: readonly Clause[]): Test | TestProblem {
  const [first] = clauses;
  if (clauses.length === 1 && first?.[0] === 'equals') return first[1];
  const tests: Partial<Record<Operator, Clause[1]>> = {};
  for (const [operator, operand] of clauses) {
    // What equals a value needs no second test.
    if (operator === 'equals') return { problem: 'malformed' };
    if (Object.hasOwn(tests, operator)) return { problem: 'repeats', operator };
    tests[operator] = operand;
  }
  // Which operators take lists and which names, the checks know.
  return tests as Omit<TestObject, 'some'>;
}

/** Writes a test as a cell; what cells cannot express is left out, so that reading the cell again gives another test. */
export function writeTest(test: Test, subject: TestSubject, knowledge: KnowledgeBase): string {
  const value = (scalar: Scalar): string => {
    const bare = String(scalar);
    const reader = new TestReader(subject, knowledge);
    const again = reader.test(plain(bare));
    const same = again === scalar || (typeof again === 'object' && 'includes' in again && again.includes === scalar);
    return same ? bare : JSON.stringify(bare);
  };
  const values = (operand: unknown): string => {
    const all = asList(operand).map(value).join(', ');
    return Array.isArray(operand) && operand.length === 1 ? `any(${all})` : all;
  };
  const tests = new Map(operators(test));
  const of = (operator: Operator, sign: string): string[] =>
    tests.has(operator) ? [`${sign} ${value(tests.get(operator) as Scalar)}`] : [];
  const [lower, otherLower] = [...of('atLeast', '['), ...of('above', '(')];
  const [upper, otherUpper] = [...of('atMost', ']'), ...of('below', ')')];
  const interval =
    lower !== undefined && upper !== undefined && otherLower === undefined && otherUpper === undefined
      ? [`${lower.replace(' ', '')}..${upper.slice(2)}${upper.slice(0, 1)}`]
      : [...of('atLeast', '>='), ...of('above', '>'), ...of('atMost', '<='), ...of('below', '<')];
  return [
    ...(tests.has('equals') ? [values(tests.get('equals'))] : []),
    ...interval,
    ...(tests.has('not') ? [`not(${values(tests.get('not'))})`] : []),
    ...of('includes', 'includes'),
    ...of('excludes', 'excludes'),
    ...(['stated', 'empty'] as const).flatMap((operator) =>
      tests.has(operator) ? [tests.get(operator) === true ? operator : `not(${operator})`] : [],
    ),
  ].join(' and ');
}
