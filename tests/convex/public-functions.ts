/** The public functions of a functions folder, by the marks that Convex itself reads. */

export type Modules = Record<string, () => Promise<unknown>>;

interface Registered {
  isPublic?: true;
  isQuery?: true;
  isMutation?: true;
  isAction?: true;
  isHttp?: true;
}

/** Kind and `path:name` of every public function that the modules export. Files with two dots in their name define none. */
export async function publicFunctions(modules: Modules): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(modules)
      .filter(([file]) => !/\/_generated\/|\.\w+\.\w+$/.test(file))
      .map(async ([file, load]) => {
        const path = file.replace(/^.*\/convex\//, '').replace(/\.[cm]?[jt]sx?$/, '');
        return Object.entries((await load()) as Record<string, Registered | null | undefined>)
          .filter(([, value]) => value?.isPublic)
          .map(([name, value]) => `${kindOf(value!)} ${path}:${name}`);
      }),
  );
  return found.flat().sort();
}

function kindOf({ isQuery, isMutation, isAction, isHttp }: Registered): string {
  if (isHttp) return 'http';
  return isQuery ? 'query' : isMutation ? 'mutation' : isAction ? 'action' : 'unknown';
}
