/** The picture in the editor: choosing and cropping real files, sending the part, and every way in which that can fail. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { GigsyProfileEditor } from '@gigsy/elements';
import { Desk, ada, at, editorAt, focused, press, said, trouble, turns } from './editor.ts';
import { type Fate, Uploads, animated, colorAt, declared, halves, turned } from './picture-files.ts';

let uploads: Uploads;
beforeEach(() => {
  sessionStorage.clear();
  uploads = new Uploads();
});
afterEach(() => uploads.restore());

const bare = { ...ada, sections: { ...ada.sections, identity: { displayName: 'Ada Lovelace' } } };
const fault = (editor: GigsyProfileEditor) => said(editor, '#picture-fault').join();
const heard = (editor: GigsyProfileEditor) => said(editor, '.picture > .heard').join();
const stage = (editor: GigsyProfileEditor) =>
  editor.shadowRoot!.getElementById('picture-part') as HTMLCanvasElement | null;

/** As the browser does once a person has chosen a file. */
function give(editor: GigsyProfileEditor, file: Blob, name = 'me.png'): void {
  const input = at(editor, 'picture-file');
  const files = new DataTransfer();
  files.items.add(new File([file], name, { type: file.type }));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

async function settled(editor: GigsyProfileEditor): Promise<void> {
  await waitUntil(() => stage(editor) !== null || fault(editor) !== '', 'neither a stage nor a fault', {
    timeout: 12_000,
  });
  await editor.updateComplete;
}

async function cropping(file: Blob, desk = new Desk(bare)): Promise<GigsyProfileEditor> {
  const editor = await editorAt(desk, ['identity']);
  give(editor, file);
  await settled(editor);
  return editor;
}

async function key(editor: GigsyProfileEditor, name: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1)
    stage(editor)!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  await editor.updateComplete;
}

async function use(editor: GigsyProfileEditor): Promise<void> {
  await press(editor, 'picture-use');
  await waitUntil(() => stage(editor) === null || fault(editor) !== '', 'nothing came of it', { timeout: 12_000 });
  await editor.updateComplete;
}

describe('files', () => {
  it('of a picture open as the largest square in their middle, which has the focus', async () => {
    const editor = await cropping(await halves());
    expect(focused(editor)).to.equal(stage(editor));
    expect([await colorAt(stage(editor)!, 0.1, 0.5), await colorAt(stage(editor)!, 0.9, 0.5)]).to.deep.equal([
      'red',
      'blue',
    ]);
  });

  it('that are turned by their metadata are upright', async () => {
    const editor = await cropping(await turned());
    const seen = stage(editor)!;
    expect([await colorAt(seen, 0.5, 0.1), await colorAt(seen, 0.5, 0.9)]).to.deep.equal(['red', 'blue']);
  });

  it('that move show their first image', async () => {
    const editor = await cropping(animated());
    expect(await colorAt(stage(editor)!, 0.5, 0.5)).to.equal('red');
  });

  for (const [what, file, said] of [
    ['empty', () => new Blob([], { type: 'image/png' }), 'could not be read as a picture'],
    [
      'HTML by another name',
      () => new Blob(['<!doctype html><p>Hi'], { type: 'image/png' }),
      'could not be read as a picture',
    ],
    [
      'SVG',
      () => new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' }),
      'could not be read as a picture',
    ],
    ['cut off', () => declared(20, 20), 'could not be read as a picture'],
    ['of huge dimensions', () => declared(30_000, 30_000), 'too many pixels'],
    ['very heavy', () => new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'too large'],
  ] as const)
    it(`that are ${what} are refused in words, and the focus is on the way to another`, async () => {
      const editor = await cropping(file());
      expect(fault(editor)).to.contain(said);
      expect([stage(editor), focused(editor)]).to.deep.equal([null, at(editor, 'picture-choose')]);
    });

  it('that cannot be taken leave the choice before them on the stage', async () => {
    const editor = await cropping(await halves());
    give(editor, new Blob(['no']));
    await waitUntil(() => fault(editor) !== '');
    expect(stage(editor)).not.to.equal(null);
  });

  it('come by drop and by paste too', async () => {
    const editor = await editorAt(new Desk(bare), ['identity']);
    const box = editor.shadowRoot!.querySelector('.picture')!;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([await halves()], 'me.png'));
    const over = new DragEvent('dragover', { dataTransfer, cancelable: true });
    box.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    box.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await settled(editor);
    await press(editor, 'picture-cancel');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: dataTransfer, cancelable: true }));
    await settled(editor);
    expect(stage(editor)).not.to.equal(null);
  });
});

