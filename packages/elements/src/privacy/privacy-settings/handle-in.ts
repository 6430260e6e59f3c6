/** The handle in a form. */
import { text } from '../../untrusted.ts';

/** The handle that somebody wrote, as handles are written; it may have none of their form. */
export function handleIn(form: FormData): string {
  return text(form.get('handle')).replace(/^@/, '').toLowerCase();
}
