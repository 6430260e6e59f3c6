/** Files of a portfolio that are not for everybody: the client of the signed-in person reads them. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyPortfolio, GigsyProvider } from '@gigsy/elements';
import type { PortfolioView } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { GigsyError } from '@gigsy/sdk/resource-reader';
import '@gigsy/elements/portfolio/define';
import '@gigsy/elements/provider/define';
import { within } from './element.ts';

const addressOf = (number: number) => `/v1/media/platform/${String(number).padStart(32, '0')}`;

/** A portfolio of `count` contributions, each with a picture that is kept to members. */
const keptTo = (count: number, alt = 'A loom'): PortfolioView => ({
  handle: 'ada',
  contributions: Array.from({ length: count }, (_, number) => ({
    id: `p${number}`,
    kind: 'project',
    title: `Loom ${number}`,
    files: [{ address: addressOf(number), type: 'image/png', size: 70, width: 2_000, height: 1_000, alt }],
  })),
});

async function red(): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 20, height: 10 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(255 0 0)';
  context.fillRect(0, 0, 20, 10);
  return new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

type Read = (address: string, options: { api: string; signal: AbortSignal }) => Promise<Blob | null>;

async function signedIn(portfolio: PortfolioView, readFile: Read | null) {
  const provider = await fixture<GigsyProvider>(
    html`<gigsy-provider lang="en" api="https://hub.example"></gigsy-provider>`,
  );
  provider.client = readFile && ({ readFile } as unknown as Gigsy);
  const element = Object.assign(document.createElement('gigsy-portfolio'), { portfolio });
  provider.append(element);
  await element.updateComplete;
  return { provider, element };
}

const canvases = (element: GigsyPortfolio) => within<HTMLCanvasElement>(element, 'canvas');
const colourOf = (canvas: HTMLCanvasElement) => [...canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data];

it('draws a picture that its reader may see, at its own shape, and is accessible', async () => {
  const picture = await red();
  const asked: unknown[] = [];
  const { element } = await signedIn(keptTo(1), async (address, { api }) => {
    asked.push([address, api]);
    return picture;
  });
  await waitUntil(() => canvases(element).length === 1, 'there is a picture');
  const [canvas] = canvases(element);
  expect([canvas!.width, canvas!.height, canvas!.ariaLabel]).to.deep.equal([1_280, 640, 'A loom']);
  await waitUntil(() => colourOf(canvas!)[0] === 255, 'it is drawn');
  expect(asked).to.deep.equal([[addressOf(0), 'https://hub.example']]);
  await expect(element).to.be.accessible();
});

it('leaves a file out that does not open, and without a client every one of them', async () => {
  const { element } = await signedIn(keptTo(1), async () => null);
  await waitUntil(() => canvases(element)[0]?.hidden, 'it takes no room');
  expect(canvases(element)[0]!.getBoundingClientRect().height).to.equal(0);
  const other = await signedIn(keptTo(1), null);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await other.element.updateComplete;
  expect(canvases(other.element)).to.have.length(0);
});

it('tries a file again that could not be asked for', async () => {
  const picture = await red();
  let offline = true;
  const { element } = await signedIn(keptTo(1), async () => {
    if (offline) throw new GigsyError('offline', 'There is no connection.');
    return picture;
  });
  await waitUntil(() => canvases(element)[0]?.hidden, 'it is not there');
  offline = false;
  element.requestUpdate();
  await waitUntil(() => !canvases(element)[0]!.hidden && colourOf(canvases(element)[0]!)[0] === 255, 'it is drawn');
});

