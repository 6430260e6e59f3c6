/** The page of the benchmark: an editor of a profile with 381 rows, and the time from each key press to its frame. */
import '@gigsy/elements/profile-editor/define';
import type { Gigsy, OwnProfile } from '@gigsy/sdk';

declare global {
  var openEditor: (mine: OwnProfile) => Promise<void>;
  /** Milliseconds from each `input` since the last call to the end of the frame that shows it. */
  var takeTimes: () => number[];
}

let times: number[] = [];

globalThis.openEditor = async (mine) => {
  const never = () => new Promise<never>(() => {});
  const profile = { mine: () => Promise.resolve(mine), update: never, edit: never, watchMine: () => () => {} };
  const editor = Object.assign(document.createElement('gigsy-profile-editor'), {
    client: { url: 'https://bench.example', profile } as unknown as Gigsy,
  });
  document.body.append(editor);
  while (editor.state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 10));
  await editor.updateComplete;
  for (const section of ['identity', 'skills', 'workExperience', 'education', 'projects'] as const)
    editor.show(section);
  await editor.updateComplete;
  const byId = (id: string) => editor.shadowRoot!.getElementById(id)!;
  byId('skills.s100').click();
  await editor.updateComplete;
  const field = byId('skills.s100.name');
  // Before the element hears of the key.
  field.addEventListener('input', timed, { capture: true });
  field.focus();
};

function timed(): void {
  const started = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => times.push(performance.now() - started);
  requestAnimationFrame(() => channel.port2.postMessage(null));
}

globalThis.takeTimes = () => {
  const taken = times;
  times = [];
  return taken;
};
