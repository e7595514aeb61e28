import { Document, isCollection, stringify, visit } from 'yaml';
import type { Decision } from '../../language/schema/knowledge/decision.js';
import { defineEmitter, optionSchema } from '../emitter.js';

/** A document that somebody writes, as YAML: a decision with its short parts each in one line, or a workload. */
export const yamlEmitter = defineEmitter({
  id: 'yaml',
  accepts: ['Decision', 'Workload'],
  options: optionSchema({}),
  emit: (document) => [{ text: document.kind === 'Decision' ? decisionToYaml(document) : stringify(document) }],
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
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const isWithin = (ancestors: readonly unknown[], name: string): boolean =>
  ancestors.some((node) => typeof node === 'object' && node !== null && 'key' in node && String(node.key) === name);
