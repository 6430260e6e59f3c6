/** Requests that leave the backend: each module that makes one is known here, with the party that it tells of people. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { destinationNames } from '@gigsy/schema';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The two ways out: a connection to an address that was checked, and the runtime's own fetch. */
const WAY_OUT =
  /from '(?:\.{1,2}\/)+(?:[\w/]+\/)?(?:connect|follow|post|download|readPage)\.js'|from 'node:(?:https?|http2|net|tls|dgram)'|(?<![.\w])fetch\(/;

/** The destination that each module tells of people, or the reason why it tells of nobody. */
const SENDERS: Readonly<Record<string, { to: string } | { nobody: string }>> = {
  'convex/profile/node/gitHub.ts': { to: 'github' },
  'convex/model/profile/clerkApi.ts': { to: 'clerk' },
  'convex/profile/node/photos.ts': { to: 'pictureHost' },
  'convex/portfolio/node/links.ts': { to: 'linkHost' },
  'convex/trust/node/send.ts': { to: 'messageProvider' },
  'convex/trust/node/open.ts': { to: 'identityProvider' },
  'convex/trust/node/standIn.ts': { nobody: 'the deployment itself, on a machine for development' },
  'convex/trust/node/look.ts': { to: 'claimedHost' },
  'convex/portfolio/node/readPage.ts': { nobody: 'the way of links and claims: links.ts and look.ts call it' },
  'convex/operations/node/follow.ts': { nobody: 'the way of pictures and links: it makes no request of its own' },
  'convex/profile/node/download.ts': { nobody: 'the way of the pictures: photos.ts calls it' },
  'convex/operations/node/connect.ts': { nobody: 'the way out itself: it makes no request of its own' },
  'convex/profile/node/post.ts': { nobody: 'the way of alerts and anchors' },
  'convex/profile/node/alerts.ts': { nobody: 'numbers of faults' },
  'convex/privacy/node/anchor.ts': { nobody: 'a hash' },
  'convex/operations/node/addresses.ts': { nobody: 'looks names up, and posts nothing' },
  'convex/events/node/post.ts': { nobody: 'the way of the webhooks: deliver.ts calls it' },
  'convex/operations/node/exportSpans.ts': { nobody: 'spans: names of the code, random numbers, times and codes' },
  'convex/events/node/deliver.ts': { nobody: 'news of public views, by surrogates and names of sections' },
};

/** Code without its comments. */
function codeOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

const files = globSync('convex/**/*.ts', { cwd: root })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.includes('/_generated/'));

test('every module with a way out says whom it tells of people', () => {
  const found = files.filter((file) => WAY_OUT.test(codeOf(file)));
  expect(found.sort(), 'declare the party in packages/schema/src/privacy/disclosures.ts and here').toEqual(
    Object.keys(SENDERS).sort(),
  );
});

test('every declared party is told by a module, and each disclosure is said before it is made', () => {
  const told = Object.values(SENDERS).flatMap((sender) => ('to' in sender ? [sender.to] : []));
  expect(told.sort()).toEqual([...destinationNames].sort());
  const said = files.flatMap((file) =>
    [...codeOf(file).matchAll(/\bdisclosed\(ctx, \{ to: '(\w+)'/g)].map(([, to]) => to),
  );
  expect(said.sort()).toEqual([...destinationNames].sort());
});
