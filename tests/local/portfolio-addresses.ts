/** Addresses that portfolios give out at a running deployment: of uploads, of files and of badges. */
import { createHash } from 'node:crypto';
import type { PortfolioView } from '@gigsy/schema';
import type { SampleRequest } from '../../packages/schema/src/contract/samples.ts';
import { gif } from '../convex/files.ts';
import { sentData } from '../sent-events.ts';
import type { RunningBackend } from './running-backend.ts';
import { type RunningSource, sent } from './running-source.ts';

const FILE = gif;

interface Upload {
  upload: string;
  /** The path of its address. */
  path: string;
}

async function begun(running: RunningBackend, token: string, { length: size } = FILE): Promise<Upload> {
  const { upload, address } = await running.mutate<{ upload: string; address: string }>(
    token,
    'portfolio/uploads:begin',
    { size },
  );
  return { upload, path: new URL(address).pathname };
}

/** The request that sends the only part of a new upload. */
export async function partOf(running: RunningBackend, token: string): Promise<SampleRequest> {
  return requestOf(await begun(running, token));
}

function requestOf({ path }: Upload, file = FILE): SampleRequest {
  const digest = createHash('sha256').update(file).digest('base64');
  return { path: `${path}/0`, body: file, headers: { 'Content-Digest': `sha-256=:${digest}:` } };
}

/** An upload whose parts have all come. */
export async function sentFile(running: RunningBackend, token: string, file = FILE): Promise<Upload> {
  const upload = await begun(running, token, file);
  await running.request('PUT', requestOf(upload, file));
  return upload;
}

/** The address of the picture in a contribution of the person with this token. */
export async function shownFile(running: RunningBackend, token: string, handle: string): Promise<string> {
  const { upload, path } = await sentFile(running, token);
  await running.request('POST', { path });
  await running.mutate(token, 'portfolio/contributions:add', {
    contribution: { kind: 'media', title: 'A bridge', files: [{ file: upload }] },
    expected: 1,
  });
  await running.mutate(token, 'privacy:update', { changes: { contributions: 'public' }, expected: 1 });
  const view = await running.query<PortfolioView>(null, 'portfolio:get', { handle });
  return view.contributions![0]!.files![0]!.address;
}

/** The address of a badge that a source awards to a person, once everybody sees it. */
export async function awardedBadge(running: RunningBackend, source: RunningSource, handle: string): Promise<string> {
  await source.deliver(
    sent({ id: 'award', type: 'badge.awarded', subject: `handle:${handle}`, data: sentData['badge.awarded'] }),
  );
  for (;;) {
    const { badges = [] } = await running.query<PortfolioView>(null, 'portfolio:get', { handle });
    if (badges[0]) return `/v1/badges/${handle}/${badges[0].id}`;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
