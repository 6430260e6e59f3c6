/**
 * The content of one element as text. The element is made without a document and rendered: nothing is defined,
 * connected or loaded, and no global is touched.
 */
import type { PropertyValues } from 'lit';
import type { Localize } from '../localization/localize.ts';
import { calm } from '../resource/calm.ts';
import { type Answer, type ShownElement, type ShownTag, classes, furtherParts } from './catalogue.ts';
import { write } from './markup.ts';
import { keepRegionNames } from './region-names.ts';

/** An address to see by which relative links lead to the web; it is never written. */
const ANY_PAGE = 'https://page.invalid/';

/** An element whose words are at hand, or on their way. */
export interface Prepared {
  element: ShownElement;
  /** Its language's words; undefined where nothing is to be waited for. */
  words: Promise<void> | undefined;
}

/** The element, speaking `lang`, or the language of its own tag. */
export function prepare(tag: ShownTag, lang: string | undefined, attributes: Map<string, string>): Prepared {
  const elementClass = classes[tag];
  const element = new elementClass();
  Object.assign(element, { baseURI: ANY_PAGE, dir: directionOf(attributes), further: furtherParts[tag], opened: true });
  for (const [name, value] of attributes) {
    if (elementClass.observedAttributes.includes(name)) element.attributeChangedCallback(name, null, value);
  }
  const localize = localizeOf(element);
  keepRegionNames(localize);
  const spoken = lang ?? (attributes.get('lang') || 'en');
  localize.hostUpdate(spoken);
  return { element, words: localize.words?.then(() => localize.hostUpdate(spoken)) };
}

/** As a browser's property of that name: only values that HTML knows. */
function directionOf(attributes: Map<string, string>): string {
  return /^(ltr|rtl|auto)$/.exec(attributes.get('dir')?.toLowerCase() ?? '')?.[0] ?? '';
}

function localizeOf(element: ShownElement): Localize {
  return (element as unknown as { localize: Localize }).localize;
}

/** The members of an element that its renderer calls, most of which are for the element alone. */
interface Inside {
  willUpdate(changed: PropertyValues): void;
  render(): unknown;
  renderValue(answer: object): unknown;
}

/** The content of the element's shadow root; its state follows. */
export function contentOf(element: ShownElement, name: Answer, answer: object | null): string {
  const inside = element as unknown as Inside;
  readCalmly(inside);
  Object.assign(element, { [name]: answer });
  inside.willUpdate(new Map());
  return write(inside.render());
}

/** Shows values of a host's program that throw when they are read without them, as the element does in a browser. */
function readCalmly(inside: Inside): void {
  const rendered = inside.renderValue.bind(inside);
  inside.renderValue = (answer) => {
    try {
      return rendered(answer);
    } catch {
      return rendered(calm({ answer })!.answer ?? {});
    }
  };
}