describe('the part', () => {
  it('moves by the arrow keys as far as the picture goes, and says where it is', async () => {
    const editor = await cropping(await halves());
    await key(editor, 'ArrowRight', 30);
    expect(await colorAt(stage(editor)!, 0.6, 0.5), 'the picture went right').to.equal('red');
    expect(heard(editor)).to.equal('Zoom 100%; 0% from the left, 50% from the top');
    await key(editor, 'ArrowLeft', 60);
    expect(await colorAt(stage(editor)!, 0.4, 0.5)).to.equal('blue');
    expect(heard(editor)).to.equal('Zoom 100%; 100% from the left, 50% from the top');
  });

  it('gets smaller by + and the slider, never smaller than the picture allows, and larger by −', async () => {
    const editor = await cropping(await halves(640, 640));
    await key(editor, '+', 50);
    const slider = at(editor, 'picture-zoom');
    expect([slider.value, slider.getAttribute('aria-valuetext')]).to.deep.equal(['8', '800%']);
    await key(editor, '-', 50);
    expect(slider.value).to.equal('1');
    slider.value = '2';
    slider.dispatchEvent(new Event('input'));
    await key(editor, 'ArrowRight', 9);
    expect(await colorAt(stage(editor)!, 0.9, 0.5)).to.equal('red');
  });

  it('follows the pointer, and a press alone puts its point in the middle', async () => {
    const editor = await cropping(await halves());
    const { left, top, width } = stage(editor)!.getBoundingClientRect();
    const pointer = (type: string, x: number) =>
      stage(editor)!.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, button: 0, clientX: left + x * width, clientY: top + 9 }),
      );
    stage(editor)!.setPointerCapture = () => {};
    pointer('pointerdown', 0.5);
    pointer('pointermove', 0.9);
    pointer('pointerup', 0.9);
    await editor.updateComplete;
    expect(await colorAt(stage(editor)!, 0.7, 0.5)).to.equal('red');
    pointer('pointerdown', 0.95);
    pointer('pointerup', 0.95);
    await editor.updateComplete;
    expect(await colorAt(stage(editor)!, 0.4, 0.5)).to.equal('blue');
  });

  it('is left by Escape, and the focus is where it began', async () => {
    const desk = new Desk(bare);
    const editor = await cropping(await halves(), desk);
    await key(editor, 'Escape');
    expect([stage(editor), focused(editor), desk.pictures]).to.deep.equal([null, at(editor, 'picture-choose'), []]);
  });
});

