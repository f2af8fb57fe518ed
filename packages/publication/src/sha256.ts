import { portableSha256 } from './portable-sha256.ts';

const hexadecimal = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in lower-case hexadecimal, by the platform where it has one. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  // Missing on plain http, whatever the types say.
  const { subtle } = globalThis.crypto as Partial<typeof globalThis.crypto>;
  return subtle === undefined ? portableSha256(bytes) : hexadecimal(await subtle.digest('SHA-256', bytes));
};
