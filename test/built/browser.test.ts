import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { loadKnowledge, recommend } from '../../src/index.js';
import { ROOT } from '../support/cli.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
if (missing && process.env['WHICHSTACK_CI'] === undefined)
  console.warn(`skipped: no browser at ${CHROMIUM} (set CHROMIUM to one)`);

const workload = {
  requirements: { scenario: 'serverless', startup: '80ms', security: 'medium', data: 'objects' },
} as const;

/** The library bundled as a web application would, without anything of Node. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { loadKnowledge, recommend, DiagnosticError } from './dist/index.js';
        window.answer = recommend(loadKnowledge(), ${JSON.stringify(workload)}, { asOf: '2026-11-23' });
        const overlay = new Map([['a.yaml', 'apiVersion: whichstack/v1\\nkind: Package\\nid: a\\n']]);
        try { loadKnowledge(overlay); } catch (error) { window.refused = error instanceof DiagnosticError && error.message; }
      `,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

it.skipIf(missing && process.env['WHICHSTACK_CI'] === undefined)(
  'The library decides in a browser as in Node, and validates knowledge there, under a policy that forbids compiling code',
  async () => {
    const script = await bundle();
    const server = createServer((request, response) => {
      const isScript = request.url === '/app.js';
      response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'");
      response.end(isScript ? script : '<!doctype html><script type="module" src="/app.js"></script>');
    }).listen(0, '127.0.0.1');
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => problems.push(message.text()));
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
      await page.waitForFunction('window.refused !== undefined');
      expect(problems.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
      expect(await page.evaluate('window.answer')).toEqual(
        recommend(loadKnowledge(), workload, { asOf: '2026-11-23' }),
      );
      expect(await page.evaluate('window.refused')).toContain('[missing-key] `title` is missing');
    } finally {
      await browser.close();
      server.close();
    }
  },
);
