/**
 * A course provider, a marketplace and a badge issuer in one, as a registered source of the inbox. It is entered like a real
 * one, by an administrator, and its events are signed and posted to `/v1/events` like those of a real one. Its secret is shown
 * once, so it is kept in the data folder, where only its owner can read it.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InboxAnswer, signWebhook } from '@gigsy/schema';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import { writeDurably } from '@gigsy/local';
import { HubError } from '../hub-error.ts';
import type { SeedDoors } from '../seed/seed.ts';

/** The `source` of its events: no address that anybody can own. */
const ADDRESS = 'https://sources.demo.example';
const ADMINISTRATOR = 'noor';

/** An event before it has an id and a time. */
export interface DemoEvent {
  type: string;
  subject: string;
  data: object;
}

export interface DemoSource {
  /** Posts an event, signed. The outcome, or null if the inbox took nothing of it now. */
  send(event: DemoEvent): Promise<InboxAnswer['outcomes'][number]['outcome'] | null>;
}

interface Registered {
  source: string;
  secret: string;
}

/** Enters the source unless it is entered already. */
export async function demoSourceIn(folder: string, doors: SeedDoors): Promise<DemoSource> {
  const file = join(folder, 'demo-source.json');
  let registered = existsSync(file) ? read(file) : undefined;
  if (!registered) {
    registered = await enter(doors);
    writeDurably(file, `${JSON.stringify(registered)}\n`);
  }
  const { source, secret } = registered;
  const inbox = `${doors.addresses.site}/v1/events?source=${source}`;
  return { send: (event) => post(inbox, secret, event) };
}

function read(file: string): Registered {
  try {
    const registered = JSON.parse(readFileSync(file, 'utf8')) as Registered;
    if (registered.source && registered.secret) return registered;
  } catch {
    // Reported below.
  }
  throw new HubError('data_damaged', `${file} is empty or damaged; delete it to give the demo's source a new secret.`);
}

/** A start that was killed before it kept the secret has entered the source already: it gets a new secret. */
async function enter({ addresses, token }: SeedDoors): Promise<Registered> {
  const administrator = createGigsy({ url: addresses.convex, auth: { getToken: () => token(ADMINISTRATOR) } });
  const { source, secret } = await enteredBy(administrator);
  return { source: source.source, secret: secret! };
}

async function enteredBy({ events: { sources } }: Gigsy) {
  const before = (await sources.list()).find(({ address }) => address === ADDRESS);
  return before
    ? sources.rotate({ source: before.source, graceMs: 0 })
    : sources.register({ label: 'Demo sources', address: ADDRESS });
}

async function post(inbox: string, secret: string, event: DemoEvent): ReturnType<DemoSource['send']> {
  const id = randomUUID();
  const timestamp = Math.floor(Date.now() / 1000);
  const time = new Date().toISOString();
  const body = JSON.stringify({ specversion: '1.0', id, source: ADDRESS, time, ...event });
  const answer = await fetch(inbox, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/cloudevents+json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signWebhook(secret, { id, timestamp, body }),
    },
  });
  if (answer.status !== 202) return null;
  return ((await answer.json()) as InboxAnswer).outcomes[0]?.outcome ?? null;
}
