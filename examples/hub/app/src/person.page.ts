/**
 * A person's page: its element gives a purpose to the provider around, which opens what members may see. Another one takes
 * reports of the page. Members can endorse the person; the button does nothing without script, so it is hidden until now.
 */
import '@gigsy/elements/access-request/define';
import '@gigsy/elements/endorse-dialog/define';
import '@gigsy/elements/endorsements/define';
import '@gigsy/elements/report-dialog/define';
import '@gigsy/elements/reputation/define';
import '@gigsy/elements/reviews/define';
import { createGigsy } from '@gigsy/sdk';

const button = document.querySelector<HTMLButtonElement>('#endorse');
const dialog = document.querySelector('gigsy-endorse-dialog');
if (button && dialog) {
  button.hidden = false;
  button.addEventListener('click', () => dialog.show());
}

const { session, convex = '' } = document.body.dataset;
const report = document.querySelector('gigsy-report-dialog');
// Strangers report too: their client has no person.
if (session === 'out' && report) report.client = createGigsy({ url: convex });
