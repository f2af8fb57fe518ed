import type { SessionView } from '@gongping/contracts';

/** Who is signed in, if anybody, and whether the demonstration is loaded. */
export type Session = SessionView;

export const anonymous: Session = { user: null, demonstration: false };
