/** Stories of elements that write: each person at their own desk, with nothing typed yet, and the work that they do there. */
import type { StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Attributes, tag } from '../tag.ts';
import { ada } from './ada.ts';
import { Desk, failingClient, trouble } from './desk.ts';
import { leaveDesk } from './leave-desk.ts';
import type { Person } from './person.ts';

type Tag = 'gigsy-profile-editor' | 'gigsy-profile-form';
export type Story = StoryObj<Attributes>;

const desks = new WeakMap<Gigsy, Desk>();

/** The stories that all such elements have, and the surroundings of the others. */
export function atDesk<T extends Tag>(name: T) {
  type Writing = HTMLElementTagNameMap[T];

  /** A provider and an element of its own. */
  function at(client: Gigsy | undefined, args: Attributes, content: unknown = ''): TemplateResult {
    const element = html`<gigsy-provider .client=${client}>${tag(name, args, content)}</gigsy-provider>`;
    return html`${keyed(client ?? {}, element)}`;
  }

  /** A person's desk, made ready for the story. */
  const seated = (person: Person | null, prepare: (desk: Desk) => void = () => {}): Story => ({
    render: (args) => {
      const desk = new Desk(person);
      prepare(desk);
      desks.set(desk.client, desk);
      return at(desk.client, args);
    },
  });

  /** The element once there is something to edit, and the desk of its person. */
  async function opened(canvas: HTMLElement): Promise<{ element: Writing; desk: Desk }> {
    const element = canvas.querySelector(name)!;
    await waitFor(() => expect(element.state).toBe('ready'));
    await element.updateComplete;
    return { element, desk: desks.get(element.closest('gigsy-provider')!.client!)! };
  }

  const failing = (code?: Parameters<typeof failingClient>[0]): Story => ({
    render: (args) => at(failingClient(code), args),
  });
  const signedOut: Story = { render: (args) => at(undefined, args) };

  return {
    seated,
    opened,
    /** For people who are signed out, with a way in. */
    slotted: (slot: string, content: unknown): Story => ({
      render: (args) => at(slot === 'empty' ? new Desk(null).client : undefined, args, content),
    }),
    /** The connection is lost, so that changes wait. */
    offline: seated(ada, (desk) => {
      desk.writeTroubles.push(...Array.from({ length: 50 }, () => trouble('offline')));
    }),
    states: {
      loading: failing(),
      signedOut,
      empty: seated(null),
      error: failing('internal'),
      offline: failing('offline'),
    },
    /** Drafts outlive a story, as they outlive a page. */
    beforeEach: leaveDesk,
    render: seated(ada).render!,
  };
}

/** A control of the element by its id. */
export function control(element: HTMLElement, id: string): HTMLInputElement {
  return element.shadowRoot!.getElementById(id) as HTMLInputElement;
}

/** As a person does: the test library types into no shadow root. Real keys are in tests/elements. */
export async function write(element: HTMLElement & { updateComplete: Promise<unknown> }, id: string, words: string) {
  const field = control(element, id);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** A save by itself begins after a second. */
export function reached(element: HTMLElement & { status: string }, status: string): Promise<void> {
  return waitFor(() => expect(element.status).toBe(status), { timeout: 4000 });
}

/** As an earlier visit has left it: a headline that was typed and not saved. */
export function leaveDraft(headline: string): void {
  const key = ['gigsy-draft', 'https://desk.example', 'ada', 'profile/identity'].map(encodeURIComponent).join(' ');
  const base = { headline: ada.sections.identity.headline };
  sessionStorage.setItem(key, JSON.stringify({ version: 1, base, values: { headline } }));
}
