/**
 * The load of a partner's page, gzip, everything included (Lit too), and of two entries of the SDK, against its limit. The
 * lists of a page's files come from the build's manifest, so that no element and no language can be left out.
 */
import {
  croppingFiles,
  draggingFiles,
  editingFiles,
  matrixFiles,
  portfolioEditingFiles,
} from './scripts/gate/editing-files.ts';
import { elementFiles, elementNames, languageFiles, readManifest } from './scripts/gate/embed-files.ts';

const manifest = readManifest();
const gate = (name, files, limit) => ({ name, path: files.map((file) => `dist/embed/${file}`), gzip: true, limit });
const card = elementFiles(manifest, ['profile-card']);
const portfolio = elementFiles(manifest, ['portfolio']);
const kept = elementFiles(manifest, ['portfolio'], { kept: true }).filter((file) => !portfolio.includes(file));
const portfolioEditing = portfolioEditingFiles();
const further = (name) => elementFiles(manifest, [name]).filter((file) => !card.includes(file));

export default [
  gate('gigsy.js before any element', elementFiles(manifest, []), '2.5 kB'),
  gate('gigsy-profile-card', card, '10.5 kB'),
  gate('gigsy-profile-card in a wide band', elementFiles(manifest, ['profile-card'], { wide: true }), '12.45 kB'),
  gate(
    'gigsy-profile-card that a server rendered',
    elementFiles(manifest, ['profile-card'], { served: true }),
    '11.25 kB',
  ),
  gate('gigsy-profile-card and gigsy-skill-matrix', elementFiles(manifest, ['profile-card', 'skill-matrix']), '15 kB'),
  ...elementNames(manifest)
    .filter((name) => !['profile-card', 'skill-matrix', 'portfolio'].includes(name))
    .map((name) => gate(`gigsy-${name} beside the card`, further(name), '2.5 kB')),
  gate('gigsy-portfolio beside the card', further('portfolio'), '5.25 kB'),
  gate('files of a portfolio that are not for everybody, beside it', kept, '2.25 kB'),
  {
    name: 'gigsy-profile-editor beside the card, from the package',
    path: editingFiles().map((file) => `dist/editing/${file}`),
    gzip: true,
    limit: '28.5 kB',
  },
  {
    name: 'gigsy-privacy-matrix beside the card, from the package',
    path: matrixFiles().map((file) => `dist/editing/${file}`),
    gzip: true,
    limit: '3.4 kB',
  },
  {
    name: 'a picture with crop, beside the editor',
    path: croppingFiles().map((file) => `dist/editing/${file}`),
    gzip: true,
    limit: '4.25 kB',
  },
  {
    name: 'rows dragged by the pointer, beside an editor',
    path: draggingFiles().map((file) => `dist/editing/${file}`),
    gzip: true,
    limit: '0.75 kB',
  },
  {
    name: 'gigsy-portfolio-editor beside the card, from the package',
    path: portfolioEditing.editor.map((file) => `dist/portfolio-editing/${file}`),
    gzip: true,
    limit: '32.5 kB',
  },
  {
    name: 'files on their way, beside the editor of a portfolio',
    path: portfolioEditing.sending.map((file) => `dist/portfolio-editing/${file}`),
    gzip: true,
    limit: '3.5 kB',
  },
  { name: '@gigsy/sdk/access, all of it', path: 'dist/sdk/access.js', gzip: true, limit: '2.65 kB' },
  { name: '@gigsy/sdk/files, all of it', path: 'dist/sdk/files.js', gzip: true, limit: '3 kB' },
  { name: '@gigsy/sdk/webhooks, on a server', path: 'dist/sdk/webhooks.js', gzip: true, limit: '1.3 kB' },
  ...languageFiles(manifest).flatMap(({ language, shared, parts, ofPortfolios, ofTrust }) => [
    gate(`the language ${language} for a page with a card`, shared, '0.95 kB'),
    gate(`the language ${language} for a page with every element of profiles`, [...shared, ...parts], '2 kB'),
    gate(`the language ${language} for a page with a card and a portfolio`, [...shared, ...ofPortfolios], '2 kB'),
    gate(`the language ${language} for a page with a card and trust`, [...shared, ...ofTrust], '1.75 kB'),
  ]),
];
