import type { NextConfig } from 'next';

/** The server's renderer is taken from node_modules as it is, not bundled. */
export default { serverExternalPackages: ['@gigsy/elements', '@lit-labs/ssr', 'lit'] } satisfies NextConfig;
