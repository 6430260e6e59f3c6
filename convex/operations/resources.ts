/** `GET /v1/read/{query}`: answers of one query as anybody may have them, many in one request. */
import { canonicalJson, contract, errorDataSchema, listFunctions, routes } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { type ActionCtx, internalQuery } from '../_generated/server.js';
import { isKnown } from '../model/contract/entityTag.js';
import { hashOfText } from '../model/contract/hash.js';
import { emptyResponse, problemResponse, refusalResponse, textResponse } from '../model/contract/problem.js';
import { type Answer, answersTo } from '../model/door/resource.js';
import { implementRoute } from '../model/door/route.js';
import { type Asked, asksIn } from '../model/operations/asks.js';
import { refusedPage } from '../model/operations/page.js';
import { countSeen } from '../model/profile/seen.js';
import { readerFor } from '../model/profile/readers.js';
import { convexValidator } from '../tables/contract.js';
import './functions.js';

const PREFIX = routes.operations.read.path;

/** By contract name. */
const readable = new Map(
  listFunctions(contract)
    .filter(({ contract: declared }) => declared.http)
    .map(({ name, contract: declared }) => [name, declared]),
);

/** One transaction's answers. The results are those that the contract declares, and no undeclared field passes. */
export const answer = internalQuery({
  args: { name: v.string(), asks: v.array(v.any()) },
  returns: v.array(
    v.union(
      v.object({ value: v.union(...[...readable.values()].map(({ result }) => convexValidator(result))) }),
      v.object({ error: convexValidator(errorDataSchema) }),
    ),
  ),
  handler: (ctx, { name, asks }): Promise<Answer[]> => answersTo(ctx, name, asks),
});

/**
 * A request is refused as a whole if it cannot be read, asks for too much, or holds no answerable ask. Else each answer
 * stands in the place of its ask: a value and its entity tag, or why that ask alone was refused. A key is checked
 * before anything is looked up, as for a single profile.
 */
export const readResources = implementRoute(routes.operations.read, async (ctx, request) => {
  const { pathname, search } = new URL(request.url);
  const name = pathname.slice(PREFIX.length);
  const declared = readable.get(name);
  if (!declared) return problemResponse('not_found', 'There is no query of this name that pages can read.');
  let asked: Asked;
  try {
    asked = asksIn(search.slice(1), declared);
  } catch (refused) {
    return refusalResponse(refused);
  }
  const { asks, key, known } = asked;
  const refused = await refusedPage(ctx, key, request.headers.get('Origin'));
  if (refused) return refused;
  const answers = await answersOf(ctx, name, asks);
  if (name === PROFILES) await countSeen(ctx, handlesIn(answers));
  const errors = answers.flatMap((one) => ('error' in one ? [one.error] : []));
  const [first] = errors;
  if (first && errors.length === answers.length && errors.every(({ code }) => code === 'invalid_argument'))
    return problemResponse('invalid_argument', first.message, { fields: first.fields });
  const { body, etag } = await bodyOf(answers, known);
  const headers = { ETag: `"${etag}"`, 'Cache-Control': 'no-cache', ...(key !== null && { Vary: 'Origin' }) };
  if (isKnown(request.headers.get('If-None-Match'), etag)) return emptyResponse(304, headers);
  return textResponse(body, headers);
});

/** The query whose answers are views of people. */
const PROFILES = 'profile.get';

function handlesIn(answers: Answer[]): string[] {
  return answers.flatMap((one) => ('value' in one ? ((one.value as { handle: string } | null)?.handle ?? []) : []));
}

/** Most asks of one transaction: each may read and return a profile of 256 KiB, and 16 MiB may be read and returned. */
const TRANSACTION = 32;

async function answersOf(ctx: ActionCtx, name: string, asks: Asked['asks']): Promise<Answer[]> {
  await staged(asks);
  const answers: Answer[] = [];
  await Promise.all(
    transactionsOf(asks).map(async (indexes) => {
      const part = indexes.map((index) => asks[index]);
      const found: Answer[] = await ctx.runQuery(internal.operations.resources.answer, { name, asks: part });
      for (const [at, index] of indexes.entries()) answers[index] = found[at]!;
    }),
  );
  return answers;
}

/** Indexes of the asks by transaction. Asks about one person stand in the same one, so that their document is read once. */
function transactionsOf(asks: Asked['asks']): number[][] {
  const people = new Map<unknown, number[]>();
  for (const [index, { handle }] of asks.entries()) people.set(handle, [...(people.get(handle) ?? []), index]);
  const transactions: number[][] = [[]];
  for (const indexes of people.values()) {
    if (transactions.at(-1)!.length + indexes.length > TRANSACTION) transactions.push([]);
    transactions.at(-1)!.push(...indexes);
  }
  return transactions.flatMap((indexes) =>
    Array.from({ length: Math.ceil(indexes.length / TRANSACTION) }, (_, part) =>
      indexes.slice(part * TRANSACTION, (part + 1) * TRANSACTION),
    ),
  );
}

/** Waits for the longest delay that the sandbox sets for these handles. */
async function staged(asks: Asked['asks']): Promise<void> {
  const delays = asks.map(({ handle }) => (typeof handle === 'string' && readerFor(handle).delayMs) || 0);
  const longest = Math.max(0, ...delays);
  if (longest > 0) await new Promise((resolve) => setTimeout(resolve, longest));
}

/** Characters, of up to three bytes each in UTF-8: a deployment answers 20 MiB at most. */
const MAX_BODY = 6 * 1024 * 1024;
const TOO_MUCH: Answer = { error: { code: 'too_large', message: 'Not with so many others: ask for this one alone.' } };

/** The answers as JSON, canonical so that equal answers are equal bytes, and the entity tag of the whole. */
async function bodyOf(answers: Answer[], known: ReadonlySet<string>): Promise<{ body: string; etag: string }> {
  let length = 0;
  const texts = await Promise.all(
    answers.map(async (one) => {
      if ('error' in one) return canonicalJson(one);
      const value = canonicalJson(one.value);
      const etag = await tagOf(value);
      return known.has(etag) ? canonicalJson({ etag, unchanged: true }) : `{"etag":"${etag}","value":${value}}`;
    }),
  );
  const sent = texts.map((text) => ((length += text.length) > MAX_BODY ? canonicalJson(TOO_MUCH) : text));
  const body = `{"answers":[${sent.join(',')}]}`;
  return { body, etag: await hashOfText(body) };
}

/** 96 bits, 16 characters: tags do not compress, and an answer may hold a hundred. */
async function tagOf(json: string): Promise<string> {
  return (await hashOfText(json)).slice(0, 16);
}
