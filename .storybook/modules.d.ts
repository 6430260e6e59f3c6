/** Modules without types of their own. */
declare module 'virtual:elements-manifest' {
  const manifest: object;
  export default manifest;
}
