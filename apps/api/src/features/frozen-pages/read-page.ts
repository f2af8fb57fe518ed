import type { FrozenPage } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleEvidence } from '../evidence/evidence-keepers.ts';
import { toFrozenPage } from './frozen-page.mapper.ts';
import * as repository from './frozen-page.repository.ts';

/** @throws ProblemError `not-found` where it is not there, is no page, or is not the person's to see */
export async function readPage(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; id: string },
): Promise<FrozenPage> {
  const { evidence, row } = await visiblePage(db, actor, wanted);
  return toFrozenPage(row, evidence);
}

/** The page with the evidence that it is. @throws ProblemError as `readPage` */
export async function visiblePage(db: Database, actor: Actor, wanted: { slug: string; id: string }) {
  const evidence = await visibleEvidence(db, actor, wanted);
  const row = evidence.pageId === null ? undefined : await repository.findPage(db, evidence.pageId);
  if (!row) throw new ProblemError('not-found');
  return { evidence, row };
}
