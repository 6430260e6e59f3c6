/**
 * The keyboard in every story: Tab reaches each control once, in page order, with visible focus that nothing covers,
 * and leaves again; targets are large enough (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.5.8).
 */
import { type Catalogue, type Globals, expect, stories, test } from '../stories/catalogue.ts';

const looks: { width: number; globals: Globals }[] = [
  { width: 960, globals: { locale: 'en' } },
  { width: 960, globals: { locale: 'ar', theme: 'dark' } },
  { width: 320, globals: { locale: 'en' } },
];

/** More stops than any story has; a matrix of 200 skills is a single stop. */
const MOST_STOPS = 80;

for (const { id } of stories.filter(({ tags }) => !tags.includes('moving'))) {
  test(`keyboard: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    const faults: string[] = [];
    for (const { width, globals } of looks) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.set(globals);
      faults.push(...(await walk(catalogue)).map((fault) => `${JSON.stringify(globals)} ${width} px: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

async function walk({ page }: Catalogue): Promise<string[]> {
  const wanted = await page.evaluate(prepare);
  const faults: string[] = [];
  let last = -1;
  for (let stop = 0; ; stop += 1) {
    await page.keyboard.press('Tab');
    const { index, words, fault, box } = await page.evaluate(look);
    if (index === -1) break;
    if (stop > MOST_STOPS) return [...faults, `Tab does not lead out, at ${words}`];
    if (index <= last) faults.push(`${words} comes after what follows it`);
    if (fault) faults.push(`${words} ${fault}`);
    last = index;
    wanted.splice(wanted.indexOf(words), 1);
    const clip = {
      x: Math.max(0, box.x - 6),
      y: Math.max(0, box.y - 6),
      width: box.width + 12,
      height: box.height + 12,
    };
    const shown = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    await page.evaluate(() => (window as unknown as { current: HTMLElement }).current.blur());
    const quiet = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    if (shown.equals(quiet)) faults.push(`${words} does not show that it has focus`);
    await page.evaluate(() => (window as unknown as { current: HTMLElement }).current.focus({ preventScroll: true }));
  }
  return [...faults, ...wanted.map((words) => `${words} is not reached`)];
}

/**
 * Puts a button before and after the story. Returns the words of all controls that Tab must reach. Runs in the page.
 */
function prepare(): string[] {
  const root = document.querySelector('#storybook-root')!;
  for (const edge of ['before', 'after']) document.getElementById(edge)?.remove();
  const button = (id: string) => Object.assign(document.createElement('button'), { id, textContent: id });
  root.before(button('before'));
  root.after(button('after'));
  document.getElementById('before')!.focus();
  const all = (node: ParentNode): Element[] =>
    [...node.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const order = all(root);
  const named = (element: Element) =>
    `${element.localName} "${(element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  Object.assign(window, { order, named });
  return order
    .filter(
      (element) =>
        element.matches('a[href], button, input, summary, [tabindex="0"]') &&
        (element as HTMLElement).tabIndex >= 0 &&
        element.checkVisibility({ visibilityProperty: true }),
    )
    .map(named);
}

/** The focused control: its place in page order, its words, and its faults. Runs in the page. */
function look(): {
  index: number;
  words: string;
  fault: string;
  box: { x: number; y: number; width: number; height: number };
} {
  let current = document.activeElement as HTMLElement;
  while (current.shadowRoot?.activeElement) current = current.shadowRoot.activeElement as HTMLElement;
  const { order, named } = window as unknown as { order: Element[]; named: (element: Element) => string };
  Object.assign(window, { current });
  const rect = current.getBoundingClientRect();
  // A link on a card's name is as large as the card.
  const area =
    getComputedStyle(current, '::after').position === 'absolute'
      ? current.closest('article')!.getBoundingClientRect()
      : rect;
  // Links in a sentence and controls of the host are exempt.
  const free = getComputedStyle(current).display === 'inline' || current.getRootNode() === document;
  const box = { x: area.x, y: area.y, width: area.width, height: area.height };
  const faults = [
    !free && (area.width < 24 || area.height < 24) && `is ${Math.round(area.width)} by ${Math.round(area.height)} px`,
    (rect.bottom > innerHeight + 1 || rect.top < -1) && rect.height < innerHeight && 'is not scrolled to',
    covered() && 'is covered',
  ];
  return { index: order.indexOf(current), words: named(current), fault: faults.filter(Boolean).join(', '), box };

  function covered(): boolean {
    const root = current.getRootNode() as ShadowRoot;
    const line = current.getClientRects()[0]!;
    const top = root.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
    return !(top && (current.contains(top) || top.contains(current) || top.getRootNode() !== root));
  }
}
