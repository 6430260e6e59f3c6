/**
 * Files of a portfolio that are not for everybody. The client of the signed-in person reads them, since their addresses alone open
 * nothing. A chunk of its own, loaded when a portfolio names such a file. Pictures are drawn on a canvas, so that a page's policy
 * needs no `blob:`.
 */
import { type LitElement, type ReactiveController, type TemplateResult, html, nothing } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import { clientOf } from '../../client-of.ts';
import { saveFile } from '../../save-file.ts';
import { smallPicture } from '../small-picture.ts';
import type { FilesForSome, Picture } from './tile.ts';

/** Most pixels on a side of a picture that is drawn. */
const MOST_SIDE = 1_280;
const MOST_READS = 4;
/** How far below the visible part of the page pictures are read ahead. */
const AHEAD = '200px';

/** One that knows the whole address of a path of the site. */
type Element = LitElement & { addressOf(path: string): string | undefined };

export class KeptFiles implements FilesForSome, ReactiveController {
  readonly #element: Element;
  /** The client by which the drawn pictures were read. */
  #reader: Gigsy | null | undefined;
  #ended = new AbortController();
  #observer: IntersectionObserver | undefined;
  /** The path that each canvas and button was last given. */
  #given = new WeakMap<HTMLElement, string>();
  #waiting: HTMLCanvasElement[] = [];
  #reading = 0;

  constructor(element: Element) {
    this.#element = element;
    element.addController(this);
    // The embed build's Lit tells controllers of later connections alone; to be told twice changes nothing.
    if (element.isConnected) this.hostConnected();
  }

  /** Has the element drawn again, with its files; as often as somebody comes, or goes. */
  hostConnected(): void {
    const { signal } = this.#ended;
    this.#element.ownerDocument.defaultView?.addEventListener('gigsy-provider', this.#follow, { signal });
    this.#element.requestUpdate();
  }

  /** Has the pictures of the element read once they come into view. */
  hostUpdated(): void {
    if (!this.#element.isConnected) return;
    this.#reader = this.#client;
    const { IntersectionObserver } = this.#element.ownerDocument.defaultView as unknown as typeof globalThis;
    this.#observer ??= new IntersectionObserver((seen) => this.#see(seen), { rootMargin: AHEAD });
    for (const place of this.#element.renderRoot.querySelectorAll<HTMLElement>('[data-file]')) {
      const { file } = place.dataset;
      if (this.#given.get(place) === file) continue;
      // Lit fills the same node with another file.
      this.#given.set(place, file!);
      place.hidden = false;
      if (place.localName === 'canvas') {
        const { width, height } = place as HTMLCanvasElement;
        (place as HTMLCanvasElement).getContext('2d')?.clearRect(0, 0, width, height);
        this.#observer.observe(place);
      } else tell(place, '');
    }
  }

  /** The element may come again, in another document. */
  hostDisconnected(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#given = new WeakMap();
    this.#waiting = [];
  }

  /** Pictures of one person are not left to the next. */
  readonly #follow = (): void => {
    if (this.#client === this.#reader) return;
    this.hostDisconnected();
    this.hostConnected();
  };

  /** The path itself, if there is somebody for whom it may open. */
  at(path: unknown): string | undefined {
    return this.#client ? (path as string) : undefined;
  }

  picture({ src, width, height, alt }: Picture): TemplateResult {
    const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
    const [across, down] = [width, height].map((pixels) => Math.max(1, Math.round(pixels * scale)));
    return html`<canvas part="picture" class="seen" role="img" data-file=${src} width=${across} height=${down} aria-label=${alt || nothing} aria-hidden=${alt ? nothing : true}></canvas>`;
  }

  /** A button that downloads the file, and a place for what came of it. */
  file(path: string, name: string, { said, failed }: { said: TemplateResult; failed: string }): TemplateResult {
    const press = ({ currentTarget: button }: Event) =>
      this.#download(button as HTMLElement, { path, name }).then(
        () => tell(button as HTMLElement, ''),
        () => tell(button as HTMLElement, failed),
      );
    return html`<button part="file" type="button" data-file=${path} @click=${press}>${said}</button> <span class="meta" role="status"></span>`;
  }

  get #client(): Gigsy | null | undefined {
    return clientOf(this.#element);
  }

  #see(seen: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      this.#observer?.unobserve(target);
      this.#waiting.push(target as HTMLCanvasElement);
    }
    this.#next();
  }

  #next(): void {
    while (this.#reading < MOST_READS && this.#waiting.length > 0) {
      this.#reading += 1;
      void this.#draw(this.#waiting.shift()!).finally(() => {
        this.#reading -= 1;
        this.#next();
      });
    }
  }

  /** A picture that does not open takes no room. One that could not be asked for is tried again with the next drawing. */
  async #draw(canvas: HTMLCanvasElement): Promise<void> {
    const { file = '' } = canvas.dataset;
    const { signal } = this.#ended;
    const isCurrent = () => !signal.aborted && this.#given.get(canvas) === file;
    try {
      const blob = await this.#read(file);
      const picture = blob && (await smallPicture(blob, MOST_SIDE));
      if (isCurrent()) {
        canvas.hidden = !picture;
        if (picture) canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      }
      picture?.close();
    } catch {
      if (!isCurrent()) return;
      canvas.hidden = true;
      this.#given.delete(canvas);
    }
  }

  /** The button goes with a file that does not open. */
  async #download(button: HTMLElement, { path, name }: { path: string; name: string }): Promise<void> {
    const blob = await this.#read(path);
    button.hidden = !blob;
    if (!blob || !button.isConnected) return;
    saveFile(button, blob, name);
  }

  async #read(path: string): Promise<Blob | null> {
    const [client, address] = [this.#client, this.#element.addressOf(path)];
    if (!client || address === undefined) return null;
    return client.readFile(path, { api: new URL(address).origin, signal: this.#ended.signal });
  }
}

function tell(button: HTMLElement, words: string): void {
  button.nextElementSibling!.textContent = words;
}
