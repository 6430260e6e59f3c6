/// <reference types="vite/client" />
/** The backend under convex-test, with its components, limits on, and people to call it as. */
import { randomHex } from '@gigsy/schema';
import { vi } from 'vitest';
import migrations from '@convex-dev/migrations/test';
import rateLimiter from '@convex-dev/rate-limiter/test';
import { convexTest } from 'convex-test';
import { internalActionGeneric } from 'convex/server';
import type { FunctionReference, FunctionReturnType, GenericMutationCtx, OptionalRestArgs } from 'convex/server';
import { api } from '../../convex/_generated/api.js';
import type { DataModel } from '../../convex/_generated/dataModel.js';
import type { ActionCtx } from '../../convex/_generated/server.js';
import { raised } from '../../convex/model/contract/errors.js';
import { base64url } from '../../convex/model/contract/hash.js';
import type { PageRead } from '../../convex/model/portfolio/links/queue.js';
import { readPages } from '../../convex/model/portfolio/links/readPages.js';
import { takeGitHub } from '../../convex/model/profile/takeGitHub.js';
import { type Signing, signCredential, signList } from '../../convex/model/trust/credentials/signing.js';
import type { Message } from '../../convex/model/trust/messages.js';
import { type Found, type Look, lookAt } from '../../convex/model/trust/looks.js';
import { openSession } from '../../convex/model/trust/openSession.js';
import { playStandIn } from '../../convex/model/trust/standIn.js';
import { sendMessage } from '../../convex/model/trust/sendMessage.js';
import { type Read, takePhoto } from '../../convex/model/profile/takePhoto.js';
import schema from '../../convex/schema.js';
import { heldToContract } from './declared-errors.ts';

export const modules = import.meta.glob(['../../convex/**/*.ts', '../../convex/**/*.js', '!../../convex/**/*.d.ts']);

/** Content of the addresses that people give for their pictures; only the network is not real here. */
export const pictures = new Map<string, Read>();
/** Words of the pages to which contributions lead. */
export const pages = new Map<string, PageRead>();
/** Messages that the provider was given, the last one last. A fault that is set keeps it from taking any. */
export const messages: { sent: Message[]; fault?: string } = { sent: [] };
/** Outcomes of looks at claimed domains and pages; those that are not here do not show what they should. */
export const places = new Map<string, Found | ((look: Look) => Found)>();
interface IdentityRequest {
  check: string;
  subject: string;
}
/** Requests to the provider of identity checks, and those of its stand-in to the inbox. */
export const identityRequests: IdentityRequest[] = [];
export const standInRequests: { path: string; body: string; headers: Record<string, string> }[] = [];
/** Answers of GitHub by path. */
export const gitHub = new Map<string, unknown>();
/** Whether the actions that sign are lost. */
export const signing = { lost: false };
/** Proofs without a signature, and lists that are not compressed: the libraries that make real ones need Node. */
const withoutCryptography: Signing = {
  sign: async (unsigned, { key: { kid }, issuer }) => ({
    ...unsigned,
    proof: { verificationMethod: `${issuer}#${kid}` },
  }),
  encoded: (bits) => `u${base64url(new Uint8Array(bits))}`,
};
const withoutNetwork = {
  ...modules,
  '../../convex/profile/node/gitHub.ts': async () => ({
    take: internalActionGeneric({
      handler: (ctx, args) =>
        takeGitHub(ctx as ActionCtx, args as Parameters<typeof takeGitHub>[1], async (path) => {
          const body = gitHub.get(path);
          return body === undefined ? 'unknown_user' : { body };
        }),
    }),
  }),
  '../../convex/trust/node/send.ts': async () => ({
    run: internalActionGeneric({
      handler: (ctx, args) =>
        sendMessage(ctx as ActionCtx, args as Parameters<typeof sendMessage>[1], async (_, message) => {
          if (messages.fault === undefined) messages.sent.push(message);
          return messages.fault;
        }),
    }),
  }),
  '../../convex/trust/node/open.ts': async () => ({
    run: internalActionGeneric({
      handler: (ctx, args) =>
        openSession(ctx as ActionCtx, args as Parameters<typeof openSession>[1], async (_, { body }) => {
          identityRequests.push(JSON.parse(body) as IdentityRequest);
          return { fault: null, body: JSON.stringify({ url: 'https://identity.example/check' }) };
        }),
    }),
  }),
  // Requests of the stand-in stay here: an action cannot fetch from its own deployment in these tests.
  '../../convex/trust/node/standIn.ts': async () => ({
    run: internalActionGeneric({
      handler: (ctx, args) =>
        playStandIn(ctx as ActionCtx, args as Parameters<typeof playStandIn>[1], async (path, request) => {
          standInRequests.push({ path, ...request });
        }),
    }),
  }),
  '../../convex/trust/node/look.ts': async () => ({
    run: internalActionGeneric({
      handler: (ctx, args) =>
        lookAt(ctx as ActionCtx, args as Parameters<typeof lookAt>[1], async (look) => {
          const found = places.get(look.subject);
          return typeof found === 'function' ? found(look) : found === undefined ? 'not_shown' : found;
        }),
    }),
  }),
  '../../convex/trust/node/sign.ts': async () => ({
    credential: internalActionGeneric({
      handler: async (ctx, args) =>
        signing.lost
          ? null
          : signCredential(ctx as ActionCtx, args as Parameters<typeof signCredential>[1], withoutCryptography),
    }),
    list: internalActionGeneric({
      handler: (ctx, args) => signList(ctx as ActionCtx, args as Parameters<typeof signList>[1], withoutCryptography),
    }),
  }),
  // Deliveries stay in their queue. Tests of the queue claim and settle them.
  '../../convex/events/node/deliver.ts': async () => ({
    run: internalActionGeneric({ handler: async () => null }),
    challenge: internalActionGeneric({ handler: async () => null }),
  }),
  // Spans stay in their table. Tests settle them.
  '../../convex/operations/node/exportSpans.ts': async () => ({
    run: internalActionGeneric({ handler: async () => null }),
  }),
  '../../convex/portfolio/node/links.ts': async () => ({
    read: internalActionGeneric({
      handler: (ctx, args) =>
        readPages(
          ctx as ActionCtx,
          args as Parameters<typeof readPages>[1],
          async (url) => pages.get(url) ?? { fault: 'refused' },
        ),
    }),
  }),
  '../../convex/profile/node/photos.ts': async () => ({
    take: internalActionGeneric({
      handler: (ctx, args) =>
        takePhoto(
          ctx as ActionCtx,
          args as Parameters<typeof takePhoto>[1],
          async (source) => pictures.get(source) ?? { fault: 'not_a_picture' },
        ),
    }),
  }),
};

