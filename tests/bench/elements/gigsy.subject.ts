/** Gigsy's card: draws everything from the profile that it is given. */
import { html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import { offer } from './subject.ts';

declare global {
  /** Sorts a matrix of `person` by each column in turn. Returns the script time of each sort in milliseconds. */
  var measureSorts: (person: ProfileView, rounds: number) => Promise<number[]>;
}

globalThis.measureSorts = async (person, rounds) => {
  const matrix = Object.assign(document.createElement('gigsy-skill-matrix'), { profile: person });
  document.body.replaceChildren(matrix);
  await matrix.updateComplete;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const buttons = matrix.renderRoot.querySelectorAll<HTMLElement>('[part=sort]');
    // A frame between sorts, so that no sort pays for the layout of the one before.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const started = performance.now();
    buttons[round % buttons.length]!.click();
    await matrix.updateComplete;
    times.push(performance.now() - started);
  }
  return times;
};

offer((person) => html`<gigsy-profile-card .profile=${person}></gigsy-profile-card>`);
