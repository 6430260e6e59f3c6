/** A chosen picture: the part of it that is kept, by pointer, keys and slider, and its way to the deployment. */
import { type TemplateResult, html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Gigsy } from '@gigsy/sdk';
import type { GigsyError } from '@gigsy/sdk/reader';
import { asGigsyError } from '../../../writing/status.ts';
import type { Localize } from '../../../localization/localize.ts';
import { type Crop, largest, mostZoom, moved, placeOf, sideOf, zoomed } from './crop.ts';
import { cutOut, decoded, drawPart } from './decode.ts';
import { PictureError, type PictureFault, faultAfter } from './faults.ts';
import type { OwnPhoto } from './photo.ts';
import { sent } from './send.ts';
import type { PictureDrawing } from './drawing.ts';

interface CroppingHost {
  readonly client: Gigsy;
  readonly document: Document;
  changed(): void;
  /** Asks for another file. */
  choose(event: Event): void;
  /** No fault: it is being tried again. */
  failed(fault: PictureFault | undefined, error?: GigsyError): void;
  cancelled(): void;
  stored(version: number, photo: OwnPhoto | null): void;
}

/** Pixels of the drawn part; sharp on dense screens. */
const STAGE = 576;
const PREVIEWS = [128, 64];
/** Share of the part's side by which a key moves it, and factor by which a key zooms. */
const STEP = 0.05;
const ZOOM_STEP = 1.1;
/** A press that moves less is a point to see in the middle, in CSS pixels. */
const STILL_PX = 4;

/** Rejects with a PictureError if the file cannot be taken. */
export async function opened(file: Blob, host: CroppingHost): Promise<Cropping> {
  return new Cropping(await decoded(file), host);
}

export class Cropping {
  /** Where the part is, once a key has moved it, or how far the sending is. */
  news = '';
  readonly #picture: ImageBitmap;
  readonly #host: CroppingHost;
  readonly #ended = new AbortController();
  #crop: Crop;
  /** From 0 to 1 while it is sent. */
  #progress: number | undefined;
  /** The part is with the deployment, and not yet the picture of the profile. */
  #uploaded: { storageId: string; idempotencyKey: string } | undefined;
  #drawing: PictureDrawing | undefined;

  constructor(picture: ImageBitmap, host: CroppingHost) {
    this.#picture = picture;
    this.#host = host;
    this.#crop = largest(picture.width, picture.height);
  }

  get sending(): boolean {
    return this.#progress !== undefined;
  }

  close(): void {
    this.#ended.abort();
    this.#picture.close();
  }

