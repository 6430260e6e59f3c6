/**
 * A partner's own script with the SDK: signs the demo person in, gives her client to the form for her own profile, and
 * shows her a card that only members may see, by the viewer token that the partner's server mints. The other cards on
 * the page are not touched from here; they follow because they are live.
 */
import { type Gigsy, createGigsy, embedAuth, profileSource } from '@gigsy/sdk';
import '@gigsy/elements/profile-form/define';

class Demo {
  readonly #demo: HTMLElement;

  constructor(demo: HTMLElement) {
    this.#demo = demo;
    this.#part('#demo-sign-in').addEventListener('click', () => void this.#signIn());
    demo.hidden = false;
  }

  /** A real page would ask its own sign-in service for tokens. */
  async #signIn(): Promise<void> {
    const signedIn = this.#client({ getToken: demoToken });
    const state = this.#part('#demo-state');
    try {
      await demoToken();
      state.textContent = '';
    } catch {
      state.textContent = state.dataset.notSignedIn ?? '';
      return;
    }
    const form = this.#part('gigsy-profile-form') as HTMLElementTagNameMap['gigsy-profile-form'];
    form.client = signedIn;
    this.#showMembersCard();
  }

  /** The card's own source: only this card is signed in, the rest of the page stays public. */
  #showMembersCard(): void {
    const viewer = this.#client(embedAuth({ getToken: viewerToken }));
    const card = Object.assign(document.createElement('gigsy-profile-card'), { source: profileSource(viewer) });
    card.setAttribute('handle', 'morgan');
    const place = this.#part('#demo-member');
    place.append(card);
    place.hidden = false;
  }

  #client(auth: Parameters<typeof createGigsy>[0]['auth']): Gigsy {
    return createGigsy({ url: this.#demo.dataset.convex ?? '', ...(auth && { auth }) });
  }

  #part(selector: string): HTMLElement {
    const part = this.#demo.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`the page has no ${selector}`);
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

const demo = document.querySelector<HTMLElement>('#demo');
if (demo) new Demo(demo);
