/** The lanes of the gate: which steps run beside which, and whose line is whose. */
import { expect, test } from 'vitest';
import { inLanes, labelled } from '../../scripts/gate/lanes.ts';

/** Runs steps that end when they are told to, and tells which of them run. */
function watched(steps: { name: string; alone?: boolean }[], lanes: number) {
  const running = new Map<string, (error?: Error) => void>();
  const seen: string[] = [];
  const begin = (name: string, beside: boolean) =>
    new Promise<string>((resolve, reject) => {
      running.set(name, (error) => {
        running.delete(name);
        if (error) reject(error);
        else resolve(`${name}${beside ? ', labelled' : ''}`);
      });
      seen.push([...running.keys()].join(' '));
    });
  const answers = inLanes(steps, begin, lanes);
  const end = async (name: string, error?: Error) => {
    running.get(name)!(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { answers, end, seen };
}

test('two steps run side by side, the next begins when one ends, and answers keep the order of the steps', async () => {
  const { answers, end, seen } = watched([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);
  await end('b');
  await end('c');
  await end('a');
  expect(seen).toEqual(['a', 'a b', 'a c']);
  expect(await answers).toEqual(['a, labelled', 'b, labelled', 'c, labelled']);
});

test('a step that runs alone waits for the steps before it, and the steps after it wait for it', async () => {
  const { answers, end, seen } = watched([{ name: 'a' }, { name: 'b' }, { name: 'c', alone: true }, { name: 'd' }], 2);
  await end('a');
  expect(seen).toEqual(['a', 'a b']);
  await end('b');
  await end('c');
  await end('d');
  expect(seen).toEqual(['a', 'a b', 'c', 'd']);
  expect(await answers).toEqual(['a, labelled', 'b, labelled', 'c', 'd, labelled']);
});

test('one lane runs one step after the other, without labels', async () => {
  const { answers, end, seen } = watched([{ name: 'a' }, { name: 'b' }], 1);
  await end('a');
  await end('b');
  expect(seen).toEqual(['a', 'b']);
  expect(await answers).toEqual(['a', 'b']);
});

test('a step that fails gives way to the next, and its error is told', async () => {
  const { answers, end, seen } = watched([{ name: 'a', alone: true }, { name: 'b' }], 2);
  const told = expect(answers).rejects.toThrow('gone');
  await end('a', new Error('gone'));
  await end('b');
  expect(seen).toEqual(['a', 'b']);
  await told;
});

test('each line has its label, also one that comes in pieces or has no end', () => {
  const lines: string[] = [];
  const { add, end } = labelled('lint', (text) => lines.push(text));
  add('one\ntw');
  add('o\n');
  add('three');
  end();
  expect(lines).toEqual(['lint           | one\n', 'lint           | two\n', 'lint           | three\n']);
});