  render(drawing: PictureDrawing, failed: boolean): TemplateResult {
    this.#drawing = drawing;
    const { words, retry, localize } = drawing;
    const { zoom } = this.#crop;
    const most = mostZoom(this.#crop);
    const { sending } = this;
    return html`<div class="cropping" @keydown=${this.#escape}>
      <div class="stage">
        <canvas
          id="picture-part" part="crop" width=${STAGE} height=${STAGE} role="application" tabindex="0" aria-label=${words.part}
          aria-describedby="picture-part-help" @pointerdown=${this.#grab} @keydown=${this.#key} ${ref(this.#draw)}
        ></canvas>
      </div>
      <div class="tools">
        <p class="help" id="picture-part-help">${words.partHelp}</p>
        <label for="picture-zoom">${words.zoom}</label>
        <input
          id="picture-zoom" type="range" min="1" max=${most} step="any" aria-valuetext=${percent(zoom, localize)}
          ?disabled=${most === 1} .value=${String(zoom)} @input=${this.#slide}
        />
        <div class="previews" role="img" aria-label=${words.preview}>${PREVIEWS.map((side) => html`<canvas part="preview" width=${side} height=${side} ${ref(this.#draw)}></canvas>`)}</div>
        ${sending ? html`<progress max="1" .value=${this.#progress!} aria-labelledby="picture-progress"></progress>` : ''}
        <div class="bar">
          <button id="picture-use" type="button" class="save" aria-disabled=${sending} @click=${this.#send}>${failed ? retry : words.use}</button>
          <button id="picture-another" type="button" aria-disabled=${sending} @click=${this.#another}>${words.another}</button>
          <button id="picture-cancel" type="button" @click=${this.#host.cancelled}>${words.cancel}</button>
          ${sending ? html`<p class="help" id="picture-progress">${words.sending(percent(this.#progress!, localize))}</p>` : ''}
        </div>
      </div>
    </div>`;
  }

  /** A function of its own at each drawing is called at each drawing. */
  get #draw(): (canvas?: Element) => void {
    return (canvas) => canvas && drawPart(canvas as HTMLCanvasElement, this.#picture, this.#crop);
  }

  #place(crop: Crop, heard: boolean): void {
    if (this.sending) return;
    this.#crop = crop;
    this.#uploaded = undefined;
    const { words, localize } = this.#drawing!;
    const [across, down] = placeOf(crop);
    const numbers = [crop.zoom, across, down].map((part) => percent(part, localize)) as [string, string, string];
    this.news = heard ? words.at(...numbers) : '';
    this.#host.changed();
  }

  /** The picture moves as the arrows point; the part that is kept moves the other way. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const crop = this.#crop;
    const step = STEP * sideOf(crop);
    const moves: Record<string, () => Crop> = {
      ArrowLeft: () => moved(crop, step, 0),
      ArrowRight: () => moved(crop, -step, 0),
      ArrowUp: () => moved(crop, 0, step),
      ArrowDown: () => moved(crop, 0, -step),
      '+': () => zoomed(crop, crop.zoom * ZOOM_STEP),
      '-': () => zoomed(crop, crop.zoom / ZOOM_STEP),
    };
    // The key of + without Shift.
    const move = moves[event.key === '=' ? '+' : event.key];
    if (!move) return;
    event.preventDefault();
    this.#place(move(), true);
  };

  /** Its value text is heard already. */
  readonly #slide = ({ currentTarget }: Event): void =>
    this.#place(zoomed(this.#crop, Number((currentTarget as HTMLInputElement).value)), false);

  readonly #grab = (event: PointerEvent): void => {
    const stage = event.currentTarget as HTMLElement;
    if (event.button !== 0 || this.sending) return;
    const { left, top, width } = stage.getBoundingClientRect();
    const from = this.#crop;
    const scale = sideOf(from) / width;
    let still = true;
    const ended = new AbortController();
    const options = { signal: ended.signal };
    stage.setPointerCapture(event.pointerId);
    const drag = ({ clientX, clientY }: PointerEvent) => {
      const [x, y] = [clientX - event.clientX, clientY - event.clientY];
      still &&= Math.hypot(x, y) < STILL_PX;
      if (!still) this.#place(moved(from, -x * scale, -y * scale), false);
    };
    // A press alone shows its point in the middle, for people who cannot drag.
    const lift = ({ clientX, clientY }: PointerEvent) => {
      ended.abort();
      const toMiddle = (at: number) => (at - width / 2) * scale;
      if (still) this.#place(moved(from, toMiddle(clientX - left), toMiddle(clientY - top)), false);
    };
    stage.addEventListener('pointermove', drag, options);
    stage.addEventListener('pointerup', lift, options);
    stage.addEventListener('pointercancel', () => ended.abort(), options);
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#host.cancelled();
  };

  readonly #another = (event: Event): void => {
    if (!this.sending) this.#host.choose(event);
  };

  readonly #send = (): void => {
    if (!this.sending) void this.#store();
  };

  async #store(): Promise<void> {
    const { signal } = this.#ended;
    this.#move(0);
    this.#host.failed(undefined);
    try {
      this.#uploaded ??= { storageId: await this.#upload(signal), idempotencyKey: crypto.randomUUID() };
      signal.throwIfAborted();
      const { versions, photo } = await this.#host.client.profile.photos.finish(this.#uploaded);
      if (!signal.aborted) this.#host.stored(versions.identity, photo);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#progress = undefined;
      this.news = '';
      if (thrown instanceof PictureError) return this.#host.failed(thrown.fault);
      const error = asGigsyError(thrown);
      if (error.code === 'not_found') this.#uploaded = undefined;
      this.#host.failed(faultAfter(error.code), error);
    }
  }

  async #upload(signal: AbortSignal): Promise<string> {
    const part = await cutOut(this.#picture, this.#crop, this.#host.document);
    const { address } = await this.#host.client.profile.photos.begin({});
    signal.throwIfAborted();
    return sent(address, part, { signal, progress: (progress) => this.#move(progress) });
  }

  #move(progress: number): void {
    this.#progress = progress;
    const { words, localize } = this.#drawing!;
    // Its start alone is heard; the bar tells the rest to people who ask it.
    if (progress === 0) this.news = words.sending(percent(progress, localize));
    this.#host.changed();
  }
}

function percent(part: number, localize: Localize): string {
  return localize.format(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 0 } as const).format(part);
}
