import { m } from '#lib/paraglide/messages.js';
import type { OpenKind } from './open-points.ts';

/** What is open, in a word or two. */
export const openKindWords = {
  unscored: m.publication_open_unscored,
  'missing-reason': m.publication_open_missing_reason,
  'missing-evidence': m.publication_open_missing_evidence,
  unassigned: m.publication_open_unassigned,
} satisfies Record<OpenKind, () => string>;
