/** What every story stands in: a page with a language, a theme and a width, chosen in the toolbar. */
import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import './preview.css';

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
  },
  globalTypes: {
    locale: {
      description: 'Language of the page',
      toolbar: { icon: 'globe', dynamicTitle: true, items: [
        { value: 'en', title: 'English' },
        { value: 'es', title: 'Español' }, { value: 'fr', title: 'Français' }, { value: 'de', title: 'Deutsch' }, { value: 'pt-BR', title: 'Português (Brasil)' },
        { value: 'ar', title: 'العربية' }, { value: 'hi', title: 'हिन्दी' }, { value: 'ja', title: '日本語' }, { value: 'en-XA', title: 'Pseudo-locale' },
      ] },
    },
    theme: {
      description: 'Colour scheme of the page',
      toolbar: { icon: 'contrast', dynamicTitle: true, items: [{ value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }] },
    },
    width: {
      description: 'Width of what holds the element',
      toolbar: { icon: 'ruler', dynamicTitle: true, items: ['280', '320', '480', '900'] },
    },
  },
  initialGlobals: { locale: 'en', theme: 'light', width: '480' },
  decorators: [
    (story, { globals }) => html`<div class="page ${globals['theme']}" lang=${globals['locale']} dir=${globals['locale'] === 'ar' ? 'rtl' : 'ltr'}>
      <main class="w${globals['width']}">${story()}</main>
    </div>`,
  ],
  tags: ['autodocs'],
};

export default preview;
