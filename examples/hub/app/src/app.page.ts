/**
 * On every page of the app: hands the signed-in person's client to the elements, before their code arrives, so that none
 * of them asks as a stranger first. Signing out tells them too, since they remove unsaved input then.
 */
import { createGigsy, resourceSource } from '@gigsy/sdk';
import '@gigsy/elements/provider/define';

async function getToken(): Promise<string | null> {
  const answer = await fetch('/session/token', { method: 'POST' });
  // The session is over, or the person signed out in another window.
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`the app answered ${answer.status}`);
  return ((await answer.json()) as { token: string }).token;
}

const { session, convex = '', reads } = document.body.dataset;
const provider = document.querySelector('gigsy-provider')!;

function signIn(): void {
  const client = createGigsy({ url: convex, auth: { getToken } });
  provider.client = client;
  if (reads === 'person') provider.source = resourceSource(client);
}

async function signOut(): Promise<void> {
  const answer = await fetch('/session', { method: 'DELETE' });
  if (!answer.ok) return;
  provider.client = null;
  location.assign('/');
}

if (session === 'in') signIn();
document.querySelector('#sign-out')?.addEventListener('click', () => void signOut());
