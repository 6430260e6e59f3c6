/** Templates of an element that shows a section of a profile. */
import type { ElementName } from './names.ts';

export function profileElement({ name, class: className, title }: ElementName): string {
  return `/** The ${title.toLowerCase()}: a section of a profile. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { text } from '../../untrusted.ts';
import { styles } from './${name}.styles.ts';
import { words } from './words.ts';

/**
 * @summary The ${title.toLowerCase()} of a person.
 * @tag gigsy-${name}
 *
 * @csspart list - The list.
 * @csspart entry - One entry.
 */
export class ${className} extends SectionElement {
  static override styles: CSSResultGroup = [SectionElement.styles, styles];

  static override parts: readonly string[] = [...SectionElement.parts, words.name];

  static override sections: readonly ProfileSection[] = ['about'];

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override renderSection({ about }: ProfileView): TemplateResult | undefined {
    const said = text(about?.text);
    return said ? html\`<ul part="list" class="list"><li part="entry" dir="auto">\${said}</li></ul>\` : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-${name}': ${className};
  }
}
`;
}

export function profileStory({ name, title }: ElementName): string {
  return `/** The ${title.toLowerCase()} in every state and condition. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@gigsy/elements/${name}/define';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/${title}',
  component: 'gigsy-${name}',
  args: { handle: 'ada', 'heading-level': 2 },
  parameters: { width: 640 },
  render: (args) => tag('gigsy-${name}', args),
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };

export const VariantRightToLeft: Story = { args: { handle: 'sami' } };
export const VariantLongNames: Story = { args: { handle: 'max' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };
`;
}

export function profileTest({ name, title }: ElementName): string {
  return `/** The ${title.toLowerCase()}: its content, and its words without content. */
import { expect, waitUntil } from '@open-wc/testing';
import '@gigsy/elements/${name}/define';
import { put, said, within } from '../profile/element.ts';
import { ada } from '../profile/people.ts';

it('shows what the person wrote, under its title', async () => {
  const element = await put('gigsy-${name}', { profile: { ...ada, about: { text: 'Written here.' } } });
  expect(said(element, '[part=heading]')).to.deep.equal(['${title}']);
  expect(said(element, '[part=entry]')).to.deep.equal(['Written here.']);
  await expect(element).to.be.accessible();
});

it('says so where there is nothing', async () => {
  const element = await put('gigsy-${name}', { profile: { handle: 'ada', role: 'student' } });
  expect(within(element, '[part=entry]')).to.have.length(0);
  expect(said(element, '[part=nothing]')).to.have.length(1);
});

it('speaks the language around it', async () => {
  const element = await put('gigsy-${name}', { profile: ada }, { lang: 'en-XA' });
  await waitUntil(() => said(element, '[part=heading]')[0]!.startsWith('['));
});
`;
}
