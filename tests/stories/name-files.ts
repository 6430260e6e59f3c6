/** The stored files of names, roles and states: the stories that have one, and its place in `names`. */
import type { Entry } from './catalogue.ts';

/** `moving` stories change by themselves, `bulk` stories hold too much to record. */
export function isPinned({ tags }: Entry): boolean {
  return !tags.includes('moving') && !tags.includes('bulk');
}

/** A story's id gives its folder and file. English has no suffix. */
export function nameFile(id: string, locale?: string): string {
  return `${id.replace('--', '/')}${locale ? `.${locale}` : ''}.yml`;
}
