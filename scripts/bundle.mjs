// A step of the build: bundles the code, or the declarations. Through the API, for the tool's own command line warns on every Node 20.
import { build } from 'tsdown';

try {
  await build({ logLevel: 'warn', failOnWarn: true, filter: process.argv[2] ?? 'code' });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message.replaceAll(/^ +at .*\n?/gm, '')); // the bundler's own stack
  process.exitCode = 1;
}
