// @ts-check
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { runInForeground } from '../process/runInForeground.mjs';
import { cacheDirectory } from '../paths.mjs';
import { giveUp, say } from '../progress.mjs';

const SUPPORTED = [22, 24];
/** The npm package `node` carries the binary itself. */
const FETCHED = 'node@24.21.0';

/**
 * Ends with the running command under a Node.js that Backstage supports: does
 * nothing where it already is one, otherwise fetches one from the npm registry
 * and runs the command again under it.
 */
export async function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED.includes(major)) {
    return;
  }
  if (process.env.MLINFRA_NODE_FETCHED) {
    giveUp(
      `The fetched Node.js reports version ${
        process.versions.node
      }, but ${SUPPORTED.join(
        ' or ',
      )} is needed. Delete ${cacheDirectory} and try again.`,
    );
  }
  const node = await fetchNode();
  const code = await runInForeground(node, process.argv.slice(1), {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    MLINFRA_NODE_FETCHED: '1',
  });
  process.exit(code);
}

async function fetchNode() {
  const directory = path.join(cacheDirectory, 'node');
  const node = path.join(directory, 'node_modules/node/bin/node');
  if (!existsSync(node)) {
    say(
      `Node.js ${process.versions.node} runs here, ${SUPPORTED.join(
        ' or ',
      )} is needed: fetching ${FETCHED} into .mlinfra/`,
    );
    await mkdir(directory, { recursive: true });
    const { code, output } = await run('npm', [
      'install',
      '--prefix',
      directory,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts=false',
      FETCHED,
    ]);
    if (code !== 0 || !existsSync(node)) {
      giveUp(
        `Node.js could not be fetched from the npm registry. Install Node.js ${SUPPORTED.join(
          ' or ',
        )} yourself and try again.\n${output}`,
      );
    }
  }
  return node;
}
