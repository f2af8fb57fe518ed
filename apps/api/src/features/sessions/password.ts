import { hash, verify } from '@node-rs/argon2';

/** OWASP's password storage cheat sheet: argon2id, 19 MiB, 2 passes, 1 lane (the library's default is argon2id). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Of no password: compared with for unknown names, so that the time taken tells nothing. */
let decoy: Promise<string> | null = null;

export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return matches && stored !== null && stored !== undefined;
}
