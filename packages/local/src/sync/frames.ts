/**
 * Texts as WebSocket frames (RFC 6455, 5.2: one unmasked, final text frame), which ws would make anew for each socket. Clients that
 * watch the same queries mostly get the same bytes, one after the other.
 */
const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

export class Frames {
  #last: { text: string; frame: Buffer } | null = null;

  of(text: string): Buffer {
    if (this.#last?.text !== text) this.#last = { text, frame: textFrame(text) };
    return this.#last.frame;
  }
}

function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < LENGTH_16 ? 2 : length <= 0xffff ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = FINAL_TEXT;
  frame[1] = start === 2 ? length : start === 4 ? LENGTH_16 : LENGTH_64;
  if (start === 4) frame.writeUInt16BE(length, 2);
  if (start === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.write(text, start);
  return frame;
}
