// A step of the build. Through the API, for the tool's own command line warns on every Node 20.
import { build } from 'tsdown';

try {
  await build({ logLevel: 'warn', failOnWarn: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
