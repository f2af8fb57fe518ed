import type { MessageKind } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import { newId } from '../../http/new-id.ts';
import * as repository from './inbox.repository.ts';

export interface Notification {
  readonly kind: MessageKind;
  readonly assessmentId: string;
  readonly userIds: readonly string[];
  /** Tells occasions of a kind apart (a phase and its last day, the id of an appeal): nobody is told the same twice. */
  readonly occasion: string;
  /** What the places of the kind's wording are filled with, `name`, `assessment` and `link` apart. */
  readonly values: Readonly<Record<string, string | LocalText>>;
  /** Where in the site it is seen to, by everybody or by each. */
  readonly path: string | ((userId: string) => string);
  readonly at: Date;
}

/**
 * Tells people something: a message in their inbox, which goes by e-mail too where that is set up. Call it in the
 * transaction of what happened: both are kept, or neither.
 * @returns how many people had not been told yet.
 */
export async function notify(tx: Database, about: Notification): Promise<number> {
  const { kind, assessmentId, occasion, path, at } = about;
  const rows = [...new Set(about.userIds)].map((userId) => ({
    id: newId(at),
    assessmentId,
    userId,
    kind,
    occasion,
    values: { ...about.values },
    path: typeof path === 'string' ? path : path(userId),
    createdAt: at,
    readAt: null,
  }));
  return repository.insertMessages(tx, rows);
}
