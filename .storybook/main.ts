/** Storybook: elements from source, docs from their manifest, axe on every story, stories as tests. Sends nothing anywhere. */
import type { StorybookConfig } from '@storybook/web-components-vite';
import { elementsManifest } from './elements-manifest.ts';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), elementsManifest()],
    // Photos come from an address, as on a page: elements refuse data: addresses.
    build: { ...vite.build, assetsInlineLimit: 0 },
    resolve: { ...vite.resolve, conditions: ['convex', 'module', 'browser', 'development|production'] },
  }),
};

export default config;
