/**
 * Finds changes of the elements' API that break pages written for the old one: something gone, a setting that takes
 * less, an event, a method or a read-only value that gives something else. Additions break no page.
 */
import type { ElementSnapshot, ElementsSnapshot, Setting } from './snapshot.ts';

/** One sentence for each breaking difference. */
export function breakingElementChanges(before: ElementsSnapshot, after: ElementsSnapshot): string[] {
  return [
    ...gone(before.entries, after.entries, (entry) => `entry ${entry}`),
    ...Object.entries(before.elements).flatMap(([tag, old]) => {
      const now = after.elements[tag];
      return now ? ofElement(`<${tag}>`, old, now) : [`<${tag}> was removed`];
    }),
  ];
}

function ofElement(tag: string, before: ElementSnapshot, after: ElementSnapshot): string[] {
  return [
    ...settings(`${tag} attribute`, before.attributes, after.attributes),
    ...settings(`${tag} property`, before.properties, after.properties),
    ...changed(`${tag} method`, before.methods, after.methods),
    ...changed(`${tag} event`, before.events, after.events),
    ...gone(before.slots, after.slots, (slot) => `${tag} slot ${slot || '(default)'}`),
    ...gone(before.parts, after.parts, (part) => `${tag} part ${part}`),
    ...gone(
      Object.keys(before.cssProperties),
      Object.keys(after.cssProperties),
      (property) => `${tag} custom property ${property}`,
    ),
  ];
}

function gone(before: string[], after: string[], name: (item: string) => string): string[] {
  return before.filter((item) => !after.includes(item)).map((item) => `${name(item)} was removed`);
}

function settings(what: string, before: Record<string, Setting>, after: Record<string, Setting>): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    if (!now) return [`${what} ${name} was removed`];
    if (now.readonly && !old.readonly) return [`${what} ${name} can no longer be set`];
    return (old.readonly ? adds(old.type, now.type) : adds(now.type, old.type))
      ? [`${what} ${name} is now ${now.type}, was ${old.type}`]
      : [];
  });
}

function changed(what: string, before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    if (after[name] === undefined) return [`${what} ${name} was removed`];
    return after[name] === old ? [] : [`${what} ${name} is now ${after[name]}, was ${old}`];
  });
}

/** True if `wide` has an alternative that `narrow` lacks. */
function adds(narrow: string, wide: string): boolean {
  const known = alternatives(narrow);
  return alternatives(wide).some((alternative) => !known.includes(alternative));
}

/** The parts of a union; one inside brackets belongs to its part. */
function alternatives(type: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of type) {
    if ('<({['.includes(character)) depth += 1;
    if ('>)}]'.includes(character)) depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}
