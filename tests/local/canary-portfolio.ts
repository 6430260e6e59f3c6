/** The portfolio of a made-up person with a mark in everything: a contribution with its file and linked page, uploads, events and a faulty event. */
import type { Gigsy } from '@gigsy/sdk';
import { uploadFile } from '@gigsy/sdk/files';
import { Webhook } from 'standardwebhooks';
import { pdfOf } from '../convex/files.ts';
import { sentData } from '../sent-events.ts';
import type { Canary } from './canary.ts';

const ADDRESS = 'https://courses.example';

interface Deployed {
  siteUrl: string;
  admin: Gigsy;
  /** A host of pages, whose titles are the last parts of their addresses. */
  pages: string;
}

/** A document in which the mark stands. */
const marked = (mark: string) => new Blob([pdfOf({ catalog: `/Lang(${mark})` })]);

/** Gives the person a portfolio. `handle` is theirs. Resolves once the events have been processed. */
export async function markedPortfolio(
  person: Gigsy,
  canary: Canary,
  handle: string,
  deployed: Deployed,
): Promise<void> {
  const { portfolio } = person;
  const { file } = await uploadFile(portfolio.uploads, marked(canary.mark()));
  await portfolio.contributions.add({
    contribution: {
      kind: 'document',
      title: canary.mark(),
      summary: canary.mark(),
      url: `${deployed.pages}/${canary.mark()}`,
      skills: [canary.mark()],
      files: [{ file, alt: canary.mark() }],
    },
    expected: 1,
  });
  while ((await portfolio.contributions.mine())[0]?.link?.state !== 'there')
    await new Promise((resolve) => setTimeout(resolve, 20));
  await uploadFile(portfolio.uploads, marked(canary.mark()));
  await sendPart(portfolio.uploads, canary.mark());
  await sendEvents(canary, handle, deployed);
}

/** The first part of an upload that is never finished. */
async function sendPart({ begin }: Gigsy['portfolio']['uploads'], mark: string): Promise<void> {
  const bytes = new TextEncoder().encode(mark);
  const { address } = await begin({ size: bytes.length });
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
  const response = await fetch(`${address}/0`, {
    method: 'PUT',
    body: bytes,
    headers: { 'Content-Digest': `sha-256=:${digest}:` },
  });
  if (!response.ok) throw new Error(`The part was refused: ${response.status}`);
}

async function sendEvents(canary: Canary, handle: string, { siteUrl, admin }: Deployed): Promise<void> {
  const { source, secret } = await admin.events.sources.register({ label: 'Courses', address: ADDRESS });
  const event = (type: string, data: object) => ({
    ...{ specversion: '1.0', source: ADDRESS, subject: `handle:${handle}`, time: '2026-05-17T09:30:00Z' },
    ...{ type, id: canary.mark(), data },
  });
  const course = {
    ...sentData['course.completed'],
    record: canary.mark(),
    course: { id: canary.mark(), name: canary.mark() },
  };
  const faulty = { ...sentData['gig.completed'], summary: 7, record: canary.mark() };
  const body = JSON.stringify([event('course.completed', course), event('gig.completed', faulty)]);
  const at = new Date();
  const response = await fetch(`${siteUrl}/v1/events?source=${source.source}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/cloudevents-batch+json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret!).sign('msg_1', at, body),
    },
  });
  const { outcomes } = (await response.json()) as { outcomes: { outcome: string }[] };
  if (outcomes.map(({ outcome }) => outcome).join() !== 'accepted,quarantined')
    throw new Error(JSON.stringify(outcomes));
  while ((await admin.events.sources.list()).some(({ waiting }) => waiting > 0))
    await new Promise((resolve) => setTimeout(resolve, 20));
}
