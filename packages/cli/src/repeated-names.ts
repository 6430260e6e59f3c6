/** Names that stand twice in one object of a JSON text: JSON.parse keeps the last alone, and says nothing. */

/** What is open at a place: an object with its names, or a list. */
interface Open {
  names?: Set<string>;
  path: string;
  /** The name that was read last, or the position in the list. */
  at: string | number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The dotted paths of such names, at most `max`, in a text that is JSON. */
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
