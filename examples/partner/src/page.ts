/**
 * A partner's own script on the SDK: signs the demo person in, lets her edit her headline, and shows her a card that
 * only members may see, by a viewer token that the partner's server mints. The other cards on the page follow by
 * themselves, because they are live.
 */
import { createGigsy, embedAuth, isGigsyError, profileSource } from '@gigsy/sdk';

type Gigsy = ReturnType<typeof createGigsy>;
type State =
  | 'signingIn'
  | 'signedIn'
  | 'notSignedIn'
  | 'saving'
  | 'saved'
  | 'unchanged'
  | 'failed'
  | 'refused'
  | 'conflict'
  | 'offline';
const BAD: ReadonlySet<State> = new Set(['notSignedIn', 'failed', 'refused', 'conflict', 'offline']);

/** The profile as last read: the text on show and the version that an edit starts from. */
interface Read {
  headline: string;
  version: number;
}

class HeadlineForm {
  readonly #form: HTMLFormElement;
  readonly #gigsy: Gigsy;
  #read: Read | undefined;
  #busy = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#gigsy = createGigsy({ url: setting(form, 'convex'), auth: { getToken: demoToken } });
    this.#part('demo-sign-in').addEventListener('click', () => void this.#once(() => this.#signIn()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#once(() => this.#save());
    });
    form.hidden = false;
  }

  /** Ignores a second press while the first is under way. Buttons stay focusable throughout. */
  async #once(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#mark(true);
    try {
      await work();
    } catch (error) {
      await this.#explain(error);
    } finally {
      this.#mark(false);
    }
  }

  async #signIn(): Promise<void> {
    this.#say('signingIn');
    await this.#reread();
    this.#field.value = this.#read?.headline ?? '';
    this.#part('demo-editor').hidden = false;
    this.#part('demo-sign-in').hidden = true;
    this.#showMembersCard();
    this.#field.focus();
    this.#say('signedIn');
  }

  /** The card's own source: only this card is signed in, the rest of the page stays public. */
  #showMembersCard(): void {
    const viewer = createGigsy({ url: setting(this.#form, 'convex'), auth: embedAuth({ getToken: viewerToken }) });
    const card = Object.assign(document.createElement('gigsy-profile-card'), { source: profileSource(viewer) });
    card.setAttribute('handle', 'morgan');
    const place = this.#part('demo-member');
    place.append(card);
    place.hidden = false;
  }

  async #save(): Promise<void> {
    this.#problem('');
    const headline = this.#field.value.replace(/\s+/g, ' ').trim();
    if (headline === this.#read?.headline) return this.#say('unchanged');
    this.#say('saving');
    const { versions } = await this.#gigsy.profile.update({
      changes: { identity: { headline: headline === '' ? null : headline } },
      expected: { identity: this.#read?.version ?? 0 },
    });
    this.#read = { headline, version: versions.identity };
    this.#field.value = headline;
    this.#say('saved');
  }

  async #explain(error: unknown): Promise<void> {
    const code = isGigsyError(error) ? error.code : undefined;
    if (!this.#read) return this.#say('notSignedIn');
    if (code === 'offline' || code === 'timeout' || error instanceof TypeError) return this.#say('offline');
    if (code === 'version_conflict') {
      // Her text stays; the next save starts from the current version.
      await this.#reread().catch(() => undefined);
      return this.#say('conflict');
    }
    if (code === 'invalid_argument' && isGigsyError(error)) {
      this.#problem((error.fields ?? []).map((field) => field.message).join(' '));
      this.#field.focus();
      return this.#say('refused');
    }
    this.#say('failed');
  }

  async #reread(): Promise<void> {
    const mine = await this.#gigsy.profile.mine();
    if (!mine) throw new Error('the demo person has no profile');
    this.#read = { headline: mine.sections.identity.headline ?? '', version: mine.versions.identity };
  }

  #say(state: State): void {
    const line = this.#part('demo-state');
    line.textContent = line.dataset[state] ?? '';
    line.dataset.now = state;
    line.dataset.tone = BAD.has(state) ? 'bad' : 'good';
  }

  #problem(message: string): void {
    this.#part('demo-problem').textContent = message;
    if (message) this.#field.setAttribute('aria-invalid', 'true');
    else this.#field.removeAttribute('aria-invalid');
  }

  #mark(busy: boolean): void {
    this.#busy = busy;
    for (const button of this.#form.querySelectorAll('button')) button.setAttribute('aria-disabled', String(busy));
  }

  get #field(): HTMLTextAreaElement {
    return this.#part('demo-headline') as HTMLTextAreaElement;
  }

  #part(id: string): HTMLElement {
    const part = this.#form.querySelector<HTMLElement>(`#${id}`);
    if (!part) throw new Error(`the form has no #${id}`);
    return part;
  }
}

/** The demo's sign-in. A real page would ask its own sign-in service for a token. */
function demoToken(): Promise<string> {
  return tokenFrom('/demo-token');
}

/** From the partner's server, which knows its signed-in user and names them to Gigsy by its secret key. */
function viewerToken(): Promise<string> {
  return tokenFrom('/viewer-token');
}

async function tokenFrom(path: string): Promise<string> {
  const answer = await fetch(path, { method: 'POST' });
  if (!answer.ok) throw new Error(`the partner's server answered ${answer.status}`);
  const { token } = (await answer.json()) as { token: string };
  return token;
}

function setting(form: HTMLFormElement, name: string): string {
  return form.dataset[name] ?? '';
}

const form = document.querySelector<HTMLFormElement>('#demo');
if (form) new HeadlineForm(form);
