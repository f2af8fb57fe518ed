import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import type { AuditFilter } from './audit-filter.ts';
import { concealedFrom } from './concealed.ts';
import { exportAudit, type AuditFormat } from './export-audit.ts';

export interface ExportWanted {
  readonly format: AuditFormat;
  readonly filter: AuditFilter;
}

/** The log of an assessment as a file, for its organiser. @throws ProblemError `not-found`, `forbidden` */
export async function exportAssessmentAudit(
  { db }: Dependencies,
  actor: Actor,
  { slug, ...wanted }: ExportWanted & { slug: string },
): Promise<ReadableStream<Uint8Array>> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const concealed = await concealedFrom(db, actor, slug);
  return streamOf(exportAudit(db, assessment.id, { ...wanted, concealed }));
}

/** The log of the platform as a file, for organisers of the platform. @throws ProblemError `forbidden` */
export function exportPlatformAudit(
  { db }: Dependencies,
  actor: Actor,
  wanted: ExportWanted,
): ReadableStream<Uint8Array> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  return streamOf(exportAudit(db, 'platform', { ...wanted, concealed: null }));
}

/** Reads on as the receiver takes it; whoever breaks off ends the reading. */
export function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
