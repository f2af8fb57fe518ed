import {
  mysteryChannel,
  replyPoint,
  type MysteryDays,
  type MysteryEntry,
  type MysteryRequest,
} from '@gongping/contracts';
import type { MysteryRow, NewMysteryRow } from './mystery-request.repository.ts';
import { progressOf, type Reckoning } from './progress.ts';

export function toMysteryRequest(row: MysteryRow, reckoning: Reckoning): MysteryRequest {
  const entry = entryOf(row);
  return {
    ...entry,
    id: row.id,
    progress: progressOf(entry, reckoning),
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedByName,
  };
}

/** What an evaluator wrote down, as it is kept. */
export function entryOf(row: NewMysteryRow): MysteryEntry {
  return {
    ...daysOf(row),
    kind: row.kind,
    channel: mysteryChannel.parse(row.channel),
    identity: row.identity,
    subject: row.subject,
    form: row.form?.map((point) => replyPoint.parse(point)) ?? null,
    note: row.note,
  };
}

export function daysOf(row: MysteryDays): MysteryDays {
  return {
    sentOn: row.sentOn,
    refusedOn: row.refusedOn,
    receivedOn: row.receivedOn,
    correctionAskedOn: row.correctionAskedOn,
    correctedOn: row.correctedOn,
    consultedOn: row.consultedOn,
    consultationEndedOn: row.consultationEndedOn,
    extendedOn: row.extendedOn,
    repliedOn: row.repliedOn,
  };
}
