/** Steps of people at the panel of verifications. */
import type { GigsyVerificationPanel } from '@gigsy/elements';
import '@gigsy/elements/verification-panel/define';
import { all, put, said, settled } from '../privacy/records.ts';

export const putPanel = (client: unknown, options = {}) =>
  put<GigsyVerificationPanel>('gigsy-verification-panel', client, options);
export const outcome = (panel: GigsyVerificationPanel) => said(panel, '[role=status]')[0];
export const faults = (panel: GigsyVerificationPanel) => said(panel, '[part=fault]').filter(Boolean);
export const focused = (panel: GigsyVerificationPanel) => panel.shadowRoot!.activeElement;
export const field = (panel: GigsyVerificationPanel, id: string) =>
  panel.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;

export async function press(panel: GigsyVerificationPanel, part: string, method: string): Promise<void> {
  const selector = `[part=${part}][data-method=${method}], [data-method=${method}] [part=${part}]`;
  const [button] = all(panel, selector);
  button!.focus();
  button!.click();
  await settled(panel);
}

export async function fill(panel: GigsyVerificationPanel, id: string, words: string, button: string): Promise<void> {
  field(panel, id).value = words;
  await press(panel, button, id.split('-')[0]!);
}
