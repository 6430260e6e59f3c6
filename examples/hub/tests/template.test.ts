/** Markup of the hub's pages: text cannot become markup. */
import { expect, test } from 'vitest';
import { fill, html, raw } from '../src/template.ts';

const HOSTILE = `<script>alert(1)</script>"'&`;
const ESCAPED = '&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#39;&#38;';

test('text is escaped, in markup and in templates', () => {
  expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.markup).toBe(`<p title="${ESCAPED}">${ESCAPED}</p>`);
  expect(fill('<p>{{name}}</p>', { name: HOSTILE }, 'a page').markup).toBe(`<p>${ESCAPED}</p>`);
});

test('markup stays markup, lists are joined, and nothing leaves nothing', () => {
  const item = (text: string) => html`<li>${text}</li>`;
  expect(html`<ul>${['a', '<'].map(item)}${false}${null}${undefined}</ul>`.markup).toBe(
    '<ul><li>a</li><li>&#60;</li></ul>',
  );
  expect(fill('{{content}}', { content: raw('<b>$&</b>') }, 'a page').markup).toBe('<b>$&</b>');
});

test('a value is not filled in again', () => {
  expect(fill('{{a}}', { a: '{{b}}', b: 'secret' }, 'a page').markup).toBe('{{b}}');
});

test('a template that wants a value which is not there says so', () => {
  expect(() => fill('{{toString}}', {}, 'a page')).toThrow('a page wants toString, which is not there');
});
