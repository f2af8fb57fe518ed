import { phase, phaseEvent, type PhaseEvent } from '@gongping/contracts';
import { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { entriesOf, type AuditRow } from '../audit/read-audit.ts';

const kinds = {
  'assessment.create': 'created',
  'assessment.phase': 'moved',
  'assessment.extend': 'extended',
  'publication.create': 'published',
} as const satisfies Record<string, PhaseEvent['kind']>;

/** What the entries of these actions say of phases; other things in them do not matter here. */
const stated = z.object({ phase: phase.optional(), end: phaseEvent.shape.end.optional() }).nullable();

/** The life of the phases of a round, from its audit log. @throws ProblemError `not-found`, `forbidden` */
export async function phaseHistory(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  slug: string,
): Promise<PhaseEvent[]> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const rows = await entriesOf(db, assessment.id, Object.keys(kinds));
  return rows.map(toEvent);
}

function toEvent(row: AuditRow): PhaseEvent {
  const kind = kinds[row.action as keyof typeof kinds];
  const about = { at: row.at.toISOString(), actorName: row.actorName, kind, reason: row.reason };
  if (kind === 'created') return { ...about, from: null, to: 'plan', endBefore: null, end: null };
  const before = stated.parse(row.before);
  const after = stated.parse(row.after);
  const to = after?.phase ?? 'plan';
  return {
    ...about,
    from: before?.phase ?? null,
    to,
    endBefore: before?.end ?? null,
    end: after?.end ?? null,
  };
}
