/** Answers as text in which values that no two deployments share are left out. */
import type { Answer, RunningBackend } from '../running-backend.ts';

/** Ids of rows, keys, codes, tokens and times; names of requests. */
const CHANCE = new RegExp(
  [
    String.raw`\b[12]\d{12}(?:\.\d+)?\b`,
    String.raw`\b20\d\d-\d\d-\d\dT[\d:.]+Z`,
    String.raw`\b[0-9a-z]{32}\b`,
    String.raw`(?<="(?:id|upload)":")[0-9a-f]{16}\b`,
    // Claims to domains and pages, and the words to put there; endorsements; links by which people ask for one; credentials.
    String.raw`(?<="id":")(?:domain|link)-[\w-]{16}`,
    String.raw`(?<=gigsy-verification=)[\w-]{43}`,
    String.raw`(?<="id":")[0-9a-f]{20}\b`,
    String.raw`\b[0-9a-f]{48}\b`,
    String.raw`(?<=urn:uuid:)[0-9a-f-]{36}`,
    String.raw`\b(?:pk|sk|lc|src)_[0-9a-f_]{16,}`,
    String.raw`\bwhsec_[\w+/]{43}=`,
    String.raw`\beyJ[\w-]+\.[\w-]+\.[\w-]+`,
    String.raw`(?<="retryAfterMs":)[\d.]+`,
    String.raw`(?<=Request ID: )\w+`,
    // One-time codes of the viewer's own.
    String.raw`(?<="code":")\d{6}(?=")`,
    String.raw`running-key-\d+`,
    // The age of the oldest delivery: one that has arrived may not be noted yet. The inbox of the twin sees that none is too many.
    String.raw`(?<="oldest":)(?:null|[\d.]+)`,
    // Chance draws the views that are counted.
    String.raw`(?<="days":)\[(?:\{"day":"[\d-]+","views":\d+\},?)*\]`,
  ].join('|'),
  'g',
);

/** `others`: addresses besides those of the deployment that are this run's alone. */
export function withoutChance(
  { deployment: { url, siteUrl } }: RunningBackend,
  text: string,
  others: readonly string[] = [],
): string {
  return [url, siteUrl, ...others]
    .map((address) => new URL(address).host)
    .flatMap((host) => [host, encodeURIComponent(host)])
    .reduce((shown, host) => shown.replaceAll(host, 'HOST'), text)
    .replace(CHANCE, '…');
}

/** The whole answer. Its length counts where no value of chance, which may be of another length, stands in it. */
export function answerText(
  running: RunningBackend,
  { status, headers, body }: Answer,
  others: readonly string[] = [],
): string {
  const shown = withoutChance(running, body, others);
  const kept = headers.filter(([name]) => name !== 'content-length' || shown === body);
  return `${status} ${withoutChance(running, JSON.stringify(kept), others)} ${shown}`;
}
