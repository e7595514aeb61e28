// A step of the build. Through the API, for the tool's own command line warns on every Node 20.
import { build } from 'tsdown';

try {
  await build({ logLevel: 'warn', failOnWarn: true });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message.replaceAll(/^ +at .*\n?/gm, '')); // the bundler's own stack
  process.exitCode = 1;
}
