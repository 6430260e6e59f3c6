/**
 * The files of contributions in the editor: those that are there, those on their way, and those that an earlier visit began.
 * The code that sends loads when somebody chooses a file.
 */
import type { TemplateResult } from 'lit';
import type { StoredFile } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { GigsyError } from '@gigsy/sdk/reader';
import type { FieldValue, OwnControl } from '../../../writing/field.ts';
import { partsOf } from '../../../writing/shape.ts';
import { asGigsyError } from '../../../writing/status.ts';
import type { OwnContribution, OwnPortfolio } from '../reading.ts';
import { type ChosenFile, type FileFacts, asValue, filesIn } from './chosen.ts';
import { type FilesDrawing, renderFiles } from './files-view.ts';
import type { DrawDocument } from './preview.ts';
import type { StoredPreview, UploadQueue } from './queue.ts';
import { Thumbs, readOwn } from './thumbs.ts';
import { type Person, forgetUpload, keptUploads } from './tickets.ts';
import type { Upload } from './upload.ts';

/** Most files of a contribution, by the contract (a test compares them). */
export const MAX_FILES = 10;

export interface AttachmentsHost {
  /** The element may move to another. */
  document(): Document;
  drawDocument(): DrawDocument | undefined;
  /** The origin of the Gigsy site, if anybody says it. */
  api(): string | undefined;
  valueOf(name: string): FieldValue;
  edit(name: string, value: FieldValue): void;
  changed(): void;
  failed(error: GigsyError): void;
}

export class Attachments {
  /** Set before each drawing. */
  drawing: FilesDrawing | undefined;
  readonly #host: AttachmentsHost;
  readonly #facts = new Map<string, FileFacts>();
  readonly #thumbs: Thumbs;
  #client: Gigsy | null | undefined;
  #person: Person | undefined;
  #queue: UploadQueue | undefined;
  /** Files that were taken out and not saved yet, by the name of the value. */
  #gone = new Map<string, readonly ChosenFile[]>();
  #news: { readonly owner: string; readonly text: string } | undefined;
  /** The value over which files are being dragged. */
  #over = '';

  constructor(host: AttachmentsHost) {
    this.#host = host;
    this.#thumbs = new Thumbs(() => host.changed());
  }

