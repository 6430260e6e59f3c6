/**
 * Freezes the current build as the build of the packages' version: copies dist/embed to releases/<version> and records
 * today's answers of the API. Part of `npm run release`, after the version was raised. A frozen build never changes.
 */
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { build } from '../build.ts';
import { root } from '../build/stamp.ts';
import { assembleChannel, manifestIn, releaseFolder } from './assemble.ts';
import { recordAnswers } from './record.ts';

const HELP = `npm run release:freeze

Builds, copies the embed build to releases/<version of the packages> and records the API's answers for the tests of
later builds. Refuses to change a build that is frozen already. Part of npm run release.
`;

async function freeze(): Promise<void> {
  process.stderr.write('Building ...\n');
  await build({ ifStale: true });
  const embed = path.join(root, 'dist/embed');
  const { version, files } = manifestIn(embed);
  const folder = releaseFolder(version);
  if (existsSync(folder)) {
    if (JSON.stringify(manifestIn(folder).files) === JSON.stringify(files))
      return void process.stdout.write(`${version} is frozen already.\n`);
    throw new Error(
      `releases/${version} holds another build, and a released build never changes: raise the version first (npm run release).`,
    );
  }
  process.stderr.write('Recording the answers of the API ...\n');
  await recordAnswers(version);
  cpSync(embed, folder, { recursive: true });
  assembleChannel();
  process.stdout.write(`Frozen: releases/${version} and tests/e2e/answers/${version}.json. Commit both.\n`);
}

if (process.argv.includes('--help')) {
  process.stdout.write(HELP);
} else {
  try {
    await freeze();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
