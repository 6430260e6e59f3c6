/** The exports map of packages/elements: two entries an element, and those that package.json names itself. */
import type { ElementDescriptor } from './descriptors.ts';
import { definePath } from './sources.ts';

type Exports = Record<string, unknown>;

/** An entry that an element's folder has made: `./NAME` and `./NAME/define`. */
const OF_ELEMENT = /^\.\/src\/(?:.+\/)?([a-z-]+)\/\1(\.define)?\.ts$/;

/** `current` with the entries of `elements` in the place of those of elements; the others stay, in their order. */
export function exportsOf(current: Exports, elements: ElementDescriptor[]): Exports {
  const others = Object.entries(current).filter(([entry, target]) => !isOfElement(entry, target));
  const first = others.filter(([entry]) => entry === '.');
  return Object.fromEntries([...first, ...elements.flatMap(entries), ...others.filter(([entry]) => entry !== '.')]);
}

function isOfElement(entry: string, target: unknown): boolean {
  const { convex = '' } = target as { convex?: string };
  const [, name, define = ''] = OF_ELEMENT.exec(convex) ?? [];
  return name !== undefined && entry === `./${name}${define.replace('.', '/')}` && !NOT_ELEMENTS.includes(name);
}

/** Entries whose folders are named as an element's would be. */
const NOT_ELEMENTS = ['development'];

function entries(element: ElementDescriptor): [string, object][] {
  return [
    [`./${element.name}`, conditions(element.module)],
    [`./${element.name}/define`, conditions(definePath(element))],
  ];
}

function conditions(module: string): object {
  const built = `./dist/${module.replace(/\.ts$/, '')}`;
  return { convex: `./src/${module}`, types: `${built}.d.ts`, default: `${built}.js` };
}
