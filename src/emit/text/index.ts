import * as Type from 'typebox';
import { partsInLine } from '../../language/text/printable.js';
import type { DocumentKind, Documents } from '../documents.js';
import { defineEmitter, optionSchema, textsByName } from '../emitter.js';
import { comparisonLines } from './comparison.js';
import { compiledLines } from './compiled/lines.js';
import { definitionLines, matchLines } from './names/definition.js';
import { differenceLines } from './difference.js';
import { explanationLines } from './explanation.js';
import { interviewLines } from './interview.js';
import { factorLines, scenarioLines } from './names/lists.js';
import { mapLines } from './map.js';
import { paintIn } from './paint.js';
import { profileLines, technologyLines } from './profile.js';
import { recommendationLines } from './recommendation/recommendation.js';
import { verificationLines } from './verification/verification.js';
import type { TextView } from './layout.js';
import { whatIfLines } from './what-if.js';

/** The kinds of document that text exists for, each with a function that makes its lines. */
const LINES = {
  Recommendation: recommendationLines,
  WhatIf: whatIfLines,
  DecisionMap: mapLines,
  Interview: interviewLines,
  Comparison: comparisonLines,
  Profile: profileLines,
  Definition: definitionLines,
  MatchList: matchLines,
  TechnologyList: technologyLines,
  FactorList: factorLines,
  ScenarioList: scenarioLines,
  Verification: verificationLines,
  Difference: differenceLines,
  CompiledForm: compiledLines,
  CodeExplanation: explanationLines,
} as const satisfies { readonly [K in DocumentKind]?: (document: Documents[K], view: TextView) => string[] };

/** A document as text for a terminal, in the language that the document was made in. */
export const textEmitter = defineEmitter({
  id: 'text',
  accepts: Object.keys(LINES) as (keyof typeof LINES)[],
  options: optionSchema({
    columns: Type.Optional(Type.Integer({ minimum: 40, description: 'The widest that a line may be; 80 by default.' })),
    color: Type.Optional(Type.Boolean({ description: 'Whether to colour the text for a terminal; false by default.' })),
    all: Type.Optional(Type.Boolean({ description: 'Whether to list in full what is many; false by default.' })),
    full: Type.Optional(
      Type.Boolean({ description: 'Whether to show every section of an answer; false by default: one screen.' }),
    ),
    command: Type.Optional(
      Type.Array(Type.String(), {
        description:
          'The command that the document answers, without the name of the program, for commands to try next.',
      }),
    ),
    sources: Type.Optional(textsByName('The texts of files by name, to show the lines that a document points to.')),
  }),
  unprintable: 'shown',
  emit(document, { columns = 80, color = false, all = false, full = false, command, sources = {} }) {
    const lines = LINES[document.kind] as (document: Documents[DocumentKind], view: TextView) => string[];
    // An example of a file has lines.
    const inLine = document.kind === 'CodeExplanation' ? document : partsInLine(document);
    const view: TextView = { columns, paint: paintIn(color), all, full, command, sources };
    // A tab would move what is below one another.
    return [{ text: `${lines(inLine, view).join('\n').replaceAll('\t', ' ')}\n` }];
  },
  join: (texts) => texts.join('\n'),
});
