/**
 * The picture in the editor: the one that is there, and the ways to another. The code that crops and sends loads when
 * somebody chooses a file.
 */
import { type TemplateResult, html } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { GigsyError } from '@gigsy/sdk/reader';
import { person } from '../../../appearance/icon.ts';
import { asGigsyError } from '../../../writing/status.ts';
import { webUrl } from '../../../untrusted.ts';
import type { Cropping } from './cropping.ts';
import { type PictureFault, faultAfter } from './faults.ts';
import type { OwnPhoto } from './photo.ts';
import type { PictureDrawing } from './drawing.ts';
import type { PictureTerms } from './terms.ts';

export interface PictureHost {
  /** The element may move to another. */
  document(): Document;
  /** Draws again. `focus` is the id of the node that gets the focus then. */
  changed(focus?: string): void;
  /** The picture is stored or removed; the identity has this version. */
  stored(version: number): void;
  failed(error: GigsyError): void;
}

const TYPES = 'image/png,image/jpeg,image/webp,image/gif,image/avif';

export class Picture {
  /** Rises with each change of what is on show. */
  revision = 0;
  readonly #host: PictureHost;
  #client: Gigsy | null | undefined;
  #photo: OwnPhoto | undefined;
  #busy = false;
  #over = false;
  #fault: PictureFault | undefined;
  #news: keyof Pick<PictureTerms, 'opening' | 'stored' | 'removed'> | undefined;
  #cropping: Cropping | undefined;
  /** Ends what began with the client at hand. */
  #ended = new AbortController();

  constructor(host: PictureHost) {
    this.#host = host;
  }

  /** A choice belongs to the person who made it. */
  follow(client: Gigsy | null | undefined): void {
    if (client === this.#client) return;
    this.leave();
    this.#client = client;
    this.#photo = this.#fault = this.#news = undefined;
  }

  see(photo: OwnPhoto | undefined): void {
    const told = JSON.stringify(photo) !== JSON.stringify(this.#photo);
    this.#photo = photo;
    if (told) this.#changed();
  }

  /** Drops a picture that is not stored yet. */
  leave(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#cropping?.close();
    this.#cropping = undefined;
    this.#busy = false;
  }

  render({ words, retry, localize }: PictureDrawing): TemplateResult {
    const cropping = this.#cropping;
    const fault = this.#fault && words.faults[this.#fault];
    return html`<div
      part="picture" class="picture ${this.#over ? 'over' : ''}" role="group" aria-labelledby="picture-title"
      @dragover=${this.#dragOver} @dragleave=${this.#dragLeave} @drop=${this.#drop} @paste=${this.#paste}
    >
      <p id="picture-title" class="label">${words.title}</p>
      ${cropping ? cropping.render({ words, retry, localize }, fault !== undefined) : this.#renderRow(words)}
      <input id="picture-file" type="file" accept=${TYPES} hidden @change=${this.#chosen} />
      <p class="fault" id="picture-fault" role="alert">${fault ?? ''}</p>
      <p class="heard" role="status">${this.#news ? words[this.#news] : ''}${cropping?.news ?? ''}</p>
    </div>`;
  }

  #renderRow(words: PictureTerms): TemplateResult {
    const photo = this.#photo;
    const address = photo?.state === 'stored' && webUrl(photo.address);
    const note = photo?.state === 'waiting' ? words.waiting : photo?.fault && words.address[photo.fault];
    return html`<div class="portrait">${address ? html`<img src=${address} alt=${words.title} referrerpolicy="no-referrer" />` : person}</div>
      <div class="choices">
        <div class="bar">
          <button id="picture-choose" type="button" aria-describedby="picture-help" aria-disabled=${this.#busy} @click=${this.choose}>${words.choose}</button>
          ${photo ? html`<button id="picture-remove" type="button" aria-disabled=${this.#busy} @click=${this.#remove}>${words.remove}</button>` : ''}
        </div>
        ${note ? html`<p class="help">${note}</p>` : ''}
        <p class="help" id="picture-help">${words.help}</p>
        ${this.#busy && this.#news === 'opening' ? html`<p class="help">${words.opening}</p>` : ''}
      </div>`;
  }

  readonly choose = (event: Event): void => {
    if (this.#busy) return;
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    (root.getElementById('picture-file') as HTMLInputElement).click();
  };

  readonly #chosen = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file can be chosen again.
    input.value = '';
    if (file) void this.#open(file);
  };

  readonly #dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#hover(true);
  };

  readonly #dragLeave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    if (!(currentTarget as Node).contains(relatedTarget as Node | null)) this.#hover(false);
  };

  readonly #drop = (event: DragEvent): void => {
    this.#hover(false);
    this.#take(event, event.dataTransfer);
  };

  readonly #paste = (event: ClipboardEvent): void => this.#take(event, event.clipboardData);

  #take(event: Event, given: DataTransfer | null): void {
    const file = given?.files[0];
    if (!file || this.#busy) return;
    event.preventDefault();
    void this.#open(file);
  }

  #hover(over: boolean): void {
    if (over === this.#over) return;
    this.#over = over;
    this.#changed();
  }

  /** A file that cannot be taken leaves the choice before it in place. */
  async #open(file: Blob): Promise<void> {
    const client = this.#client;
    if (!client || this.#cropping?.sending) return;
    const { signal } = this.#ended;
    this.#busy = true;
    this.#fault = undefined;
    this.#news = 'opening';
    this.#changed();
    try {
      const { opened } = await import('./cropping.ts');
      const cropping = await opened(file, { client, document: this.#host.document(), ...this.#listeners });
      if (signal.aborted) return cropping.close();
      this.#cropping?.close();
      this.#cropping = cropping;
      this.#settled('picture-part');
    } catch (thrown) {
      if (signal.aborted) return;
      // Without a fault of its own it is the code that did not come.
      const { fault = 'offline' } = thrown as { fault?: PictureFault };
      this.#settled(this.#cropping ? undefined : 'picture-choose', fault);
    }
  }

  readonly #listeners = {
    changed: (): void => this.#changed(),
    choose: this.choose,
    failed: (fault: PictureFault | undefined, error?: GigsyError): void => {
      this.#fault = fault;
      this.#changed();
      if (error) this.#host.failed(error);
    },
    cancelled: (): void => {
      this.leave();
      this.#settled('picture-choose');
    },
    stored: (version: number, photo: OwnPhoto | null): void => {
      this.leave();
      this.#stored(version, photo, 'stored');
    },
  };

  readonly #remove = (): void => {
    const client = this.#client;
    if (!client || this.#busy) return;
    const { signal } = this.#ended;
    this.#busy = true;
    this.#fault = this.#news = undefined;
    this.#changed();
    client.profile.photos.remove({}).then(
      ({ versions, photo }) => signal.aborted || this.#stored(versions.identity, photo, 'removed'),
      (thrown: unknown) => {
        if (signal.aborted) return;
        const error = asGigsyError(thrown);
        this.#settled(undefined, faultAfter(error.code));
        this.#host.failed(error);
      },
    );
  };

  #stored(version: number, photo: OwnPhoto | null, news: 'stored' | 'removed'): void {
    this.#photo = photo ?? undefined;
    this.#settled('picture-choose');
    this.#news = news;
    this.#host.stored(version);
  }

  #settled(focus?: string, fault?: PictureFault): void {
    this.#busy = false;
    this.#news = undefined;
    this.#fault = fault;
    this.#changed(focus);
  }

  #changed(focus?: string): void {
    this.revision += 1;
    this.#host.changed(focus);
  }
}
