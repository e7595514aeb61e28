import { Document, isCollection, visit, type ToStringOptions } from 'yaml';
import type { Decision } from '../../language/schema/knowledge/decision.js';
import { escapedInQuotes, isUnprintable } from '../../language/text/printable.js';
import { defineEmitter, optionSchema } from '../emitter.js';

/** A document that somebody writes, as YAML: a decision with its short parts each in one line, or a workload. */
export const yamlEmitter = defineEmitter({
  id: 'yaml',
  accepts: ['Decision', 'Workload'],
  options: optionSchema({}),
  unprintable: 'escaped',
  emit: (document) => [
    { text: document.kind === 'Decision' ? decisionToYaml(document) : yamlText(new Document(document)) },
  ],
});

/** Parts that are short enough for one line. */
const IN_ONE_LINE = new Set(['title', 'outputs', 'aggregate', 'when', 'ask', 'alternatives', 'implementations']);

function decisionToYaml(decision: Decision): string {
  const document = new Document(decision);
  visit(document, {
    Pair(_, { key, value }, ancestors) {
      const name = String(key);
      const answer = name === 'then' ? decision.outputs === undefined : isWithin(ancestors, 'then');
      if (isCollection(value) && (IN_ONE_LINE.has(name) || answer)) value.flow = true;
    },
    Map(_, map, ancestors) {
      if (isWithin(ancestors, 'figures')) map.flow = true;
    },
    Scalar(_, scalar, ancestors) {
      // Bare, the parts of such a text would be lines of their own, which may read as a list.
      const inLine = ancestors.some((node) => isCollection(node) && node.flow === true);
      if (inLine && /[\r\n]/.test(String(scalar.value))) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return yamlText(document, { lineWidth: 0, flowCollectionPadding: false });
}

/** A document as YAML, with quotes where there is a character that cannot be printed: between them, YAML has a form for it. */
function yamlText(document: Document, options?: ToStringOptions): string {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && isUnprintable(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return escapedInQuotes(document.toString(options));
}

const isWithin = (ancestors: readonly unknown[], name: string): boolean =>
  ancestors.some((node) => typeof node === 'object' && node !== null && 'key' in node && String(node.key) === name);
