/** Draws the first page of a PDF as a picture. The code that reads PDFs loads with the first one. */

const WORKER = '/scripts/first-page.worker.js';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string };
}

const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('gigsy-worker', {
  createScriptURL: () => WORKER,
});

/** Null for other files than PDFs, and for a PDF that cannot be drawn. Ends at once when the signal says so. */
export async function drawDocument(file: Blob, { signal }: { signal: AbortSignal }): Promise<Blob | null> {
  const data = new Uint8Array(await file.arrayBuffer());
  if (signal.aborted) return null;
  const worker = new Worker(trusted?.createScriptURL(WORKER) ?? WORKER, { type: 'module' });
  const { port1: picture, port2: answer } = new MessageChannel();
  try {
    return await new Promise<Blob | null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null));
      worker.addEventListener('error', () => resolve(null));
      picture.addEventListener('message', ({ data: drawn }: MessageEvent<Blob | null>) => resolve(drawn));
      picture.start();
      worker.postMessage({ data, answer }, [data.buffer, answer]);
    });
  } finally {
    worker.terminate();
    picture.close();
  }
}
