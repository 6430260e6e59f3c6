/**
 * Lays out dist/channel as the files that a CDN serves: `/v1/` is the current build, `/<version>/` each build frozen in
 * releases/, `/builds.json` their list. Chunks of earlier builds stay beside the current ones: a page that was opened
 * before a release still asks for them.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from '../build/stamp.ts';
import { isVersion, newestFirst, standing } from './support.ts';

/** The fields of a build's manifest.json that the channel needs. */
export interface BuildManifest {
  version: string;
  entry: string;
  files: Record<string, { integrity: string }>;
}

/** Bytes; smaller files fit into one packet as they are. */
const SMALLEST_COMPRESSED = 1_024;
const releases = path.join(root, 'releases');
const current = path.join(root, 'dist/embed');
const channel = path.join(root, 'dist/channel');

export function manifestIn(folder: string): BuildManifest {
  return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as BuildManifest;
}

/** Versions in releases/, newest first. */
export function releasedVersions(): string[] {
  if (!existsSync(releases)) return [];
  return newestFirst(readdirSync(releases).filter(isVersion));
}

export function releaseFolder(version: string): string {
  return path.join(releases, version);
}

/**
 * Returns one file that stands for the whole channel, relative to the repository's root: the folder appears at once.
 */
export function assembleChannel(): string[] {
  const next = `${channel}.next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  for (const version of releasedVersions()) {
    cpSync(releaseFolder(version), path.join(next, version), { recursive: true });
    cpSync(path.join(releaseFolder(version), 'chunks'), path.join(next, 'v1/chunks'), { recursive: true });
  }
  cpSync(current, path.join(next, 'v1'), { recursive: true });
  writeFileSync(path.join(next, 'builds.json'), `${JSON.stringify(builds(), null, 2)}\n`);
  precompress(next);
  rmSync(channel, { recursive: true, force: true });
  renameSync(next, channel);
  return ['dist/channel/builds.json'];
}

/** Writes a `.br` and a `.gz` beside each text that is worth it, for CDNs that choose by `Accept-Encoding` (docs/channel.md). */
function precompress(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|json|css)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const body = readFileSync(file);
    if (body.byteLength < SMALLEST_COMPRESSED) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(body));
    writeFileSync(`${file}.gz`, gzipSync(body, { level: constants.Z_BEST_COMPRESSION }));
  }
}

/** The content of /builds.json. Paths are relative to it. */
function builds() {
  const listed = standing(releasedVersions()).map(({ version, status }) => {
    const { entry, files } = manifestIn(releaseFolder(version));
    return {
      version,
      status,
      entry: `${version}/${entry}`,
      integrity: files[entry]!.integrity,
      manifest: `${version}/manifest.json`,
    };
  });
  const { version, entry } = manifestIn(current);
  return {
    channels: { v1: { version, entry: `v1/${entry}`, manifest: 'v1/manifest.json' } },
    newest: listed[0]?.version ?? null,
    oldestSupported: listed.findLast(({ status }) => status !== 'deprecated')?.version ?? null,
    deprecated: listed.filter(({ status }) => status === 'deprecated').map((build) => build.version),
    builds: listed,
  };
}
