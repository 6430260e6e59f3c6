/**
 * A source that sends at ten times its rate while others send at theirs: nothing of it is lost, the others do not wait for it, and
 * the job that passes its events on is in nobody's way.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { Inbox } from './inbox/inbox.ts';
import type { Sent, SendingSource } from './inbox/sending.ts';
import { percentile } from './local/subject.ts';

export const name = 'event-flood';

/** Events a minute, as the sources are registered. */
const RATE = { noisy: 600, quiet: 120 };
const TIMES = 10;
/** Events of one request of the noisy source; the others send each event by itself. */
const BATCH = 10;
const QUIET_SOURCES = 4;
const PEOPLE = { noisy: 50, quiet: 20 };
/** Seconds of the flood. All is taken after about ten times as long, less the minute whose events a source may send at once. */
const FLOOD = { short: 8, full: 15 };
const DRAIN = 'events/inbox:drain';

interface Phase {
  sent: Sent & { waiting: number };
  /** Of the jobs that pass events on. */
  passes: { runs: number; conflicts: number };
}

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const inbox = await Inbox.start({ countConflicts: true });
  try {
    const seconds = short ? FLOOD.short : FLOOD.full;
    const watched = await inbox.people('quiet', PEOPLE.quiet);
    const quiet = await quietSources(inbox, watched, seconds);
    const perSecond = (TIMES * RATE.noisy) / 60;
    const noisy: SendingSource = {
      ...(await inbox.source('noisy', RATE.noisy)),
      handles: await inbox.people('noisy', PEOPLE.noisy),
      perSecond,
      count: perSecond * seconds,
      atOnce: BATCH,
      first: 0,
    };
    progress(`${seconds} s of ${QUIET_SOURCES} sources that send at their rate`);
    const before = await phase(inbox, { sources: quiet, watched }, signal);
    progress(`the same beside a source that sends ${noisy.count} events, at ${TIMES} times its rate`);
    const again = quiet.map((source) => ({ ...source, first: source.count }));
    const during = await phase(inbox, { sources: [noisy, ...again], watched }, signal);
    yield* figures(before, during);
  } finally {
    await inbox.end();
  }
}

function quietSources(inbox: Inbox, people: string[], seconds: number): Promise<SendingSource[]> {
  return Promise.all(
    Array.from({ length: QUIET_SOURCES }, async (_, number) => ({
      ...(await inbox.source(`quiet-${number}`, RATE.quiet)),
      handles: people.filter((_handle, at) => at % QUIET_SOURCES === number),
      perSecond: RATE.quiet / 60,
      count: (seconds * RATE.quiet) / 60,
      atOnce: 1,
      first: 0,
    })),
  );
}

async function phase(
  inbox: Inbox,
  plan: { sources: SendingSource[]; watched: string[] },
  signal: AbortSignal,
): Promise<Phase> {
  const passes = () => inbox.deployment.statistics().mutations[DRAIN] ?? { runs: 0, conflicts: 0 };
  const before = passes();
  const sent = await inbox.send(plan, signal);
  const { runs, conflicts } = passes();
  return { sent, passes: { runs: runs - before.runs, conflicts: conflicts - before.conflicts } };
}

function* figures(before: Phase, during: Phase): Generator<Figure> {
  const [noisy, ...quiet] = during.sent.sources as [Sent['sources'][number], ...Sent['sources']];
  const of = (unit: string, figure: string, value: number, goal?: Figure['goal']): Figure => ({
    name: `flood of ${TIMES} times the rate: ${figure}`,
    value,
    unit,
    ...(goal && { goal }),
  });
  const none = { at: 'most', value: 0 } as const;
  yield of('events', 'put off and taken later', noisy.putOff, { at: 'least', value: 1 });
  yield of('events', 'lost or taken twice', Math.abs(noisy.sent - noisy.accepted), none);
  yield of('answers', 'refusals that say no time', noisy.unexplained, none);
  yield of(
    'events',
    'refused to other sources',
    quiet.reduce((sum, { refusals }) => sum + refusals, 0),
    none,
  );
  // The events that a source may send at once, and those that come to it in the second in which these are taken.
  yield of('events', 'most that wait at once', during.sent.waiting, {
    at: 'most',
    value: RATE.noisy + RATE.noisy / 60,
  });
  yield {
    ...of('ms', 'others, from sent to seen in the portfolio, p95', rounded(percentile(timesOf(during), 0.95))),
    baseline: rounded(percentile(timesOf(before), 0.95)),
    goal: { of: 'ratio', at: 'most', value: 2 },
  };
  yield of('events', 'of others never seen', unseen(during) + unseen(before), none);
  yield of('transactions', 'of the jobs that pass events on', during.passes.runs);
  yield of('of one', 'share of these that Convex would repeat', during.passes.conflicts / during.passes.runs, {
    at: 'most',
    value: 0.1,
  });
}

/** Events of quiet sources are about people of theirs. */
const quietOnes = ({ sent }: Phase) => sent.times.filter(({ handle }) => handle.startsWith('quiet'));

function timesOf(phase: Phase): number[] {
  return quietOnes(phase).flatMap(({ at, seenAt }) => (seenAt === undefined ? [] : [seenAt - at]));
}

function unseen(phase: Phase): number {
  return quietOnes(phase).filter(({ seenAt }) => seenAt === undefined).length;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1));
}
