/**
 * People send files of every kind and lie while the deployment is killed again and again. Each file ends as the one thing that it
 * is to be: stored without what does not belong to it, or refused for the right reason. Then a day passes, and on the disk is
 * what contributions name and nothing else.
 */
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import type { PortfolioView } from '@gigsy/schema';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { ClockedDeployment } from './clocked/clocked-deployment.ts';
import { FileSender, sampleAt } from './uploads/file-sender.ts';

export const name = 'uploads';

const SIZES = { short: { files: 16, kills: 2, people: 3 }, full: { files: 200, kills: 50, people: 6 } };
/** From a start to the kill. */
const LIFE_MS = { least: 20, most: 900 };
const DAY_MS = 24 * 60 * 60 * 1000;
/** Longest wait for the last sweep. */
const SWEEP_MS = 30_000;
const MOST_BREACHES_SHOWN = 10;

const shown = makeFunctionReference<'query'>('portfolio:get');
const expire = makeFunctionReference<'mutation'>('portfolio/uploads:expireUploads');
const sweep = makeFunctionReference<'mutation'>('privacy/files:sweep');

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const size = short ? SIZES.short : SIZES.full;
  const deployment = await ClockedDeployment.start();
  try {
    const senders = Array.from({ length: size.people }, (_, at) => new FileSender(deployment, `sender-${at}`));
    for (const sender of senders) await sender.join();
    const { files, kills } = await sentUnderKills(deployment, senders, size, { progress, signal });
    const breaches = senders.flatMap((sender) => sender.breaches);
    const kept = senders.flatMap((sender) => sender.kept).length;
    breaches.push(...(await served(deployment, senders)));
    breaches.push(...(await swept(deployment, kept)));
    for (const breach of breaches.slice(0, MOST_BREACHES_SHOWN)) progress(breach);
    yield { name: 'files sent', value: files, unit: 'files', goal: { at: 'least', value: size.files } };
    yield { name: 'kills during uploads', value: kills, unit: 'kills', goal: { at: 'least', value: size.kills } };
    yield { name: 'uploads that went on after a lost connection', value: sum(senders), unit: 'times' };
    yield { name: 'files stored and served as they are to be', value: kept, unit: 'files' };
    yield { name: 'breaches', value: breaches.length, unit: 'breaches', goal: { at: 'most', value: 0 } };
  } finally {
    await deployment.remove();
  }
}

function sum(senders: readonly FileSender[]): number {
  return senders.reduce((all, { resumed }) => all + resumed, 0);
}

/** Sends files until there are enough of them and of kills. */
async function sentUnderKills(
  deployment: ClockedDeployment,
  senders: readonly FileSender[],
  size: { files: number; kills: number },
  { progress, signal }: Pick<MeasureContext, 'progress' | 'signal'>,
): Promise<{ files: number; kills: number }> {
  const sent = { files: 0, kills: 0 };
  const isEnough = () => signal.aborted || (sent.files >= size.files && sent.kills >= size.kills);
  const sending = senders.map(async (sender) => {
    while (!isEnough()) await sender.send(sampleAt((sent.files += 1)));
  });
  const killing = (async () => {
    while (sent.kills < size.kills && !signal.aborted) {
      await new Promise((resolve) => {
        setTimeout(resolve, LIFE_MS.least + Math.random() * (LIFE_MS.most - LIFE_MS.least));
      });
      await deployment.crash();
      sent.kills += 1;
      if (sent.kills % 10 === 0) progress(`${sent.kills} kills, ${sent.files} files`);
    }
  })();
  await Promise.all([...sending, killing]);
  return sent;
}

/** Every stored file as everybody gets it. */
async function served(deployment: ClockedDeployment, senders: readonly FileSender[]): Promise<string[]> {
  const { url, siteUrl } = await deployment.access();
  const anybody = new ConvexHttpClient(url, { logger: false });
  const breaches: string[] = [];
  for (const { handle, kept } of senders) {
    const value = (await anybody.query(shown, { handle })) as PortfolioView;
    const entries = new Map((value.contributions ?? []).map((entry) => [entry.title, entry]));
    for (const { title, stored } of kept) {
      const address = entries.get(title)?.files?.[0]?.address;
      const file = address === undefined ? undefined : await fetch(siteUrl + address);
      const same = file?.ok && Buffer.from(await file.arrayBuffer()).equals(stored);
      if (!same) breaches.push(`${title} is not served as it was stored`);
    }
  }
  return breaches;
}

/** Lets two days pass. Files that nobody names must go, and no other. */
async function swept(deployment: ClockedDeployment, kept: number): Promise<string[]> {
  deployment.advance(2 * DAY_MS);
  const { url, adminKey, identityOf } = await deployment.access();
  const operator = new ConvexHttpClient(url, { logger: false });
  (operator as unknown as { setAdminAuth(key: string, as: object): void }).setAdminAuth(adminKey, identityOf('root'));
  const started = performance.now();
  let held = deployment.filesHeld();
  while (held !== kept && performance.now() - started < SWEEP_MS) {
    await operator.mutation(expire, {});
    await operator.mutation(sweep, {});
    held = deployment.filesHeld();
  }
  return held === kept ? [] : [`${held} files are on the disk, and contributions name ${kept}`];
}
