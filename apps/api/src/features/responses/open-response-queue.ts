import type { OpenDatabase } from '@gongping/db';
import { queueResponses, type ResponseQueue } from './response-queue.ts';
import { insertResponses } from './response-store.repository.ts';

/** The queue of this process: what it has stored is in the database. */
export function openResponseQueue(pool: OpenDatabase['pool']): ResponseQueue {
  return queueResponses((rows) => insertResponses(pool, rows));
}
