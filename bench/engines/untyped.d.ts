declare module '@hbtgmbh/dmn-eval-js' {
  /** As far as the bench uses it; the package has no types. */
  export const decisionTable: {
    parseDmnXml(xml: string): Promise<object>;
    evaluateDecision(id: string, decisions: object, context: object): { readonly o: string };
  };
}

// Peers are installed by the bench alone, so that nobody else waits for them; without them, nothing is known of their types.
declare module '@gorules/zen-engine';
declare module 'feelin';
declare module 'json-rules-engine';
