/**
 * Rollup plugin: writes manifest.json beside the bundle, with each file's size, SRI hash, imports and the modules
 * inside it (paths relative to the repository's root). The size gate, the check of the bundle (no Convex client, zod or
 * Clerk in the card) and hosts that pin a build read it. Files of earlier builds are removed once the new ones exist.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const MANIFEST = 'manifest.json';

/** @param {{ root: string, version: string }} options */
export function manifest({ root, version }) {
  return {
    name: 'gigsy-manifest',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const files = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, describe(chunk, root)]).sort(byName));
      const entry = chunks.find((chunk) => chunk.isEntry)?.fileName;
      this.emitFile({
        type: 'asset',
        fileName: MANIFEST,
        source: `${JSON.stringify({ version, entry, files }, null, 2)}\n`,
      });
    },
    writeBundle(options, bundle) {
      removeOthers(options.dir, new Set(Object.keys(bundle)));
    },
  };
}

function describe(chunk, root) {
  const bytes = Buffer.from(chunk.code);
  return {
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    imports: chunk.imports,
    dynamicImports: chunk.dynamicImports,
    /** The module whose `import()` makes this chunk load; absent for chunks shared by others. */
    ...(chunk.facadeModuleId ? { facade: fromRoot(chunk.facadeModuleId, root) } : {}),
    modules: Object.keys(chunk.modules)
      .filter((id) => chunk.modules[id].renderedLength > 0)
      .map((id) => fromRoot(id, root)),
  };
}

function fromRoot(id, root) {
  return path.relative(root, id.replaceAll('\0', '')).split(path.sep).join('/');
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}

function removeOthers(folder, kept, prefix = '') {
  for (const entry of readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
    const name = prefix + entry.name;
    if (entry.isDirectory()) removeOthers(folder, kept, `${name}/`);
    else if (!kept.has(name)) rmSync(path.join(folder, name));
  }
  if (prefix && readdirSync(path.join(folder, prefix)).length === 0) rmdirSync(path.join(folder, prefix));
}
