/** The styles of elements that this server renders, as files that browsers keep for ever. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from '../static-files.ts';

/** Loaded at the first use: the elements and Lit are not needed to start the hub. */
export function elements() {
  return import('@gigsy/elements/server');
}

/** False, with nothing sent, if there is no such file. */
export async function sendStylesheet(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
): Promise<boolean> {
  const { stylesheets } = await elements();
  const sheet = Object.values(stylesheets).find((known) => known.file === file);
  if (!sheet) return false;
  await send(request, response, sheet.text, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  return true;
}
