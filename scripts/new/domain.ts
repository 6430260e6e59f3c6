/** The files of a new domain, from its contract to its page in the docs, and the lines that join it to the others. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import type { Change } from './change.ts';
import { backendFiles } from './domain-backend.ts';
import { INDEX_LINES, schemaFiles } from './domain-schema.ts';
import { newElement } from './element.ts';
import { elementName } from './names.ts';

export function newDomain(domain: string): Change {
  const element = newElement(elementName(`${domain}/${domain}-list`));
  const files = {
    ...schemaFiles(domain),
    ...backendFiles(domain),
    ...element.files,
    [`docs/${domain}.md`]: page(domain),
  };
  const index = `packages/schema/src/${domain}/index.ts`;
  if (!existsSync(path.join(root, index))) return { files, insertions: [indexed(domain), ...joints(domain)] };
  // A domain may have declared its events of the inbox before all else: its index is there, and the schema's names it.
  delete files[index];
  const exported = { file: index, before: "export * from './inbound.ts';", lines: INDEX_LINES };
  return { files, insertions: [exported, ...joints(domain)] };
}

function indexed(domain: string): Change['insertions'][number] {
  return {
    file: 'packages/schema/src/index.ts',
    before: "export * from './privacy/index.ts';",
    lines: `export * from './${domain}/index.ts';\n`,
  };
}

/** Everything that a domain touches outside its own files; the rest is found by convention. */
function joints(domain: string): Change['insertions'] {
  const schema = 'packages/schema/src';
  return [
    {
      file: `${schema}/catalog.ts`,
      before: 'import { privacyEvents }',
      lines: `import { ${domain}Events } from './${domain}/events.ts';\n`,
    },
    {
      file: `${schema}/catalog.ts`,
      before: /(?<=eventCatalog = \{[^}]*?)\} as const/,
      lines: `  ...${domain}Events,\n`,
    },
    {
      file: `${schema}/samples.ts`,
      before: 'import { privacyRouteSamples,',
      lines: `import { ${domain}Samples } from './${domain}/samples.ts';\n`,
    },
    { file: `${schema}/samples.ts`, before: '  privacy: privacySamples,', lines: `  ${domain}: ${domain}Samples,\n` },
    {
      file: 'convex/schema.ts',
      before: 'import { privacyTables }',
      lines: `import { ${domain}Tables } from './tables/${domain}.js';\n`,
    },
    { file: 'convex/schema.ts', before: '});', lines: `  ...${domain}Tables,\n` },
    { file: 'convex/operations/functions.ts', before: "import '../privacy.js';", lines: `import '../${domain}.js';\n` },
    {
      file: 'tests/convex/refused-calls.ts',
      before: "  'privacy.update': [",
      lines: `  '${domain}.add': ['user_root', () => ({ title: 'x' }), 'not_found'],\n`,
    },
  ];
}

function page(domain: string): string {
  return `# The ${domain} domain

The content of a person's ${domain}: items with a title.

| table            | what it is                             | who writes it                                                     |
| ---------------- | -------------------------------------- | ----------------------------------------------------------------- |
| \`${domain}Items\` | the items, one row each                | \`convex/model/${domain}/write.ts\`                                 |
| \`${domain}Views\` | what the public and members see of them | \`convex/model/${domain}/write.ts\`, through \`model/privacy/views\` |

The row \`${domain}\` of the [privacy matrix](privacy-matrix.md) governs who sees the items. Functions are in [reference.md](reference.md), events in [events-catalog.md](events-catalog.md);
\`<gigsy-${domain}-list>\` shows the items.
`;
}
