import { expect } from 'vitest';
import { encode, gather } from '../../src/decide/inputs/inputs.js';
import { CompiledEvaluation } from '../../src/program/compile/compiled.js';
import { Interpreter } from '../../src/program/eval/interpreter.js';
import { lower } from '../../src/program/ir/lower.js';
import { runCases } from '../support/cases.js';
import { document, text } from '../support/documents.mjs';
import { compiled, RANDOM_VOCABULARY } from '../support/packages.js';
import { readInto } from '../support/workloads.js';

runCases<(boolean | undefined)[]>('program/known-truth.yaml', {
  required: ['when', 'given'],
  run: ({ when, given }) => {
    const advisory = document('Advisory', 'advice', { when, severity: 'info', text: text('advice') });
    const program = lower(compiled([...RANDOM_VOCABULARY, advisory]));
    const [lowered] = program.advisories;
    if (lowered === undefined) throw new Error('no advisory');
    const read = readInto(
      { apiVersion: 'whichstack/v1', kind: 'Workload', requirements: given as Record<string, unknown> },
      program.knowledge,
    );
    const { codes, items } = encode(gather(read, program.knowledge), program);
    return [Interpreter, CompiledEvaluation].map((Way) => new Way(program, codes, items).truth(lowered.when));
  },
  expectations: {
    is: (truths, expected) => {
      const known = expected === 'unknown' ? undefined : expected;
      expect(truths).toEqual([known, known]);
    },
  },
});