describe('storing', () => {
  it('sends the part alone, as it was seen, and shows the picture that the deployment has', async () => {
    const identity = { ...ada.sections.identity, avatarUrl: 'https://ada.example/me.png' };
    const desk = new Desk({ ...ada, sections: { ...ada.sections, identity } });
    const editor = await cropping(await halves(2000, 1000), desk);
    await key(editor, 'ArrowRight', 30);
    const saves: number[] = [];
    editor.addEventListener('gigsy-save', ({ detail }) => saves.push(detail.version));
    await use(editor);
    const [body] = uploads.bodies;
    const { width, height } = await createImageBitmap(body!);
    expect([width, height, body!.type]).to.deep.equal([512, 512, 'image/webp']);
    expect(await colorAt(body!, 0.8, 0.5)).to.equal('red');
    expect(uploads.addresses).to.deep.equal(['https://desk.example/v1/uploads/1']);
    expect(desk.pictures).to.deep.equal(['begin', 'finish stored-1']);
    expect([heard(editor), focused(editor)]).to.deep.equal(['Your picture is saved.', at(editor, 'picture-choose')]);
    expect(editor.shadowRoot!.querySelector<HTMLImageElement>('.portrait img')!.src).to.contain(
      '/v1/photos/owner/stored-1',
    );
    // The address that the person gave before is gone, in the form too.
    await waitUntil(() => at(editor, 'identity.avatarUrl').value === '');
    expect(saves).to.deep.equal([2]);
  });

  it('tells how far it is, and can be broken off', async () => {
    uploads.fates.push({ until: new Promise(() => {}) });
    const desk = new Desk(bare);
    const editor = await cropping(await halves(), desk);
    await press(editor, 'picture-use');
    await waitUntil(() => said(editor, '#picture-progress').join() === 'Sending: 50%');
    expect(editor.shadowRoot!.querySelector('progress')!.value).to.equal(0.5);
    await press(editor, 'picture-cancel');
    await turns(editor);
    expect([stage(editor), uploads.aborted, desk.pictures]).to.deep.equal([null, 1, ['begin']]);
  });

  const failures: [string, Fate | undefined, Parameters<typeof trouble>[0] | undefined, string][] = [
    ['the address is over', { status: 404 }, undefined, 'did not wait'],
    ['the deployment finds it too large', { status: 413 }, undefined, 'too large'],
    ['the deployment finds no picture', { status: 400 }, undefined, 'could not be read'],
    ['the deployment fails', { status: 500 }, undefined, 'did not work'],
    ['the answer is no answer', { status: 200, body: { odd: true } }, undefined, 'did not work'],
    ['the connection never comes about', 'refused', undefined, 'No connection'],
    ['the connection is lost half-way', 'lost', undefined, 'half-way'],
    ['there is no connection at all', undefined, 'offline', 'No connection'],
    ['there were too many', undefined, 'rate_limited', 'Too many'],
    ['the session has ended', undefined, 'unauthenticated', 'signed out'],
  ];
  for (const [what, fate, code, words] of failures)
    it(`keeps the choice where ${what}, and a further try stores it`, async () => {
      const desk = new Desk(bare);
      if (fate) uploads.fates.push(fate);
      if (code) desk.pictureTroubles.push(trouble(code));
      const errors: string[] = [];
      const editor = await cropping(await halves(), desk);
      editor.addEventListener('gigsy-error', (event) =>
        errors.push((event as CustomEvent<{ code: string }>).detail.code),
      );
      await key(editor, 'ArrowRight', 30);
      await use(editor);
      expect(fault(editor)).to.contain(words);
      expect(said(editor, '#picture-use')).to.deep.equal(['Try again']);
      await aTimeout(0);
      expect(errors).to.deep.equal(code ? [code] : []);
      await use(editor);
      expect([fault(editor), stage(editor)]).to.deep.equal(['', null]);
      expect(await colorAt(uploads.bodies.at(-1)!, 0.6, 0.5)).to.equal('red');
    });

  it('that lacks its last answer sends the picture no second time', async () => {
    const desk = new Desk(bare);
    desk.pictureTroubles.push(...[{ until: Promise.resolve() }, { lost: trouble('offline') }]);
    const editor = await cropping(await halves(), desk);
    await use(editor);
    expect(fault(editor)).to.contain('No connection');
    await use(editor);
    expect([uploads.bodies.length, desk.pictures]).to.deep.equal([1, ['begin', 'finish stored-1', 'finish stored-1']]);
  });

  it('is dropped with the person who chose', async () => {
    uploads.fates.push({ until: new Promise(() => {}) });
    const editor = await cropping(await halves());
    await press(editor, 'picture-use');
    await waitUntil(() => uploads.bodies.length === 1);
    const other = new Desk({ ...bare, handle: 'grace' });
    editor.client = other.client;
    await waitUntil(() => stage(editor) === null);
    await turns(editor);
    expect([uploads.aborted, other.pictures, heard(editor)]).to.deep.equal([1, [], '']);
  });
});

describe('the picture that is there', () => {
  it('is removed, and says so', async () => {
    const desk = new Desk(bare);
    desk.mine!.photo = { state: 'stored', address: 'https://desk.example/v1/photos/owner/x' };
    const editor = await editorAt(desk, ['identity']);
    desk.pictureTroubles.push(trouble('offline'));
    await press(editor, 'picture-remove');
    await waitUntil(() => fault(editor).includes('No connection'));
    await press(editor, 'picture-remove');
    await waitUntil(() => at(editor, 'picture-remove') === null);
    await editor.updateComplete;
    expect([heard(editor), focused(editor)]).to.deep.equal(['Your picture is removed.', at(editor, 'picture-choose')]);
  });

  for (const [photo, words] of [
    [{ state: 'waiting' }, 'being fetched'],
    [{ state: 'failed', fault: 'address_not_allowed' }, 'must be a public https:// address'],
    [{ state: 'failed', fault: 'not_a_picture' }, 'not a picture that can be shown'],
  ] as const)
    it(`says of an address that it is ${photo.state}: ${words}`, async () => {
      const desk = new Desk(ada);
      desk.mine!.photo = photo;
      const editor = await editorAt(desk, ['identity']);
      expect(said(editor, '.choices .help').join()).to.contain(words);
    });

  it('is where the tip of the strength leads', async () => {
    const editor = await editorAt(new Desk(bare), []);
    editor.show('identity', 'avatarUrl');
    await editor.updateComplete;
    expect(focused(editor)).to.equal(at(editor, 'picture-choose'));
  });
});