it('reads what comes into view, and four files at most at once', async () => {
  const picture = await red();
  const waiting: ((blob: Blob) => void)[] = [];
  const { provider } = await signedIn(keptTo(200), () => new Promise((resolve) => waiting.push(resolve)));
  // So small that many are in view at once.
  provider.style.zoom = '0.5';
  await waitUntil(() => waiting.length === 4, 'four are asked for', { timeout: 10_000 });
  let answered = 0;
  for (; answered < waiting.length; answered += 1) {
    expect(waiting.length - answered).to.be.at.most(4);
    waiting[answered]!(picture);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(answered).to.be.within(5, 100);
});

it('draws the new picture of an entry in place of the former one, and none once the element is gone', async () => {
  const picture = await red();
  const { element } = await signedIn(keptTo(1), async (address) => (address === addressOf(0) ? picture : null));
  await waitUntil(() => canvases(element)[0] && colourOf(canvases(element)[0]!)[0] === 255, 'it is drawn');
  const [contribution] = keptTo(1).contributions!;
  const changed = { ...contribution!, files: [{ ...contribution!.files![0]!, address: addressOf(7) }] };
  element.portfolio = { handle: 'ada', contributions: [changed] };
  await element.updateComplete;
  expect(colourOf(canvases(element)[0]!)).to.deep.equal([0, 0, 0, 0]);
  await waitUntil(() => canvases(element)[0]!.hidden, 'the new one does not open');
  let aborted = false;
  const late = await signedIn(keptTo(1), (_, { signal }) => {
    signal.addEventListener('abort', () => (aborted = true));
    return new Promise(() => {});
  });
  await waitUntil(() => canvases(late.element).length === 1, 'there is a picture');
  await new Promise((resolve) => setTimeout(resolve, 100));
  late.element.remove();
  expect(aborted).to.equal(true);
});

it('takes pictures away with their reader, reads them for the next one, and shows them to one who comes late', async () => {
  const picture = await red();
  const { provider, element } = await signedIn(keptTo(1), async () => picture);
  await waitUntil(() => canvases(element)[0] && colourOf(canvases(element)[0]!)[0] === 255, 'it is drawn');
  provider.client = { readFile: () => new Promise(() => {}) } as unknown as Gigsy;
  await waitUntil(() => colourOf(canvases(element)[0]!)[3] === 0, 'nothing is left to the next');
  provider.client = null;
  await waitUntil(() => canvases(element).length === 0, 'it is gone');
  provider.client = { readFile: async () => picture } as unknown as Gigsy;
  await waitUntil(() => canvases(element)[0] && colourOf(canvases(element)[0]!)[0] === 255, 'it is there again');
});

it('draws no picture for the next reader that was on its way to the former one', async () => {
  const picture = await red();
  let give: (blob: Blob) => void = () => {};
  const { provider, element } = await signedIn(keptTo(1), () => new Promise((resolve) => (give = resolve)));
  await waitUntil(() => canvases(element).length === 1, 'there is a place');
  await new Promise((resolve) => setTimeout(resolve, 100));
  provider.client = { readFile: () => new Promise(() => {}) } as unknown as Gigsy;
  give(picture);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(colourOf(canvases(element)[0]!)[3]).to.equal(0);
});

it('reads pictures of an element that was moved before they came', async () => {
  const picture = await red();
  let reads = 0;
  const { provider, element } = await signedIn(keptTo(1), () => {
    reads += 1;
    return reads === 1 ? new Promise(() => {}) : Promise.resolve(picture);
  });
  await waitUntil(() => reads === 1, 'it is asked for');
  provider.append(element);
  await waitUntil(() => canvases(element)[0] && colourOf(canvases(element)[0]!)[0] === 255, 'it is drawn');
});

it('says that a document could not be asked for, and takes the button away from one that does not open', async () => {
  const paper = { address: addressOf(1), type: 'application/pdf', size: 900 };
  const [contribution] = keptTo(1).contributions!;
  let answer: () => Promise<Blob | null> = () => Promise.reject(new GigsyError('offline', 'There is no connection.'));
  const { element } = await signedIn({ handle: 'ada', contributions: [{ ...contribution!, files: [paper] }] }, () =>
    answer(),
  );
  within<HTMLButtonElement>(element, '[part=open]')[0]!.click();
  await waitUntil(() => within(element, 'dialog [part=file]').length === 1, 'there is a button');
  const [button] = within<HTMLButtonElement>(element, 'dialog [part=file]');
  expect(button!.getBoundingClientRect().height).to.be.at.least(24);
  await expect(element).to.be.accessible();
  button!.click();
  await waitUntil(() => within(element, 'dialog li [role=status]')[0]!.textContent === 'No connection at the moment.');
  answer = () => Promise.resolve(null);
  button!.click();
  await waitUntil(() => button!.hidden, 'it is gone');
  expect(within(element, 'dialog li [role=status]')[0]!.textContent).to.equal('');
});
