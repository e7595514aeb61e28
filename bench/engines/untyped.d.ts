declare module '@hbtgmbh/dmn-eval-js' {
  /** As far as the bench uses it; the package has no types. */
  export const decisionTable: {
    parseDmnXml(xml: string): Promise<object>;
    evaluateDecision(id: string, decisions: object, context: object): { readonly o: string };
  };
}
