/** Sends a picture to the address that the deployment gave. By XMLHttpRequest, since fetch does not tell how far it is. */
import { PictureError, type PictureFault } from './faults.ts';

interface Sending {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  progress(part: number): void;
}

/** A connection that moves nothing for so long is lost, in milliseconds. */
const SILENCE_MS = 60_000;

/** By status. The deployment looks at the bytes themselves. */
const FAULTS: Readonly<Record<number, PictureFault>> = {
  400: 'notAPicture',
  404: 'over',
  413: 'tooHeavy',
  429: 'tooOften',
};

/** Resolves to the id of the stored picture. Rejects with a PictureError, or with the signal's reason. */
export function sent(address: string, picture: Blob, { signal, progress }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let begun = false;
    let silence: ReturnType<typeof setTimeout>;
    const fail = (fault: PictureFault) => reject(new PictureError(fault));
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        fail('lost');
        request.abort();
      }, SILENCE_MS);
    };
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      begun ||= loaded > 0;
      listen();
      if (lengthComputable) progress(loaded / total);
    };
    request.onerror = () => fail(begun ? 'lost' : 'offline');
    request.onload = () => {
      const { storageId } = (request.response ?? {}) as { storageId?: unknown };
      if (request.status === 200 && typeof storageId === 'string') resolve(storageId);
      else fail(FAULTS[request.status] ?? 'failed');
    };
    request.onloadend = () => clearTimeout(silence);
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', address);
    request.responseType = 'json';
    listen();
    request.send(picture);
  });
}
