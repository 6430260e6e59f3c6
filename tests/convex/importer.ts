/** A person who fills their profile from elsewhere, and what they do. */
import { type ConsentSource, type Operation, consentNotices } from '@gigsy/schema';
import { vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, gitHub, key } from './deployment.ts';

export const SKILLS = { 'Skills.csv': 'Name\nGlass\nBrass\n' };

function repository(more: object) {
  return {
    html_url: 'https://github.example/ada-l/x',
    description: 'A repository',
    homepage: '',
    created_at: '2029-03-04T05:06:07Z',
    ...{ language: null, topics: [], fork: false, archived: false },
    ...more,
  };
}

/** GitHub knows one account, with more fields than are taken. */
export function fillGitHub(): void {
  gitHub.clear();
  gitHub.set('/users/ada-l', {
    login: 'ada-l',
    html_url: 'https://github.example/ada-l',
    name: 'Somebody',
    bio: 'Numbers and engines',
    blog: 'ada.example',
    location: 'London',
    email: 'left-out@ada.example',
  });
  gitHub.set('/users/ada-l/repos?per_page=100&sort=pushed', [
    repository({ name: 'engine', language: 'Rust', topics: ['mills'] }),
    repository({ name: 'of-others', fork: true, language: 'Go' }),
  ]);
}

export class Importer {
  readonly #d: Deployment;
  readonly #caller: Caller;

  constructor(d: Deployment, caller: Caller) {
    this.#d = d;
    this.#caller = caller;
  }

  /** Gives a consent, and returns its id. */
  async consent(source: ConsentSource): Promise<string> {
    const notice = consentNotices[source].version;
    const given = { source, notice, language: 'en', idempotencyKey: key() };
    return (await this.#caller.mutation(api.privacy.consents.give, given)).consent;
  }

  /** Asks GitHub, and waits for the answer. */
  async fetch(consent: string, login = 'ada-l') {
    await this.#caller.mutation(api.profile.imports.fetch, { consent, login, idempotencyKey: key() });
    await vi.advanceTimersByTimeAsync(0);
    await this.#d.t.finishInProgressScheduledFunctions();
    return this.#caller.query(api.profile.imports.status, {});
  }

  plan(consent: string, files?: object) {
    return this.#caller.query(api.profile.imports.plan, { consent, ...(files && { files }) });
  }

  async apply(consent: string, operations: Operation[]) {
    const expected = await this.#versionsFor(operations);
    return this.#caller.mutation(api.profile.imports.apply, { consent, operations, expected, idempotencyKey: key() });
  }

  /** Applies all that the files propose. */
  async import(consent: string, files: object = SKILLS) {
    const { proposals } = (await this.plan(consent, files))!;
    return this.apply(
      consent,
      proposals.map(({ operation }) => operation),
    );
  }

  async edit(operations: Operation[]) {
    const expected = await this.#versionsFor(operations);
    return this.#caller.mutation(api.profile.edit, { operations, expected, idempotencyKey: key() });
  }

  withdraw(consent: string) {
    return this.#caller.mutation(api.privacy.consents.withdraw, { consent, idempotencyKey: key() });
  }

  async sections() {
    return (await this.#caller.query(api.profile.mine, {}))!.sections;
  }

  async #versionsFor(operations: readonly Operation[]) {
    const { versions } = (await this.#caller.query(api.profile.mine, {}))!;
    return Object.fromEntries(operations.map(({ section }) => [section, versions[section]]));
  }
}
