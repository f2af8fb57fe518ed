import { hash } from 'node:crypto';

const blockBytes = 64;
const pads = new WeakMap<Buffer, { readonly inner: Buffer; readonly outer: Buffer }>();

/**
 * HMAC-SHA-256 (RFC 2104). The same as `createHmac`, which reads its key anew for each text: four of them an answer were
 * a fifth of the time.
 * @param key of at most 64 bytes
 */
export function mac(key: Buffer, text: string): Buffer {
  const { inner, outer } = padsOf(key);
  return hash(
    'sha256',
    Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')]),
    'buffer',
  );
}

function padsOf(key: Buffer) {
  const known = pads.get(key);
  if (known) return known;
  if (key.length > blockBytes) throw new RangeError('a longer key would have to be hashed first');
  const padded = Buffer.alloc(blockBytes);
  key.copy(padded);
  const made = { inner: padded.map((byte) => byte ^ 0x36), outer: padded.map((byte) => byte ^ 0x5c) };
  const buffers = { inner: Buffer.from(made.inner), outer: Buffer.from(made.outer) };
  pads.set(key, buffers);
  return buffers;
}
