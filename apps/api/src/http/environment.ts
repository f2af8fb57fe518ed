import type { Language } from '@gongping/contracts';
import type { Actor } from './actor.ts';

/** What the middleware puts beside a request. */
export interface Environment {
  Variables: {
    requestId: string;
    language: Language;
    /** The client's address: for limits only, never stored as it is. */
    address: string;
    /** True where the client reached the site over HTTPS. */
    secure: boolean;
    actor: Actor | null;
    sessionId: string | null;
  };
}
