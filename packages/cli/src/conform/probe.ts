/**
 * Runs in the partner's page before its own scripts: watches the page, and answers the questions of the checks. Each
 * function is sent there as text, so it may use only its own names, the page's globals and `gigsyProbe`.
 */

export interface Seen {
  /** A selector that finds the element: `gigsy-profile-card[handle="ada"]`. */
  label: string;
  isDefined: boolean;
  handle: string | null;
  state: string | null;
  /** The text of its own tree. */
  text: string;
  isVisible: boolean;
  /** Its own language, and the language of the page around it. */
  speaks: string;
  around: string;
  direction: string;
}

export interface Probe {
  /** Every element under a root, through open shadow roots other than those of Gigsy's elements. */
  deep(root: Document | ShadowRoot): Element[];
  /** Gigsy's elements in the page. */
  hosts(): Element[];
  label(host: Element): string;
  isShown(element: Element): boolean;
  look(): Seen[];
  /** Elements that are wider than their place, or whose content is. */
  overflowing(): string[];
  /** Starts a walk with the Tab key. Returns how many presses reach every control of the elements; 0 if there is none. */
  startKeys(): number;
  /** True when every control has had the focus. */
  noteFocus(): boolean;
  unreached(): string[];
}

export interface Watch {
  violations: { directive: string; blocked: string; source: string }[];
  /** Forgets earlier layout shifts. Resolves when the page has painted. */
  start(): Promise<void>;
  /** Sum of the scores of layout shifts since `start` that came with a change of an element's size. */
  shift(): number;
}

declare global {
  var gigsyProbe: Probe;
  var gigsyWatch: Watch;
}

function installHosts(): void {
  const deep = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot && !element.localName.startsWith('gigsy-') ? deep(element.shadowRoot) : []),
    ]);
  globalThis.gigsyProbe = {
    deep,
    hosts: () =>
      deep(document).filter(({ localName }) => localName.startsWith('gigsy-') && localName !== 'gigsy-provider'),
    label: (host) => {
      const handle = host.getAttribute('handle');
      return handle === null ? host.localName : `${host.localName}[handle="${handle}"]`;
    },
    isShown: (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden',
  } as Probe;
}

function installLook(): void {
  const { hosts, label, isShown } = gigsyProbe;
  const languageAround = (host: Element) => {
    for (
      let at: Node | null = host;
      at;
      at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host ?? null
    ) {
      const language = (at as Element).getAttribute?.('lang');
      if (language) return language;
    }
    return '';
  };
  const see = (host: Element): Seen => {
    const frame = host.shadowRoot?.querySelector<HTMLElement>('[lang]');
    return {
      label: label(host),
      isDefined: customElements.get(host.localName) !== undefined,
      handle: host.getAttribute('handle'),
      state: host.getAttribute('state'),
      text: [...(host.shadowRoot?.querySelectorAll<HTMLElement>('article') ?? [])]
        .map(({ innerText }) => innerText)
        .join(' ')
        .trim(),
      isVisible: isShown(host) && host.getBoundingClientRect().height > 0,
      speaks: frame?.lang ?? '',
      around: languageAround(host),
      direction: frame ? getComputedStyle(frame).direction : '',
    };
  };
  const isTooWide = (host: Element) => {
    const { width } = host.getBoundingClientRect();
    const place = host.parentElement?.clientWidth || width;
    return isShown(host) && (host.scrollWidth > Math.ceil(width) + 1 || width > Math.max(place, innerWidth) + 1);
  };
  gigsyProbe.look = () => hosts().map(see);
  gigsyProbe.overflowing = () => hosts().filter(isTooWide).map(label);
}

function installKeys(): void {
  const { deep, hosts, label, isShown } = gigsyProbe;
  const CONTROLS = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]';
  let wanted: Element[] = [];
  const reached = new Set<Element>();
  const name = (control: Element) =>
    [...new Intl.Segmenter('en').segment((control.textContent ?? '').trim())]
      .slice(0, 40)
      .map(({ segment }) => segment)
      .join('');
  gigsyProbe.startKeys = () => {
    reached.clear();
    wanted = hosts().flatMap((host) =>
      [...(host.shadowRoot?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].filter(
        (control) => control.tabIndex >= 0 && isShown(control),
      ),
    );
    (document.activeElement as HTMLElement | null)?.blur();
    return wanted.length === 0
      ? 0
      : deep(document).filter((element) => element.matches(CONTROLS)).length + wanted.length + 10;
  };
  gigsyProbe.noteFocus = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active) reached.add(active);
    return wanted.every((control) => reached.has(control));
  };
  gigsyProbe.unreached = () =>
    wanted
      .filter((control) => !reached.has(control))
      .map(
        (control) => `${control.localName} "${name(control)}" in ${label((control.getRootNode() as ShadowRoot).host)}`,
      );
}

function installWatch(): void {
  /** A resize and its layout shift can be reported some frames apart. */
  const MOMENT_MS = 250;
  const violations: Watch['violations'] = [];
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sourceFile, disposition }) => {
      if (disposition === 'enforce')
        violations.push({ directive: effectiveDirective, blocked: blockedURI, source: sourceFile });
    },
  );

  const shifts: { at: number; value: number }[] = [];
  const resizes: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push({ at: entry.startTime, value: (entry as PerformanceEntry & { value: number }).value });
  }).observe({ type: 'layout-shift', buffered: true });
  let started = 0;
  const heights = new Map<Element, number>();
  const measure = () => {
    for (const host of gigsyProbe.hosts()) {
      const { height } = host.getBoundingClientRect();
      if (Math.abs(height - (heights.get(host) ?? height)) > 0.5) resizes.push(performance.now());
      heights.set(host, height);
    }
    requestAnimationFrame(measure);
  };
  requestAnimationFrame(measure);

  globalThis.gigsyWatch = {
    violations,
    start: async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      started = performance.now();
    },
    shift: () =>
      shifts
        .filter(({ at }) => at >= started && resizes.some((resized) => Math.abs(resized - at) <= MOMENT_MS))
        .reduce((sum, { value }) => sum + value, 0),
  };
}

/** One script, since Playwright promises no order among several. */
export const probe = [installHosts, installLook, installKeys, installWatch]
  .map((install) => `(${install.toString()})();`)
  .join('\n');
