/** People who are hidden, deactivated, suspended, deleted or were never there look the same by every path of a running deployment. */
import { sharedAudiences } from '@gigsy/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRET } from '../convex/clerk-delivery.ts';
import { type Absent, absences, enterAbsent } from './pairs/absent.ts';
import { type Path, type Viewer, pathsOf, viewersOf } from './pairs/paths.ts';
import { Viewers } from './pairs/viewers.ts';
import { RunningBackend } from './running-backend.ts';

let running: RunningBackend;
let viewers: Viewers;
let people: Absent;

beforeAll(async () => {
  running = await RunningBackend.start({
    GIGSY_CDN_URL: 'https://cdn.example.test',
    CLERK_WEBHOOK_SIGNING_SECRET: SECRET,
  });
  viewers = await Viewers.enter(running);
  people = await enterAbsent(running, 1);
  await viewers.openSessions(absences.flatMap((absence) => people[absence]));
}, 60_000);
afterAll(() => running?.close());

/** Functions that tell that a handle cannot be had: the closed list of docs/privacy.md. */
const declassified = new Set(['profile.create', 'profile.changeHandle']);

/** The handle of the new member who makes a call. */
const OWN = /\b(?:member|exporter)-\d+/g;

/** Whether each call finds the deployment as the call before it did: what administrators write is there for the next. */
function isRepeatable(viewer: Viewer, path: Path): boolean {
  return (
    !declassified.has(path.name) &&
    !(viewer === 'administrator' && path.what === 'function' && path.kind === 'mutation')
  );
}

test.each(sharedAudiences.flatMap(viewersOf))(
  'to %s',
  async (viewer) => {
    const paths = pathsOf(viewer, viewers.about('x')).filter((path) => isRepeatable(viewer, path));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const answers = [];
      for (const absence of absences) {
        const [handle] = people[absence];
        const text = await viewers.answer(viewer, path, viewers.about(handle!));
        answers.push([path.label, absence, text.replaceAll(handle!, 'HANDLE').replace(OWN, 'OWN')]);
      }
      const [, , never] = answers.at(-1)!;
      expect(answers).toEqual(absences.map((absence) => [path.label, absence, never]));
    }
    // An export waits for the consumers of the log, which gather events for two seconds.
  },
  60_000,
);

test('to the path that most use there is nobody', async () => {
  for (const absence of absences) expect(await viewers.view('web', people[absence][0]!)).toMatch(/^404 /);
});
