/** The lists from which a person picks, one a source, and the way of what is picked into the profile. */
import type { Consent, ConsentSource, LinkedInFiles, Operation, OwnProfile } from '@gigsy/schema';
import { MAX_OPERATIONS } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import type { LinkedInRead } from '@gigsy/sdk/linkedin';
import type { Preview } from './view.ts';

export class PickList {
  readonly #client: Gigsy;
  readonly #previews = new Map<ConsentSource, Preview>();
  /** Of the archive that is open. They stay in this page. */
  #files: LinkedInFiles | undefined;

  constructor(client: Gigsy) {
    this.#client = client;
  }

  previewOf(source: ConsentSource): Preview | undefined {
    return this.#previews.get(source);
  }

  /** Asks what the import would do. Everything is picked at first. */
  async open(consent: Pick<Consent, 'consent' | 'source'>, files?: LinkedInFiles): Promise<void> {
    if (files) this.#files = files;
    await this.renew(consent);
  }

  /** Asks again, after the profile has changed. */
  async renew({ consent, source }: Pick<Consent, 'consent' | 'source'>): Promise<void> {
    const files = source === 'linkedin' ? this.#files : undefined;
    const planned = await this.#client.profile.imports.plan({ consent, ...(files && { files }) });
    if (!planned) return this.close(source);
    const { versions, proposals, kept, left } = planned;
    this.#previews.set(source, { plan: { proposals, kept, left }, versions, left: new Set() });
  }

  close(source: ConsentSource): void {
    this.#previews.delete(source);
    if (source === 'linkedin') this.#files = undefined;
  }

  pick(source: ConsentSource, at: number, picked: boolean): void {
    const preview = this.#previews.get(source)!;
    const left = new Set(preview.left);
    if (picked) left.delete(at);
    else left.add(at);
    this.#previews.set(source, { ...preview, left });
  }

  hasPicked(source: ConsentSource): boolean {
    return this.#picked(source).length > 0;
  }

  #picked(source: ConsentSource): Operation[] {
    const { plan, left } = this.#previews.get(source)!;
    return plan.proposals.filter((_, at) => !left.has(at)).map(({ operation }) => operation);
  }

  /** Takes over what is picked, as many at once as a call may bring, and closes the list. Returns the number. */
  async take({ consent, source }: Pick<Consent, 'consent' | 'source'>): Promise<number> {
    const picked = this.#picked(source);
    let { versions } = this.#previews.get(source)!;
    for (let at = 0; at < picked.length; at += MAX_OPERATIONS) {
      const operations = picked.slice(at, at + MAX_OPERATIONS);
      const answer = await this.#client.profile.imports.apply({
        consent,
        operations,
        expected: expectedOf(versions, operations),
      });
      ({ versions } = answer);
    }
    this.close(source);
    return picked.length;
  }
}

function expectedOf(versions: OwnProfile['versions'], operations: readonly Operation[]) {
  return Object.fromEntries(operations.map(({ section }) => [section, versions[section]]));
}

/** The code that unpacks comes when an archive is chosen. */
export async function unpacked(archive: Blob): Promise<LinkedInRead> {
  const { readLinkedInArchive } = await import('@gigsy/sdk/linkedin');
  return readLinkedInArchive(archive);
}
