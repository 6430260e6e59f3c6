/** The files of one contribution as they are drawn: rows, a button that chooses more, and a place to drop them. */
import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Localize } from '../../../localization/localize.ts';
import type { OwnControl } from '../../../writing/field.ts';
import { written } from '../../../writing/field-view.ts';
import { fileSize } from '../../file-size.ts';
import type { ChosenFile, FileFacts } from './chosen.ts';
import type { FilesTerms } from './terms.ts';
import type { KeptUpload } from './tickets.ts';
import type { Upload } from './upload.ts';

/** A system may know none of these types for a file that is one: the bytes decide in the end. */
const TYPES = 'image/png,image/jpeg,image/webp,image/gif,image/avif,application/pdf';

export interface FilesDrawing {
  readonly words: FilesTerms;
  readonly localize: Localize;
}

export interface FilesView extends FilesDrawing {
  readonly control: OwnControl;
  readonly files: readonly ChosenFile[];
  /** Taken out, with a way back. */
  readonly gone: readonly ChosenFile[];
  readonly uploads: readonly Upload[];
  /** Of earlier visits. */
  readonly begun: readonly KeptUpload[];
  /** Files are being dragged over the field. */
  readonly over: boolean;
  /** To be heard. */
  readonly news: string;
  readonly most: number;
  factsOf(file: string): FileFacts | undefined;
  thumbOf(file: string): ImageBitmap | undefined;
  take(name: string, files: Iterable<File>): void;
  hover(name: string, over: boolean): void;
  describe(name: string, file: string, alt: string): void;
  remove(name: string, file: string): void;
  restore(name: string, file: ChosenFile): void;
  cancel(upload: Upload): void;
  retry(upload: Upload): void;
  dismiss(upload: string): void;
}

export function renderFiles(view: FilesView): TemplateResult {
  const { control, files, gone, uploads, begun, words, localize, most, over, news } = view;
  const { id, name, label, describedBy } = control;
  const full = files.length + uploads.length >= most;
  const drop = dropping(view);
  const rows = files.length + gone.length + uploads.length + begun.length > 0;
  return html`<div part="files" class="files ${over ? 'over' : ''}" role="group" aria-label=${label} @dragover=${drop.dragover} @dragleave=${drop.dragleave} @drop=${drop.drop}>
    ${
      rows
        ? html`<ul>
            ${repeat(
              files,
              ({ file }) => file,
              (file, at) => renderStored(view, file, at),
            )}
            ${gone.map((file) => renderGone(view, file))} ${uploads.map((upload) => renderUpload(view, upload))}
            ${begun.map((upload) => renderBegun(view, upload))}
          </ul>`
        : ''
    }
    <div class="bar">
      <button id=${id} type="button" part="choose" aria-disabled=${full} aria-describedby="${id}-about ${describedBy}" @click=${openChooser}>${words.choose}</button>
      <input id="${id}-input" type="file" multiple hidden accept=${TYPES} aria-label=${label} @change=${chosen(view, name)} />
    </div>
    <p class="help" id="${id}-about">${full ? words.full(written(most, localize)) : words.help}</p>
    <p class="heard" role="status">${news}</p>
  </div>`;
}

/** The name of a file that the person knows, or its number among the others. */
function nameOf({ words, localize, factsOf, files }: FilesView, { file }: ChosenFile): string {
  const { name, type = '' } = factsOf(file) ?? {};
  if (name) return name;
  const number = written(files.findIndex((each) => each.file === file) + 1, localize);
  return type.startsWith('image/') ? words.picture(number) : words.document(number);
}

function renderStored(view: FilesView, chosenFile: ChosenFile, at: number): TemplateResult {
  const { control, words, localize, factsOf, describe, remove } = view;
  const { file, alt = '' } = chosenFile;
  const facts = factsOf(file);
  const name = nameOf(view, chosenFile);
  const id = `${control.id}-${at}`;
  const isPicture = facts?.type.startsWith('image/');
  const tell = ({ currentTarget }: Event) => describe(control.name, file, (currentTarget as HTMLInputElement).value);
  return html`<li part="file">
    ${renderThumb(view, file, facts)}
    <div class="more">
      <p class="name"><bdi>${name}</bdi> ${facts ? html`<span class="help">${factsText(facts, localize)}</span>` : ''}</p>
      ${
        isPicture
          ? html`<label for="${id}-alt">${words.alt}</label>
              <input id="${id}-alt" type="text" part="input" dir="auto" maxlength="500" aria-describedby="${id}-alt-help" .value=${live(alt)} @input=${tell} />
              <p class="help" id="${id}-alt-help">${words.altHelp}</p>`
          : ''
      }
      <button type="button" aria-label="${words.remove}: ${name}" @click=${() => remove(control.name, file)}>${words.remove}</button>
    </div>
  </li>`;
}