  /** Files belong to the person of the client. */
  follow(client: Gigsy | null | undefined): void {
    if (client === this.#client) return;
    this.leave();
    this.#client = client;
  }

  /** Stops sending; what has arrived waits for another visit. */
  leave(): void {
    this.#queue?.close();
    this.#queue = this.#client = this.#person = this.#news = undefined;
    this.#thumbs.clear();
    this.#facts.clear();
    this.#gone.clear();
  }

  resume(): void {
    this.#queue?.resume();
  }

  /** Facts of stored files: the view has them in the order in which the contribution names the files. */
  see(mine: OwnPortfolio, contributions: readonly OwnContribution[]): void {
    if (this.#client) this.#person = { deployment: this.#client.url, person: mine.handle };
    for (const { id, contribution } of contributions) {
      const shown = mine.contributions?.find((entry) => entry.id === id)?.files ?? [];
      const files = contribution.files ?? [];
      if (shown.length !== files.length) continue;
      for (const [at, { file }] of files.entries()) {
        const { type, size, width, height, address, preview } = shown[at]!;
        const pictured = preview !== undefined || type.startsWith('image/');
        this.#facts.set(file, { ...this.#facts.get(file), type, size, width, height, pictured, address: preview?.address ?? address }); // prettier-ignore
      }
    }
  }

  /** Files that were taken out are deleted by now. */
  saved(): void {
    this.#gone.clear();
  }

  readonly render = (control: OwnControl): TemplateResult => {
    const [owner] = partsOf(control.name);
    const files = filesIn(control.value);
    const has = ({ file }: ChosenFile) => files.some((each) => each.file === file);
    const uploads = this.#queue?.uploads.filter((upload) => upload.owner === owner) ?? [];
    const names = new Set(this.#queue?.uploads.map(({ ticket }) => ticket?.upload));
    const kept = this.#person ? keptUploads(this.#person) : [];
    return renderFiles({
      ...this.drawing!,
      ...{ control, files, uploads },
      gone: (this.#gone.get(control.name) ?? []).filter((file) => !has(file)),
      begun: kept.filter((each) => each.owner === owner && !names.has(each.ticket.upload)),
      over: this.#over === control.name,
      news: this.#news?.owner === owner ? this.#news.text : '',
      most: MAX_FILES,
      factsOf: (file) => this.#facts.get(file),
      thumbOf: (file) => this.#thumbOf(file),
      ...this.#listeners,
    });
  };

  #thumbOf(file: string): ImageBitmap | undefined {
    const [client, { pictured, address } = {} as Partial<FileFacts>] = [this.#client, this.#facts.get(file)];
    if (!client || !pictured) return undefined;
    return this.#thumbs.of(file, readOwn(client, address, this.#host.api()));
  }

  readonly #listeners = {
    take: (name: string, files: Iterable<File>) => void this.#take(name, [...files]),
    hover: (name: string, over: boolean) => {
      const next = over ? name : '';
      if (next === this.#over) return;
      this.#over = next;
      this.#host.changed();
    },
    describe: (name: string, file: string, alt: string) => {
      const described = filesIn(this.#host.valueOf(name)).map((each) => {
        if (each.file !== file) return each;
        const { alt: _, ...rest } = each;
        return alt.trim() ? { ...rest, alt } : rest;
      });
      this.#host.edit(name, asValue(described));
    },
    remove: (name: string, file: string) => {
      const files = filesIn(this.#host.valueOf(name));
      const gone = files.filter((each) => each.file === file);
      this.#gone.set(name, [...(this.#gone.get(name) ?? []), ...gone]);
      this.#host.edit(name, asValue(files.filter((each) => each.file !== file)));
    },
    restore: (name: string, file: ChosenFile) => {
      this.#gone.set(
        name,
        (this.#gone.get(name) ?? []).filter((each) => each !== file),
      );
      this.#host.edit(name, asValue([...filesIn(this.#host.valueOf(name)), file]));
    },
    cancel: (upload: Upload) => this.#queue?.cancel(upload),
    retry: (upload: Upload) => this.#queue?.retry(upload),
    dismiss: (name: string) => {
      if (this.#person) forgetUpload(this.#person, name);
      this.#client?.portfolio.uploads.cancel({ upload: name }).catch(() => {});
      this.#host.changed();
    },
  };

  /** As many as there is room for. */
  async #take(name: string, files: File[]): Promise<void> {
    const [client, person] = [this.#client, this.#person];
    if (!client || !person || files.length === 0) return;
    try {
      const { UploadQueue: Queue } = await import('./queue.ts');
      if (client !== this.#client) return;
      this.#queue ??= new Queue(client, person, this.#queueHost);
    } catch (thrown) {
      return this.#host.failed(asGigsyError(thrown));
    }
    const [owner] = partsOf(name);
    const under = this.#queue.uploads.filter((upload) => upload.owner === owner).length;
    const room = MAX_FILES - filesIn(this.#host.valueOf(name)).length - under;
    for (const file of files.slice(0, Math.max(0, room))) this.#queue.add(owner, file);
  }

  readonly #queueHost = {
    document: () => this.#host.document(),
    drawDocument: () => this.#host.drawDocument(),
    changed: (upload: Upload) => {
      const { words } = this.drawing!;
      const text = upload.fault ? words.faults[upload.fault] : upload.state === 'lost' ? words.lost : '';
      if (text) this.#tell(upload, `${upload.file.name}: ${text}`);
      this.#host.changed();
    },
    stored: (upload: Upload, { file, type, size, width, height }: StoredFile, preview: StoredPreview | undefined) => {
      const name = `${upload.owner}.files`;
      const picture = preview?.picture ?? (type.startsWith('image/') ? upload.file : undefined);
      this.#facts.set(file, { type, size, width, height, name: upload.file.name, pictured: picture !== undefined });
      if (this.#client && picture) this.#thumbs.of(file, () => Promise.resolve(picture));
      this.#tell(upload, this.drawing!.words.stored(upload.file.name));
      const others = filesIn(this.#host.valueOf(name)).filter((each) => each.file !== file);
      this.#host.edit(name, asValue([...others, { file, ...(preview && { preview: preview.file }) }]));
    },
    failed: (error: GigsyError) => this.#host.failed(error),
  };

  #tell({ owner }: Upload, text: string): void {
    this.#news = { owner, text };
  }
}
