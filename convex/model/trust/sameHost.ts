/** Whether an answer comes from the host that was asked. */

/** True for the host itself, with or without `www.` before it: many hosts lead from one to the other. */
export function isSameHost({ hostname }: URL, host: string): boolean {
  return withoutWww(hostname) === withoutWww(host);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
