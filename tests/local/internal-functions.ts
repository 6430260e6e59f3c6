/** The internal functions of the backend, by the marks that Convex itself reads. */

interface Registered {
  isInternal?: true;
  isMutation?: true;
  isAction?: true;
}

/** Path and kind of every internal function of the backend. */
export async function internalFunctions(): Promise<{ path: string; kind: 'query' | 'mutation' | 'action' }[]> {
  const modules = import.meta.glob([
    '../../convex/**/*.ts',
    '!../../convex/_generated/**',
    '!../../convex/*.config.ts',
  ]);
  const found = await Promise.all(
    Object.entries(modules).map(async ([file, load]) => {
      const at = file.replace('../../convex/', '').replace(/\.ts$/, '');
      return Object.entries((await load()) as Record<string, Registered | null | undefined>)
        .filter(([, value]) => value?.isInternal)
        .map(([name, value]) => ({
          path: `${at}:${name}`,
          kind: value!.isAction ? ('action' as const) : value!.isMutation ? ('mutation' as const) : ('query' as const),
        }));
    }),
  );
  return found.flat();
}
