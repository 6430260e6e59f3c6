/**
 * The surroundings of every story: a page with a language, a theme and a width, and a provider with a hub that answers
 * as the viewer may see it; each chosen in the toolbar. Docs pages and controls come from the elements' manifest.
 */
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import manifest from 'virtual:elements-manifest';
import '@gigsy/elements/provider/define';
import { handles, hub } from '../stories/people/hub.ts';
import './preview.css';

setCustomElementsManifest(manifest);
// A story waits for code that loads late, on a busy machine too.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true, exclude: ['profile', 'portfolio', 'source', 'state', 'empty', 'api'] },
    docs: { source: { excludeDecorators: true }, toc: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Elements',
          'Profile',
          ['Profile card', 'Skill matrix', 'Profile header', '*', 'Page'],
          'Portfolio',
          'Provider',
        ],
      },
    },
  },
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          { ...type, ...choice(name, type.table?.type?.summary), ...controlOf(name, type.table?.category) },
        ]),
      ),
  ],
  globalTypes: {
    viewer: {
      description: 'Who looks: hidden fields are not there for them',
      toolbar: {
        icon: 'user',
        dynamicTitle: true,
        items: [
          { value: 'anonymous', title: 'Anyone on the web' },
          { value: 'member', title: 'Signed-in member' },
          { value: 'owner', title: 'The person themselves' },
        ],
      },
    },
    locale: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'es', title: 'Español' },
          { value: 'fr', title: 'Français' },
          { value: 'de', title: 'Deutsch' },
          { value: 'pt-BR', title: 'Português (Brasil)' },
          { value: 'ar', title: 'العربية' },
          { value: 'hi', title: 'हिन्दी' },
          { value: 'ja', title: '日本語' },
          { value: 'en-XA', title: 'Pseudo-locale' },
        ],
      },
    },
    theme: {
      description: 'Colour scheme of the page, and contrast by the provider',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'light contrast', title: 'Light, high contrast' },
          { value: 'dark contrast', title: 'Dark, high contrast' },
        ],
      },
    },
    density: {
      description: 'Inner space of the elements, by the provider',
      toolbar: {
        icon: 'component',
        dynamicTitle: true,
        items: [
          { value: '0.75', title: 'Dense' },
          { value: '1', title: 'Normal' },
          { value: '1.25', title: 'Roomy' },
        ],
      },
    },
    width: {
      description: 'Most width of what holds the element, in pixels',
      toolbar: {
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As fits the element' },
          '280',
          '320',
          '480',
          '768',
          '900',
          '1280',
          { value: 'all', title: 'All there is' },
        ],
      },
    },
  },
  initialGlobals: { viewer: 'anonymous', locale: 'en', theme: 'light', density: '1', width: 'auto' },
  decorators: [
    (story, { globals: { viewer, locale, theme, density, width }, parameters }) => html`
      <div class="page ${theme}" lang=${locale} dir=${locale === 'ar' ? 'rtl' : 'ltr'}>
        <gigsy-provider .source=${hub(viewer)} .appearance=${{ density: Number(density), contrast: theme.endsWith('contrast') ? 1 : 0 }}>
          <main style=${styleMap({ 'max-inline-size': widest(width, parameters['width']) })}>${story()}</main>
        </gigsy-provider>
      </div>`,
  ],
  tags: ['autodocs'],
};

/** A list to choose from, for handles and for attributes whose type names their values. */
function choice(name: string, type = ''): object {
  const values = name === 'handle' ? handles : [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value);
  return values.length ? { control: 'select', options: values } : {};
}

/** Slots, events and parts are documented beside the controls; nothing can be set on them. Custom properties are set on the tag. */
function controlOf(name: string, category = ''): object {
  if (['slots', 'events', 'css shadow parts'].includes(category)) return { control: false };
  if (category !== 'css custom properties') return {};
  if (/-(surface|text|accent|line)$/.test(name)) return { control: 'color' };
  return name.endsWith('-density')
    ? { control: { type: 'range', min: 0.5, max: 1.5, step: 0.25 } }
    : { control: 'text' };
}

/** `fitting` is the story's own parameter `width`, in pixels. */
function widest(chosen: string, fitting = 480): string {
  if (chosen === 'all') return 'none';
  return `${chosen === 'auto' ? fitting : chosen}px`;
}

export default preview;
