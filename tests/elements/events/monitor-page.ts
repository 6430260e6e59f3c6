/** The element of deliveries on the page of a test. */
import type { GigsyDeliveryMonitor } from '@gigsy/elements';
import '@gigsy/elements/delivery-monitor/define';
import { all, put, said, settled } from '../privacy/records.ts';

export type Monitor = GigsyDeliveryMonitor;
export const putMonitor = (client: unknown, options = {}) =>
  put<Monitor>('gigsy-delivery-monitor', client, { width: 1040, ...options });
export const outcome = (monitor: Monitor) => said(monitor, '[role=status]')[0];
export const rows = (monitor: Monitor, part: string) => all(monitor, `[part=${part}]`).length;
export const button = (monitor: Monitor, act: string, id: string) =>
  all(monitor, `[data-act=${act}][data-id="${id}"]`)[0]!;
export const focused = (monitor: Monitor) => monitor.shadowRoot!.activeElement;

export async function press(monitor: Monitor, act: string, id = ''): Promise<void> {
  button(monitor, act, id).focus();
  button(monitor, act, id).click();
  await settled(monitor);
}

export async function choose(monitor: Monitor, name: string, value: string): Promise<void> {
  const select = all(monitor, `select[name=${name}]`)[0] as unknown as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(monitor);
}

export async function send(monitor: Monitor, form: string, filled: Record<string, string>): Promise<void> {
  const found = all(monitor, `[part=${form}]`)[0] as unknown as HTMLFormElement;
  found.closest('details')!.open = true;
  for (const [name, value] of Object.entries(filled))
    (found.elements.namedItem(name) as HTMLInputElement).value = value;
  found.requestSubmit();
  await settled(monitor);
}
