#!/usr/bin/env node
/** The gigsy-local command: checks that this Node has SQLite, then runs the verb. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(`gigsy-local needs Node 22.19 or newer and this is ${process.versions.node}.\n`);
  process.exit(1);
}
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
