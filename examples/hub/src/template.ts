/** HTML of the hub's pages: text is escaped everywhere, and only a value that was made as HTML goes in as it is. */
import { escapeHtml } from '@gigsy/schema/rules';

/** Markup that this program made. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Value = string | Html;
export type Values = Readonly<Record<string, Value>>;

/** Markup with values in it; lists are joined, and undefined, null and false leave nothing. */
export function html(
  parts: TemplateStringsArray,
  ...values: (Value | readonly Html[] | false | null | undefined)[]
): Html {
  const written = values.map((value) => {
    if (value === undefined || value === null || value === false) return '';
    return typeof value === 'string' || value instanceof Html ? markupOf(value) : value.map(markupOf).join('');
  });
  return new Html(String.raw({ raw: parts }, ...written));
}

/** Markup that was made elsewhere, such as an element that a server rendered. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Puts values at the places `{{name}}` of a template. Throws if it wants a value that is not there. */
export function fill(template: string, values: Values, name: string): Html {
  return new Html(
    template.replace(/\{\{([\w.-]+)\}\}/g, (_, key: string) => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      if (value === undefined) throw new Error(`${name} wants ${key}, which is not there`);
      return markupOf(value);
    }),
  );
}

function markupOf(value: Value): string {
  return typeof value === 'string' ? escapeHtml(value) : value.markup;
}
