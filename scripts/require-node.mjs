/**
 * Loaded before each script (`node --import`): on a Node that cannot run the TypeScript sources, it ends with one clear
 * sentence. Plain JavaScript, so that an old Node can read it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Gigsy needs Node 22.19 or newer and this is ${process.versions.node}: run "npm ci" (it brings Node 24) and start through npm.`,
  );
  process.exit(1);
}
