/** Templates of an element that shows the resource of a domain: the answer to its function `get`. */
import { pascalCase } from '../elements/descriptors.ts';
import type { ElementName } from './names.ts';

export function resourceElement({ domain, name, class: className, title }: ElementName): string {
  const view = `${pascalCase(domain)}View`;
  return `/** The ${title.toLowerCase()}: the content of a person's ${domain}. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { ReadResult, ResourceSource } from '@gigsy/sdk/reader';
import { surface } from '../../appearance/surface.styles.ts';
import { text } from '../../untrusted.ts';
import type { Resource } from '../../resource/resource.ts';
import { ResourceElement } from '../../resource/resource-element.ts';
import { styles } from './${name}.styles.ts';
import { words } from './words.ts';

export type ${view} = NonNullable<ReadResult<'${domain}.get'>>;

/**
 * @summary The ${title.toLowerCase()} of a person.
 * @tag gigsy-${name}
 *
 * @event {CustomEvent<{ ${domain}: ${view} | null }>} gigsy-load - An answer arrived, again with each live change.
 *
 * @csspart heading - The heading.
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export class ${className} extends ResourceElement<${view}> {
  static override properties: PropertyDeclarations = { ${domain}: { attribute: false } };

  static override styles: CSSResultGroup = [surface, styles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  /** The content, from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare ${domain}?: ${view} | null;
  /** Where to read instead of \`api\`. */
  declare source?: ResourceSource;

  protected override get provided(): ${view} | null | undefined {
    return this.${domain};
  }

  protected override askFor(handle: string): Resource {
    return ['${domain}.get', { handle }];
  }

  protected override detail(value: ${view} | null): object {
    return { ${domain}: value };
  }

  protected override renderValue({ items }: ${view}): TemplateResult {
    const { title, nothing } = this.localize.terms(words);
    const entries = (Array.isArray(items) ? items : []).map((item) => text(item?.title)).filter(Boolean);
    return html\`<div id="name" part="heading" class="heading" role="heading" aria-level="3">\${title}</div>
      \${entries[0] ? html\`<ul part="list" class="list">\${entries.map((entry) => html\`<li part="entry" dir="auto">\${entry}</li>\`)}</ul>\` : html\`<p part="nothing" class="list">\${nothing}</p>\`}\`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html\`<div class="list" aria-hidden="true"></div>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-${name}': ${className};
  }
}
`;
}

export function resourceStory({ domain, name, title }: ElementName): string {
  return `/** The ${title.toLowerCase()} in its states. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/${name}/define';

interface Arguments {
  ${domain}?: object | null;
}

const meta: Meta<Arguments> = {
  title: '${pascalCase(domain)}/${title}',
  component: 'gigsy-${name}',
  args: { ${domain}: { handle: 'ada', items: [{ id: 'one', title: 'Notes on the engine' }] } },
  parameters: { width: 640 },
  render: (args) => html\`<gigsy-${name} handle="ada" .${domain}=\${args.${domain}}></gigsy-${name}>\`,
};
export default meta;

type Story = StoryObj<Arguments>;

export const Default: Story = {};
export const StateEmpty: Story = { args: { ${domain}: { handle: 'ada' } } };
export const StateNotAvailable: Story = { args: { ${domain}: null } };
`;
}

export function resourceTest({ domain, name, class: className }: ElementName, title: string): string {
  return `/** The ${title.toLowerCase()}: its content, its source, and its words without content. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ${className} } from '@gigsy/elements';
import '@gigsy/elements/${name}/define';

const shown = (element: ${className}, part: string) =>
  [...element.renderRoot.querySelectorAll(\`[part=\${part}]\`)].map((found) => found.textContent!.trim());

async function put(properties: Partial<${className}>, lang = 'en'): Promise<${className}> {
  const box = await fixture<HTMLElement>(html\`<div lang=\${lang}></div>\`);
  const element = Object.assign(document.createElement('gigsy-${name}'), properties);
  box.append(element);
  await element.updateComplete;
  return element;
}

const held = { handle: 'ada', items: [{ id: 'one', title: 'Notes' }] };

it('shows what it is given, and is accessible', async () => {
  const element = await put({ ${domain}: held });
  expect(shown(element, 'heading')).to.deep.equal(['${title}']);
  expect(shown(element, 'entry')).to.deep.equal(['Notes']);
  await expect(element).to.be.accessible();
});

it('asks its source for the resource of its handle', async () => {
  const asked: unknown[] = [];
  const read = async (...call: unknown[]) => {
    asked.push(call.slice(0, 2));
    return held as never;
  };
  const element = await put({ handle: 'ada', source: { read } });
  await waitUntil(() => element.state === 'ready');
  await element.updateComplete;
  expect(asked).to.deep.equal([['${domain}.get', { handle: 'ada' }]]);
  expect(shown(element, 'entry')).to.deep.equal(['Notes']);
});

it('says so where there is nothing, in the language around it', async () => {
  const element = await put({ ${domain}: { handle: 'ada' } }, 'en-XA');
  await waitUntil(() => shown(element, 'nothing')[0]!.startsWith('['));
  expect((await put({ ${domain}: null })).state).to.equal('unavailable');
});
`;
}
