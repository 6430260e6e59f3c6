/** Files of contributions: chosen, sent, refused, lost and gone on with, described, taken out and brought back. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsyPortfolioEditor } from '@gigsy/elements';
import { PortfolioDesk, ada, at, editorAt, find, press, reaches, said } from './portfolio-page.ts';

let desk: PortfolioDesk;
beforeEach(() => {
  sessionStorage.clear();
  desk = new PortfolioDesk(ada).listen();
});
afterEach(() => desk.restore());

const P3 = 'contributions.p3.files';

/** A real picture of so many pixels. */
async function picture(width: number, height: number, name = 'loom.png'): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#357';
  context.fillRect(0, 0, width / 2, height);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
  return new File([blob], name, { type: 'image/png', lastModified: 7 });
}

const bytes = (size: number, name = 'paper.pdf') =>
  new File([new Uint8Array(size)], name, { type: 'application/pdf', lastModified: 7 });

/** As the browser does once a person has chosen files. */
function choose(editor: GigsyPortfolioEditor, ...files: File[]): void {
  const input = at(editor, `${P3}-input`);
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function open(): Promise<GigsyPortfolioEditor> {
  const editor = await editorAt(desk);
  await press(editor, 'contributions.p3');
  return editor;
}

const states = (editor: GigsyPortfolioEditor) =>
  [...editor.shadowRoot!.querySelectorAll<HTMLElement>('[part=upload]')].map(({ dataset }) => dataset.state);
const files = (editor: GigsyPortfolioEditor) => said(editor, '[part=file] .name > bdi');

async function until(editor: GigsyPortfolioEditor, done: () => boolean, what: string): Promise<void> {
  await waitUntil(done, what, { timeout: 12_000 });
  await editor.updateComplete;
}

async function save(editor: GigsyPortfolioEditor): Promise<void> {
  find(editor, '[data-section=contributions] [part=save]').click();
  await reaches(editor, 'status', 'saved');
}

describe('files', () => {
  it('several at once are sent one after the other, and a large picture brings a small one of its own', async () => {
    const editor = await open();
    choose(editor, await picture(1300, 400), bytes(1500));
    await until(editor, () => files(editor).length === 2, 'not both are there');
    expect(files(editor)).to.deep.equal(['loom.png', 'paper.pdf']);
    expect(desk.requests).to.deep.equal(['PUT 0', 'POST', 'PUT 0', 'POST', 'PUT 0', 'POST']);
    await save(editor);
    const [first, second] = desk.contributions.find(({ id }) => id === 'p3')!.files!;
    expect(desk.previews).to.deep.equal([640]);
    expect(second!.preview).to.equal(undefined);
    expect(first!.alt).to.equal(undefined);
  });

  it('that are pictures ask for words, which are stored with them; a small one brings no other', async () => {
    const editor = await open();
    choose(editor, await picture(300, 200));
    await until(editor, () => files(editor).length === 1, 'it is not there');
    expect(said(editor, `label[for="${P3}-0-alt"]`)).to.deep.equal(['What the picture shows']);
    at(editor, `${P3}-0-alt`).value = 'A loom in blue';
    at(editor, `${P3}-0-alt`).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await save(editor);
    const [stored] = desk.contributions.find(({ id }) => id === 'p3')!.files!;
    expect([stored!.alt, stored!.preview]).to.deep.equal(['A loom in blue', undefined]);
  });

  it('show what was chosen, on a canvas', async () => {
    const editor = await open();
    choose(editor, await picture(300, 200));
    await until(editor, () => find(editor, '.thumb canvas') !== null, 'no picture');
    expect((find(editor, '.thumb canvas') as HTMLCanvasElement).width).to.equal(192);
  });

  it('come by drop too, and other things that are dropped are left to the page', async () => {
    const editor = await open();
    const box = find(editor, '[part=files]');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(bytes(20));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    box.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    box.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await until(editor, () => files(editor).length === 1, 'it is not there');
    const words = new DataTransfer();
    words.setData('text/plain', 'x');
    const other = new DragEvent('drop', { dataTransfer: words, bubbles: true, cancelable: true });
    box.dispatchEvent(other);
    expect(other.defaultPrevented).to.equal(false);
  });

  for (const [what, make, fault, said_] of [
    ['too heavy', () => bytes(10 * 1024 * 1024 + 1), undefined, 'more than 10 MB'],
    ['empty', () => bytes(0), undefined, 'is empty'],
    ['of no kind that is taken', () => bytes(20), 'not_supported', 'neither a picture'],
    ['a PDF that could act', () => bytes(20), 'active', 'scripts'],
    ['encrypted', () => bytes(20), 'encrypted', 'without a password'],
  ] as const)
    it(`that are ${what} are refused in plain words, and can be removed`, async () => {
      const editor = await open();
      if (fault) desk.uploadTroubles.push({ until: Promise.resolve() }, fault);
      choose(editor, make());
      await until(editor, () => states(editor)[0] === 'refused', states(editor).join());
      expect(said(editor, '[part=upload] .fault').join()).to.contain(said_);
      expect(said(editor, '[part=files] .heard').join()).to.contain(said_);
      find(editor, '[part=upload] button').click();
      await editor.updateComplete;
      expect(states(editor)).to.deep.equal([]);
    });

  it('that lose the connection go on by themselves from the part that is missing', async () => {
    const editor = await open();
    const lost = Array.from({ length: 6 }, () => 'lost' as const);
    desk.uploadTroubles.push({ until: Promise.resolve() }, ...lost);
    choose(editor, bytes(1024 * 1024 + 7));
    await waitUntil(() => states(editor)[0] === 'lost', 'not lost', { timeout: 60_000 });
    expect(said(editor, '[part=upload] .fault').join()).to.contain('The connection is lost');
    window.dispatchEvent(new Event('online'));
    await until(editor, () => files(editor).length === 1, 'it is not there');
    expect(desk.requests.filter((request) => request === 'PUT 0')).to.have.length(1);
  }, 90_000);

  it('that are cancelled are deleted, and the next one goes on', async () => {
    const editor = await open();
    desk.uploadTroubles.push({ until: new Promise(() => {}) });
    choose(editor, bytes(50, 'first.pdf'), bytes(60, 'second.pdf'));
    await until(editor, () => states(editor).join() === 'sending,waiting', states(editor).join());
    find(editor, '[part=upload] [aria-label="Cancel: first.pdf"]').click();
    await until(editor, () => files(editor).length === 1, 'the second is not there');
    expect(files(editor)).to.deep.equal(['second.pdf']);
    expect(desk.calls).to.contain('cancel u1');
  });

  it('of an earlier visit are named, and go on when they are chosen again', async () => {
    const before = await open();
    desk.uploadTroubles.push({ until: Promise.resolve() }, { until: new Promise(() => {}) });
    choose(before, bytes(1024 * 1024 + 7));
    await until(before, () => desk.requests.length === 2, desk.requests.join());
    before.remove();
    const editor = await open();
    expect(states(editor)).to.deep.equal(['begun']);
    expect(said(editor, '[part=upload]').join()).to.contain('Choose the file again to go on');
    choose(editor, bytes(1024 * 1024 + 7));
    await until(editor, () => files(editor).length === 1, 'it is not there');
    expect(desk.requests).to.deep.equal(['PUT 0', 'PUT 1', 'PUT 1', 'POST']);
    expect(states(editor)).to.deep.equal([]);
  });

  it('that were begun leave no trace once the person has signed out', async () => {
    const editor = await open();
    desk.uploadTroubles.push({ until: new Promise(() => {}) });
    choose(editor, bytes(50));
    await until(editor, () => desk.requests.length === 1, desk.requests.join());
    expect(Object.keys(sessionStorage).join()).to.contain('uploads');
    editor.client = null;
    await reaches(editor, 'state', 'signed-out');
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });

  it('that are taken out come back until the contribution is saved', async () => {
    const editor = await open();
    choose(editor, bytes(50, 'a.pdf'), bytes(60, 'b.pdf'));
    await until(editor, () => files(editor).length === 2, 'not both are there');
    await save(editor);
    find(editor, '[part=file] [aria-label="Take out: a.pdf"]').click();
    await editor.updateComplete;
    expect(said(editor, '[part=file]').join()).to.contain('“a.pdf” is taken out.');
    find(editor, '[part=file] [aria-label="Undo: a.pdf"]').click();
    await editor.updateComplete;
    expect(files(editor)).to.deep.equal(['b.pdf', 'a.pdf']);
    find(editor, '[part=file] [aria-label="Take out: a.pdf"]').click();
    await editor.updateComplete;
    await save(editor);
    expect(said(editor, '[part=file]').join()).not.to.contain('taken out');
    expect(find(editor, '[data-section=contributions] [part=undo]')).to.equal(null);
  });
});

describe('previews of documents', () => {
  const paper = () => bytes(50);
  const previewOf = () => desk.contributions.find(({ id }) => id === 'p3')!.files![0]!.preview;

  it('are drawn by the page, sent as a picture of their own, and shown', async () => {
    const editor = await open();
    const drawn: [string, number][] = [];
    editor.drawDocument = async (file) => {
      drawn.push([file.type, file.size]);
      return picture(500, 700);
    };
    choose(editor, paper());
    await until(editor, () => find(editor, '.thumb canvas') !== null, 'no picture');
    expect(drawn).to.deep.equal([['application/pdf', 50]]);
    // A document's picture describes nothing beyond the document.
    expect(find(editor, `label[for="${P3}-0-alt"]`)).to.equal(null);
    await save(editor);
    expect(desk.previews).to.deep.equal([640]);
    expect(previewOf()).not.to.equal(undefined);
  });

  for (const [what, drawDocument] of [
    ['cannot be drawn', async () => null],
    ['make the code that draws fail', () => Promise.reject(new Error('broken'))],
    ['make it throw at once', () => { throw new Error('broken'); }], // prettier-ignore
    ['come as no picture', async () => new Blob(['<svg/>'], { type: 'image/svg+xml' })],
  ] as const)
    it(`are not there for documents that ${what}, which are stored all the same`, async () => {
      const editor = await open();
      editor.drawDocument = drawDocument;
      choose(editor, paper());
      await until(editor, () => files(editor).length === 1, 'it is not there');
      await save(editor);
      expect(find(editor, '.thumb canvas')).to.equal(null);
      expect(previewOf()).to.equal(undefined);
    });

  it('are given up where drawing does not end', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const limits: number[] = [];
    AbortSignal.timeout = (limit) => {
      limits.push(limit);
      return timeout(20);
    };
    try {
      const editor = await open();
      const signals: AbortSignal[] = [];
      editor.drawDocument = (_, { signal }) => {
        signals.push(signal);
        return new Promise(() => {});
      };
      choose(editor, paper());
      await until(editor, () => files(editor).length === 1, 'it is not there');
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
      expect(limits).to.contain(10_000);
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('end with an upload that is cancelled', async () => {
    const editor = await open();
    const begun = new Promise<AbortSignal>((resolve) => {
      editor.drawDocument = (_, { signal }) => {
        resolve(signal);
        return new Promise(() => {});
      };
    });
    choose(editor, paper());
    const signal = await begun;
    find(editor, '[part=upload] button').click();
    await until(editor, () => states(editor).length === 0, states(editor).join());
    expect(signal.aborted).to.equal(true);
    expect(files(editor)).to.deep.equal([]);
  });
});
