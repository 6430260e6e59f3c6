/**
 * A document for React in Node. Vitest's own jsdom environment also replaces Uint8Array, without which the embedded
 * deployment cannot bundle. To be imported before anything that renders.
 */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
const { document, HTMLElement, HTMLIFrameElement } = window;
// Not Event: Node's own sockets need Node's.
Object.assign(globalThis, { window, document, HTMLElement, HTMLIFrameElement });
