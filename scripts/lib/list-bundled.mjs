import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledLists, root } from './paths.mjs';

const packageFolder = /(?:^|[\\/])(node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/;

/**
 * Records the packages whose modules are in a bundle, for THIRD-PARTY-NOTICES.md.
 * @param {keyof typeof bundledLists} bundle
 * @param {readonly string[]} modules their files
 */
export function recordBundled(bundle, modules) {
  const folders = new Set(modules.flatMap((file) => packageFolder.exec(file)?.[1]?.replaceAll('\\', '/') ?? []));
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(join(root, bundledLists[bundle]), JSON.stringify([...folders].sort()));
}

/**
 * Records the packages in a bundle after tree shaking.
 * @param {keyof typeof bundledLists} bundle
 * @returns {import('tsdown').TsdownPlugin}
 */
export function listBundled(bundle) {
  return {
    name: 'list-bundled',
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      recordBundled(
        bundle,
        chunks.flatMap((chunk) => chunk.moduleIds),
      );
    },
  };
}
