/**
 * Runs in the partner's page, before its own scripts: watches, and answers what the checks ask. Each function is sent
 * there as text, so it uses nothing from outside itself but what was installed before it.
 */

export interface Seen {
  /** How people find it: `gigsy-profile-card[handle="ada"]`. */
  label: string;
  isDefined: boolean;
  handle: string | null;
  state: string | null;
  /** What it says in its own tree. */
  text: string;
  isVisible: boolean;
  /** What it speaks, and what the page around it says it should. */
  speaks: string;
  around: string;
  direction: string;
}

export interface Probe {
  /** Gigsy's elements, through open shadow roots of the page. */
  hosts(): Element[];
  look(): Seen[];
  /** Elements that stand wider than their place, or whose content does. */
  overflowing(): string[];
  /** Links and controls in the elements that the Tab key should reach, not reached yet; forgets what was before. */
  startKeys(): number;
  /** True when all are reached. */
  noteFocus(): boolean;
  unreached(): string[];
}

export interface Watch {
  violations: { directive: string; blocked: string; source: string }[];
  /** What moved before is forgotten. Resolves when what is on show is painted. */
  start(): Promise<void>;
  /** Sum of layout-shift scores, since then, that came with an element changing its size. */
  shift(): number;
}

declare global {
  var gigsyProbe: Probe;
  var gigsyWatch: Watch;
}

export function installProbe(): void {
  const CONTROLS = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]';
  const deep = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot && !element.localName.startsWith('gigsy-') ? deep(element.shadowRoot) : []),
    ]);
  const hosts = () =>
    deep(document).filter(({ localName }) => localName.startsWith('gigsy-') && localName !== 'gigsy-provider');
  const label = (host: Element) => {
    const handle = host.getAttribute('handle');
    return handle === null ? host.localName : `${host.localName}[handle="${handle}"]`;
  };
  const isShown = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';

  let wanted: Element[] = [];
  const reached = new Set<Element>();
  globalThis.gigsyProbe = {
    hosts,
    look: () =>
      hosts().map((host) => {
        const frame = host.shadowRoot?.querySelector<HTMLElement>('[lang]');
        let around = '';
        for (
          let at: Node | null = host;
          at;
          at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host ?? null
        ) {
          around ||= (at as Element).getAttribute?.('lang') ?? '';
        }
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
          around,
          direction: frame ? getComputedStyle(frame).direction : '',
        };
      }),
    overflowing: () =>
      hosts()
        .filter((host) => {
          const { width } = host.getBoundingClientRect();
          const place = host.parentElement?.clientWidth || width;
          return isShown(host) && (host.scrollWidth > Math.ceil(width) + 1 || width > Math.max(place, innerWidth) + 1);
        })
        .map(label),
    startKeys: () => {
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
    },
    noteFocus: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (active) reached.add(active);
      return wanted.every((control) => reached.has(control));
    },
    unreached: () =>
      wanted
        .filter((control) => !reached.has(control))
        .map(
          (control) =>
            `${control.localName} "${[...new Intl.Segmenter('en').segment((control.textContent ?? '').trim())]
              .slice(0, 40)
              .map(({ segment }) => segment)
              .join('')}" in ${label((control.getRootNode() as ShadowRoot).host)}`,
        ),
  };
}

/** After installProbe. */
export function installWatch(): void {
  /** A frame late is still the same moment. */
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
