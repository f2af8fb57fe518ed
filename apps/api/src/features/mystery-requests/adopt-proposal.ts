import { createHash } from 'node:crypto';
import type { CountedMessages, Language, MysteryRequest, Score } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { scorePlace } from '../evidence/score-evidence.ts';
import { findOwnCell } from '../score-sheets/sheets.access.ts';
import { writeScore } from '../score-sheets/write-score.ts';
import { openLog } from './log.access.ts';
import { logLeaves } from './propose.ts';
import { noMessages, proposalFor } from './proposals.ts';
import { readEntries } from './read-log.ts';
import { recordFile } from './record-file.ts';

interface Adoption {
  readonly slug: string;
  readonly unit: string;
  readonly indicator: string;
  readonly expectedRevision: number;
  readonly messages: CountedMessages | null;
  readonly language: Language;
  readonly requestId: string;
}

const evidenceTitle = '测评台账';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Takes over what the log proposes for a leaf: an ordinary write of its score by whoever scores it, with the log as it
 * is now for evidence. Once more does nothing more.
 *
 * @throws ProblemError `not-found`, `proposal-not-ready`, and what a write of a score and its evidence throw
 */
export async function adoptProposal(deps: Dependencies, actor: Actor, args: Adoption): Promise<Score> {
  const { db, clock } = deps;
  const { logs, unit } = await openLog(db, actor, args);
  const cell = findOwnCell(logs.sheets, args);
  const { entries } = await readEntries(db, logs, { unitId: unit.id, actor, now: clock() });
  const proposal = proposalFor(cell, entries, args.messages ?? noMessages);
  if (!proposal) throw new ProblemError('not-found');
  const reason = proposal.sentence[args.language];
  if (proposal.state !== 'ready') throw new ProblemError('proposal-not-ready', { values: { why: reason } });
  const { expectedRevision } = args;
  const input = proposal.input;
  const write = { expectedRevision, state: 'scored' as const, input: mutable(input), reason };
  const score = await writeScore(deps, actor, { ...args, write });
  const kind = logLeaves[args.indicator]?.kind;
  const added = await addRecord(deps, actor, {
    ...args,
    unitId: unit.id,
    indicatorId: cell.leaf.row.id,
    entries: entries.filter((entry) => entry.kind === kind),
  });
  if (!added) return score;
  const missing = score.missing.filter((each) => each !== 'evidence');
  return { ...score, missing, evidence: [...score.evidence, added] };
}

type ScoreInput = Parameters<typeof writeScore>[2]['write']['input'];

/** The engine's inputs are read-only; the wire's are not. */
function mutable(input: unknown): ScoreInput {
  return structuredClone(input) as ScoreInput;
}

/** Puts the log on the cell. @returns null where the person has put the same there before */
async function addRecord(
  deps: Dependencies,
  actor: Actor,
  at: Adoption & { unitId: string; indicatorId: string; entries: readonly MysteryRequest[] },
) {
  const place = await scorePlace(deps.db, actor, at);
  const bytes = await recordFile(at.entries);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const there = await listEvidenceOf(deps.db, place.assessmentId, {
    purpose: 'score',
    unitIds: [at.unitId],
    indicatorIds: [at.indicatorId],
  });
  if (there.some(({ evidence }) => evidence.sha256 === fileSha256 && evidence.addedBy === actor.displayName))
    return null;
  const content = {
    kind: 'file',
    title: evidenceTitle,
    url: null,
    fileSha256,
    filename: `${evidenceTitle}-${at.unit}.xlsx`,
    mediaType: workbook,
    size: bytes.length,
    pageId: null,
  } as const;
  const { language, requestId } = at;
  return keepEvidence(deps, actor, {
    place,
    content,
    capturedAt: deps.clock(),
    bytes,
    language,
    requestId,
  });
}
