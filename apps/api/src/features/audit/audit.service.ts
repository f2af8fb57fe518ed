import type { AuditAction } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { chainHash, type ChainedFacts } from './audit-chain.ts';
import * as repository from './audit.repository.ts';

/** What happened, before it is chained. */
export interface AuditFact {
  /** Id of the assessment, or `platform`. */
  readonly scope: string;
  readonly at: Date;
  /** Null where the system acted by itself. */
  readonly actor: Pick<Actor, 'id' | 'displayName'> | null;
  readonly action: AuditAction;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason: string;
  readonly requestId: string;
}

/** Appends one entry. Call it in the transaction of the change itself: both are kept, or neither. */
export async function appendAudit(tx: Database, fact: AuditFact): Promise<void> {
  await appendAuditEntries(tx, fact.scope, [fact]);
}

/** Appends several entries of one scope at once, in order. */
export async function appendAuditEntries(
  tx: Database,
  scope: string,
  facts: readonly AuditFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await repository.lockChain(tx, scope);
  const last = await repository.lastEntry(tx, scope);
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? '';
  const rows = facts.map((fact) => {
    sequence += 1;
    const chained: ChainedFacts = {
      scope,
      sequence,
      at: fact.at,
      actorId: fact.actor?.id ?? null,
      actorName: fact.actor?.displayName ?? 'system',
      action: fact.action,
      subject: fact.subject,
      before: fact.before ?? null,
      after: fact.after ?? null,
      reason: fact.reason,
      requestId: fact.requestId,
      previousHash,
    };
    const hash = chainHash(chained);
    previousHash = hash;
    return { ...chained, hash };
  });
  await repository.insertEntries(tx, rows);
}