export const ISSUER = 'https://clerk.example.test';
export const SITE = 'https://example.convex.site';
export const CDN = 'https://cdn.example.test';

/** Made for this run alone. */
const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
]);
export const SIGNING_KEYS = JSON.stringify({
  keys: [{ ...(await crypto.subtle.exportKey('jwk', privateKey)), kid: 'test' }],
});

const VERIFICATION_SECRET = randomHex(32);
/** Of the form of keys; nothing is signed with them here. */
export const CREDENTIAL_KEYS = JSON.stringify({
  keys: [
    { kty: 'OKP', crv: 'Ed25519', kid: 'new', x: 'A'.repeat(43), d: 'B'.repeat(43) },
    { kty: 'OKP', crv: 'Ed25519', kid: 'old', x: 'C'.repeat(43) },
  ],
});

export function deployment() {
  process.env.CLERK_JWT_ISSUER_DOMAIN = ISSUER;
  process.env.CONVEX_CLOUD_URL = 'https://example.convex.cloud';
  process.env.CONVEX_SITE_URL = SITE;
  process.env.GIGSY_CDN_URL = CDN;
  process.env.EMBED_SIGNING_KEYS = SIGNING_KEYS;
  process.env.GIGSY_VERIFICATION_SECRET = VERIFICATION_SECRET;
  process.env.GIGSY_CREDENTIAL_KEYS = CREDENTIAL_KEYS;
  process.env.GIGSY_MESSAGE_URL = 'https://messages.example/v1/messages';
  messages.sent = [];
  places.clear();
  identityRequests.length = standInRequests.length = 0;
  signing.lost = false;
  delete messages.fault;
  const test = convexTest({ schema, modules: withoutNetwork, transactionLimits: true });
  rateLimiter.register(test);
  migrations.register(test);
  const t = heldToContract(test);
  const as = (subject: string) => raising(t.withIdentity({ issuer: ISSUER, subject }));
  return { t, as };
}
export type Deployment = ReturnType<typeof deployment>;
export type Caller = ReturnType<Deployment['as']>;

type Mutation = FunctionReference<'mutation', 'public' | 'internal'>;
type Inline = (ctx: GenericMutationCtx<DataModel>) => Promise<unknown>;
type Answer<M extends Mutation | Inline> = M extends Mutation
  ? Exclude<FunctionReturnType<M>, { refused: unknown }>
  : M extends Inline
    ? Awaited<ReturnType<M>>
    : never;

/** The accessor, as the SDK is towards its callers: a refusal that a mutation returns is thrown. */
export function raising<T extends { mutation: unknown }>({ mutation: call, ...accessor }: T) {
  const mutation = async <M extends Mutation | Inline>(
    given: M,
    ...args: M extends Mutation ? OptionalRestArgs<M> : []
  ): Promise<Answer<M>> =>
    raised(await (call as (mutation: Mutation | Inline, ...args: unknown[]) => Promise<never>)(given, ...args));
  return { ...accessor, mutation };
}

let count = 0;
/** A fresh idempotency key. */
export function key(): string {
  count += 1;
  return `test-key-${count}`;
}

/** Creates a profile as `handle` and returns the caller who owns it. */
export async function person(
  { as }: Deployment,
  handle: string,
  more: { role?: 'student' | 'employer' | 'mentor'; sections?: object } = {},
): Promise<Caller> {
  const caller = as(`user_${handle}`);
  await caller.mutation(api.profile.create, {
    handle,
    role: more.role ?? 'student',
    idempotencyKey: key(),
    sections: { identity: { displayName: `Person ${handle}`, headline: 'Builds things' }, ...more.sections },
  });
  return caller;
}

/**
 * Waits for the pictures that were asked for just now. Call it before anything else: convex-test mixes up the transactions
 * of an action that stores a file and of a call at the same time.
 */
export async function photosTaken({ t }: Deployment): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
  await t.finishInProgressScheduledFunctions();
}

/** Runs what is scheduled for now, and what that schedules, round by round. For tests that hold the clock. */
export async function scheduledRun({ t }: Deployment, rounds = 6): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await vi.advanceTimersByTimeAsync(0);
    await t.finishInProgressScheduledFunctions();
  }
}

/** The error data a call was refused with; fails the test when the call succeeds or throws anything else. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; fields?: { path: string; message: string; code?: string }[] }> {
  const error = await call.then(
    () => {
      throw new Error('expected a refusal, the call succeeded');
    },
    (thrown: unknown) => thrown,
  );
  const data = (error as { data?: unknown }).data;
  if (data === undefined) throw error;
  return (typeof data === 'string' ? JSON.parse(data) : data) as never;
}
