/** Transitions too large for one message. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { api, startServices, until } from './services/start.ts';
import type { Fixture } from './services/start.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startServices();
  const http = fixture.http();
  await http.mutation(api.rows.fill, { group: 'large', count: 7, bytes: 1_000_000 });
  await http.mutation(api.rows.fill, { group: 'small', count: 4, bytes: 1_000_000 });
});
afterAll(() => fixture.close());

test('reach the official client whole, first and later ones', async () => {
  const seen: number[] = [];
  fixture
    .live()
    .onUpdate(api.rows.texts, { group: 'large' }, (texts: string[]) =>
      seen.push(texts.reduce((sum, text) => sum + text.length, 0)),
    );
  await until(
    () => seen,
    (values) => values.at(-1) === 7_000_000,
  );
  await fixture.http().mutation(api.rows.fill, { group: 'large', count: 1, bytes: 5 });
  await until(
    () => seen,
    (values) => values.at(-1) === 7_000_005,
  );
});

test('come in numbered parts of their own id; smaller ones in one piece', async () => {
  const messages: any[] = [];
  const socket = new WebSocket(`${fixture.deployment.url.replace('http', 'ws')}/api/1.48.0/sync`);
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once('open', resolve));
  const add = (queryId: number, group: string) => ({ type: 'Add', queryId, udfPath: 'rows:texts', args: [{ group }] });
  const modify = (baseVersion: number, modification: object) =>
    socket.send(
      JSON.stringify({
        type: 'ModifyQuerySet',
        baseVersion,
        newVersion: baseVersion + 1,
        modifications: [modification],
      }),
    );
  socket.send(
    JSON.stringify({
      type: 'Connect',
      sessionId: crypto.randomUUID(),
      connectionCount: 0,
      lastCloseReason: null,
      clientTs: 0,
    }),
  );
  modify(0, add(0, 'small'));
  await until(
    () => messages.length,
    (length) => length === 1,
  );
  expect(messages[0].type).toBe('Transition');
  modify(1, add(1, 'large'));
  const chunks = () => messages.slice(1);
  await until(
    () => chunks().at(-1),
    (last) => last !== undefined && last.partNumber === last.totalParts - 1,
  );
  socket.close();
  expect(chunks().length).toBeGreaterThan(1);
  expect(
    chunks().map(({ type, partNumber, totalParts, transitionId }) => [type, partNumber, totalParts, transitionId]),
  ).toEqual(chunks().map((_, at) => ['TransitionChunk', at, chunks().length, chunks()[0].transitionId]));
  const transition = JSON.parse(
    chunks()
      .map(({ chunk }) => chunk)
      .join(''),
  );
  expect(transition).toMatchObject({
    type: 'Transition',
    startVersion: messages[0].endVersion,
    modifications: [{ type: 'QueryUpdated', queryId: 1 }],
  });
});
