/**
 * Renames in typebox's declarations what the bundler of declarations takes for something else: a namespace that has the
 * name of a type parameter, and the global `Record` beside a function of that name.
 * @returns {import('tsdown').TsdownPlugin}
 */
export function mendDeclarations() {
  return {
    name: 'mend-declarations',
    transform: {
      order: 'pre',
      filter: { id: /node_modules[\\/]typebox[\\/].*\.d\.mts$/ },
      handler: (code) =>
        code
          .replaceAll(/\bimport \* as Result from/g, 'import * as ResultKinds from')
          .replaceAll(/\bResult\.(?=T)/g, 'ResultKinds.')
          .replaceAll(/\bExtendsResult(?= extends)/g, 'Extension')
          .replaceAll(/\bRecord(?=<(?:PropertyKey|StaticKey),)/g, 'globalThis.Record'),
    },
  };
}