/** The words beside it say what it is. */
function renderThumb({ thumbOf }: FilesView, file: string, facts: FileFacts | undefined): TemplateResult {
  const picture = thumbOf(file);
  const draw = (canvas?: Element) => {
    if (!(canvas instanceof HTMLCanvasElement) || !picture) return;
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  };
  return html`<div class="thumb" aria-hidden="true">${picture ? html`<canvas ${ref(draw)}></canvas>` : kindOf(facts)}</div>`;
}

function kindOf(facts: FileFacts | undefined): string {
  return facts?.type.split('/').at(-1)!.toUpperCase() ?? '';
}

function factsText(facts: FileFacts, localize: Localize): string {
  return [kindOf(facts), fileSize(facts.size, localize)].join(' · ');
}

function renderGone(view: FilesView, file: ChosenFile): TemplateResult {
  const { control, words, restore, factsOf } = view;
  const facts = factsOf(file.file);
  const name = facts?.name ?? kindOf(facts);
  return html`<li part="file"><div class="thumb" aria-hidden="true"></div><div class="more">
    <p class="help">${words.removed(name)}</p>
    <button type="button" aria-label="${words.undo}: ${name}" @click=${() => restore(control.name, file)}>${words.undo}</button>
  </div></li>`;
}

function renderUpload(view: FilesView, upload: Upload): TemplateResult {
  const { words, localize, cancel, retry } = view;
  const { file, state, sent, key } = upload;
  const share = file.size > 0 ? sent / file.size : 0;
  const going = state === 'sending' || state === 'checking';
  const again = state === 'lost' || state === 'stopped';
  return html`<li part="upload" data-state=${state}>
    <div class="thumb" aria-hidden="true"></div>
    <div class="more">
      <p class="name"><bdi>${file.name}</bdi></p>
      <p class=${going || state === 'waiting' ? 'help' : 'fault'} id="upload-${key}">${stateText(upload, share, view, localize)}</p>
      ${going ? html`<progress max="1" .value=${share} aria-labelledby="upload-${key}"></progress>` : ''}
      <div class="bar">
        ${again ? html`<button type="button" aria-label="${words.retry}: ${file.name}" @click=${() => retry(upload)}>${words.retry}</button>` : ''}
        <button type="button" aria-label="${state === 'refused' ? words.dismiss : words.cancel}: ${file.name}" @click=${() => cancel(upload)}>${state === 'refused' ? words.dismiss : words.cancel}</button>
      </div>
    </div>
  </li>`;
}

function stateText({ state, fault }: Upload, share: number, { words }: FilesView, localize: Localize): string {
  if (fault) return words.faults[fault];
  if (state === 'waiting') return words.waiting;
  if (state === 'lost') return words.lost;
  if (state === 'checking') return words.checking;
  const options = { style: 'percent', maximumFractionDigits: 0 } as const;
  return words.sending(localize.format(Intl.NumberFormat, options).format(share));
}

function renderBegun({ words, dismiss }: FilesView, { name, ticket }: KeptUpload): TemplateResult {
  return html`<li part="upload" data-state="begun"><div class="thumb" aria-hidden="true"></div><div class="more">
    <p class="name"><bdi>${name}</bdi></p>
    <p class="help">${words.begun}</p>
    <button type="button" aria-label="${words.dismiss}: ${name}" @click=${() => dismiss(ticket.upload)}>${words.dismiss}</button>
  </div></li>`;
}

function openChooser({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  if (button.ariaDisabled === 'true') return;
  (button.getRootNode() as ShadowRoot).getElementById(`${button.id}-input`)!.click();
}

function chosen({ take }: FilesView, name: string) {
  return (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    // It is no value of the form.
    event.stopPropagation();
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    take(name, files);
  };
}

/** Listeners of the place to drop files. */
function dropping({ control: { name }, hover, take }: FilesView) {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  return {
    dragover: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      hover(name, true);
    },
    dragleave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(currentTarget as Node).contains(relatedTarget as Node | null)) hover(name, false);
    },
    drop: (event: DragEvent) => {
      hover(name, false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      take(name, event.dataTransfer!.files);
    },
  };
}
