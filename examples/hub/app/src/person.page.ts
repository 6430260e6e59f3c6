/**
 * A person's page: its element gives a purpose to the provider around, which opens what members may see. Another one takes
 * reports of the page.
 */
import '@gigsy/elements/access-request/define';
import '@gigsy/elements/report-dialog/define';
import { createGigsy } from '@gigsy/sdk';

const { session, convex = '' } = document.body.dataset;
const report = document.querySelector('gigsy-report-dialog');
// Strangers report too: their client has no person.
if (session === 'out' && report) report.client = createGigsy({ url: convex });
