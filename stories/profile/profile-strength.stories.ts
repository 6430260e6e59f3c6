/** The strength of one's own profile in every state, for every role, and as it rises. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/profile-strength/define';
import type { GigsyProfileStrength } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { type Answer, Answers, strengthOfPerson } from '../people/answers.ts';
import { person } from '../people/person.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Profile strength',
  component: 'gigsy-profile-strength',
  args: { 'heading-level': 2 },
  parameters: { width: 480 },
  render: (args) => asked(strengthOfPerson(ada), args),
};
export default meta;

type Story = StoryObj<Attributes>;

/** A story may be drawn more than once: the answers on show are those of the client on show. */
const answersOf = new WeakMap<object, Answers>();

function asked(answer: Answer, args: Attributes, content: unknown = '', signedIn = true): TemplateResult {
  const answers = new Answers(answer);
  answersOf.set(answers.client, answers);
  const element = html`<gigsy-provider .client=${signedIn ? answers.client : undefined}>${tag('gigsy-profile-strength', args, content)}</gigsy-provider>`;
  return html`${keyed(answers, element)}`;
}

const of = (answer: Answer): Story => ({ render: (args) => asked(answer, args) });

async function shown(canvas: HTMLElement, state = 'ready'): Promise<GigsyProfileStrength> {
  const element = canvas.querySelector('gigsy-profile-strength')!;
  await waitFor(() => expect(element.state).toBe(state));
  await element.updateComplete;
  return element;
}

const part = (element: HTMLElement, name: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`)!;

const newcomer = person('new', 'student', { identity: { displayName: 'Newcomer' } });
const firm = person('firm', 'employer', {
  identity: { displayName: 'Noor', headline: 'Finds people for engines', location: { countryCode: 'NL' } },
  organisation: { name: 'Engines', industry: 'Machines', size: '11-50' },
});

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement);
    await expect(part(element, 'meter')).toHaveAttribute('aria-valuenow');
  },
};

export const PropertyEditor: Story = {
  args: { editor: '/me' },
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement);
    await expect(part(element, 'action').getAttribute('href')).toMatch(/^\/me#\w+$/);
  },
};
export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const SlotSignedOut: Story = {
  render: (args) => asked(null, args, html`<button slot="signed-out">Sign in</button>`, false),
};
export const SlotEmpty: Story = {
  render: (args) => asked(null, args, html`<button slot="empty">Make a profile</button>`),
};

export const StateLoading: Story = of(undefined);
export const StateSignedOut: Story = { render: (args) => asked(null, args, '', false) as never };
export const StateEmpty: Story = of(null);
export const StateError: Story = of('internal');
export const StateOffline: Story = of('offline');
export const StateUnavailable: Story = of('forbidden');

/** The last known strength stays, with a note. */
export const StateOfflineWithContent: Story = {
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement);
    answersOf.get(element.closest('gigsy-provider')!.client!)!.give('offline');
    await expect(part(await shown(canvasElement, 'offline'), 'score')).toBeVisible();
  },
};

export const StateComplete: Story = of({ ...strengthOfPerson(ada), score: 100, actions: [] });

/** An action tells where it is done, and its link is followed unless the page takes the person there itself. */
export const EventEdit: Story = {
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement);
    const edit = fn((event: Event) => event.preventDefault());
    element.addEventListener('gigsy-edit', edit, { once: true });
    part(element, 'action').click();
    await expect(edit).toHaveBeenCalledOnce();
    await expect((edit.mock.calls[0]![0] as CustomEvent).detail).toHaveProperty('section');
  },
};

/** All of it: every further step, and the points of every topic. */
export const VariantOpened: Story = {
  ...of(strengthOfPerson(newcomer)),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement);
    for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
  },
};
export const VariantEmployer: Story = of(strengthOfPerson(firm));
export const VariantWide: Story = { parameters: { width: 900 } };
export const VariantNarrow: Story = { ...of(strengthOfPerson(newcomer)), parameters: { width: 280 } };
