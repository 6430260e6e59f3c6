/** The files of a new element: class, styles, words in every language, story and test. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import type { Change } from './change.ts';
import type { ElementName } from './names.ts';
import { pseudoLocale } from './pseudo-locale.ts';
import { profileElement, profileStory, profileTest } from './profile-element.ts';
import { resourceElement, resourceStory, resourceTest } from './resource-element.ts';

/** A domain that is not the profile's has a resource of its own: its function `get`. */
export function newElement(element: ElementName): Change {
  const { domain, name, title } = element;
  const folder = `packages/elements/src/${domain}/${name}`;
  const ofProfile = domain === 'profile';
  return {
    files: {
      [`${folder}/${name}.ts`]: ofProfile ? profileElement(element) : resourceElement(element),
      [`${folder}/${name}.styles.ts`]: styles(element),
      [`${folder}/words.ts`]: words(element),
      ...Object.fromEntries(
        languages().map((language) => [`${folder}/words/${language}.ts`, translation(element, language)]),
      ),
      [`stories/${domain}/${name}.stories.ts`]: ofProfile ? profileStory(element) : resourceStory(element),
      [`tests/elements/${domain}/${name}.test.ts`]: ofProfile ? profileTest(element) : resourceTest(element, title),
    },
    insertions: [],
  };
}

export function languages(): string[] {
  return readdirSync(path.join(root, 'packages/elements/src/localization/words')).map((file) =>
    path.basename(file, '.ts'),
  );
}

function styles({ title }: ElementName): string {
  return `/** The styles of the ${title.toLowerCase()}. */
import { css } from '../../appearance/css.ts';

export const styles = css\`
  .list { list-style: none; display: grid; gap: .5em; padding: calc(var(--_space) * 1.25) }
  .heading { font-size: 1.25em; font-weight: 650; line-height: 1.25; padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.25) 0 }
\`;
`;
}

function words({ domain, name, class: className, title }: ElementName): string {
  const type = `${className.replace('Gigsy', '')}Words`;
  return `/** The words of the ${title.toLowerCase()}. */
import type { Part } from '../../localization/part.ts';

export interface ${type} {
  title: string;
  nothing: string;
}

export const words: Part<${type}> = {
  name: '${domain}/${name}',
  en: { title: '${title}', nothing: 'There is nothing to show here.' },
};
`;
}

/** In English until somebody translates it, but for the pseudo-locale. */
function translation({ class: className, title }: ElementName, language: string): string {
  const type = `${className.replace('Gigsy', '')}Words`;
  const said = (text: string) => (language === 'xa' ? pseudoLocale(text) : text);
  return `/** The words in \`${language}\`. */
import type { ${type} } from '../words.ts';

export const words: ${type} = {
  title: '${said(title)}',
  nothing: '${said('There is nothing to show here.')}',
};
`;
}
