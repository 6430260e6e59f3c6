/** The change of one's handle: a form, and the words for each reason that it is refused. */
import { handleSchema } from '@gigsy/schema';
import { isGigsyError } from '@gigsy/sdk';
import { type Html, html } from '../template.ts';
import type { Visit } from './visit.ts';

interface Refused {
  wanted: string;
  fault: string;
}

export function handlePanel({ say }: Visit, handle: string, refused?: Refused): Html {
  const invalid = refused && html` aria-invalid="true" autofocus`;
  return html`<section class="panel" aria-labelledby="account-handle">
    <h2 id="account-handle">${say('account.handle')}</h2>
    <form method="post" action="/me/account" class="field">
      <label for="handle">${say('account.newHandle')}</label>
      <p class="help" id="handle-help">${say('account.handleHelp').replace('{handle}', () => handle)}</p>
      <div class="row">
        <div class="prefixed" dir="ltr"><span aria-hidden="true">/people/</span><input id="handle" name="handle" value="${refused?.wanted ?? handle}" autocapitalize="none" spellcheck="false" required maxlength="60" aria-describedby="handle-help handle-fault"${invalid} /></div>
        <button class="quiet button" name="step" value="changeHandle">${say('account.changeHandle')}</button>
      </div>
      ${refused && html`<p class="fault" id="handle-fault" role="alert">${refused.fault}</p>`}
    </form>
  </section>`;
}

/** The reason in words if the handle was refused. */
export async function changeHandle(visit: Visit, handle: string): Promise<string | undefined> {
  const { gigsy, say } = visit;
  if (!handleSchema.safeParse(handle).success) return say('signUp.handleForm');
  try {
    await gigsy.profile.changeHandle({ handle });
    return undefined;
  } catch (error) {
    if (isGigsyError(error, 'handle_unavailable')) return say('signUp.handleTaken');
    if (isGigsyError(error, 'handle_cooling_down')) return coolingDown(visit, error.retryAfterMs ?? 0);
    throw error;
  }
}

function coolingDown({ say, language }: Visit, waitMs: number): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return say('account.coolingDown').replace('{date}', format.format(Date.now() + waitMs));
}
