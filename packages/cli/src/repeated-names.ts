/** Finds names that occur twice in one object of a JSON text: JSON.parse silently keeps the last one. */

/** An open object with its names, or an open list. */
interface Open {
  names?: Set<string>;
  path: string;
  /** The last name read, or the position in the list. */
  at: string | number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The dotted paths of repeated names, at most `max`, in a valid JSON text. */
export function repeatedNames(text: string, max: number): string[] {
  const found: string[] = [];
  const open: Open[] = [];
  let last = '""';
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[')
      open.push({ path: inner ? below(inner) : '', at: 0, ...(token === '{' && { names: new Set<string>() }) });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inner && !inner.names) inner.at = Number(inner.at) + 1;
    else if (token === ':' && inner?.names) {
      inner.at = JSON.parse(last) as string;
      if (inner.names.has(inner.at) && found.length < max) found.push(below(inner));
      inner.names.add(inner.at);
    }
    last = token;
  }
  return found;
}

function below({ path, at }: Open): string {
  return path === '' ? String(at) : `${path}.${at}`;
}
