import { insertRows, schema, type Database } from '@gongping/db';
import { createHash, randomUUID } from 'node:crypto';
import type { LargeCell } from './judgements.ts';
import type { People } from './people.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** For every unit three mystery requests, a sample, a kept page, a link looked at; and that it handed its claims in. */
export async function insertFieldwork(
  db: Database,
  cells: readonly LargeCell[],
  { ids, now }: Pick<People, 'ids'> & { now: Date },
): Promise<void> {
  const firsts = [...Map.groupBy(cells, ({ key }) => key.unitId).values()].flatMap(([first]) => first ?? []);
  await insertRequests(db, firsts, { updatedBy: ids.evaluator, updatedAt: now });
  await insertRows(
    db,
    schema.samples,
    firsts.map(({ key }) => ({
      id: randomUUID(),
      ...key,
      title: '试点领域',
      population: Array.from({ length: 26 }, (_field, at) => `领域 ${at + 1}`),
      size: 5,
      seed: '0123456789abcdef',
      items: [0, 4, 9, 15, 21].map((index) => ({ index, finding: 'met' as const, remark: '' })),
      revision: 1,
      drawnBy: ids.evaluator,
      drawnAt: now,
      updatedAt: now,
      discardedAt: null,
      discardReason: null,
    })),
  );
  await insertPages(db, firsts, { by: ids.evaluator, now });
  const [round] = firsts.map(({ key }) => key.assessmentId);
  await insertRows(
    db,
    schema.linkChecks,
    firsts.map(({ key, name }) => {
      const url = `https://www.example.org/score/${name}/${key.assessmentId}`;
      return {
        assessmentId: round ?? '',
        urlSha256: digest(url),
        url,
        state: 'ok' as const,
        status: 200,
        checkedAt: now,
      };
    }),
  );
  await insertRows(
    db,
    schema.claimSubmissions,
    firsts
      .filter((_cell, at) => at % 2 === 1)
      .map(({ key: { assessmentId, unitId } }) => {
        return { assessmentId, unitId, submittedBy: ids.liaison, submittedAt: now, reason: '' };
      }),
  );
}

type RequestRow = typeof schema.mysteryRequests.$inferSelect;

async function insertRequests(
  db: Database,
  firsts: readonly LargeCell[],
  by: Pick<RequestRow, 'updatedBy' | 'updatedAt'>,
): Promise<void> {
  const rows = firsts.flatMap(({ key: { assessmentId, unitId } }) =>
    ['2020-09-01', '2020-09-08', '2020-09-15'].map((sentOn): RequestRow => ({
      id: randomUUID(),
      assessmentId,
      unitId,
      kind: 'request',
      channel: 'letter',
      identity: '王某，毕业论文',
      subject: '2019 年度部门预算的公开时间',
      sentOn,
      refusedOn: null,
      receivedOn: sentOn,
      correctionAskedOn: null,
      correctedOn: null,
      consultedOn: null,
      consultationEndedOn: null,
      extendedOn: null,
      repliedOn: '2020-09-22',
      form: ['content', 'reasons', 'seal'],
      note: '',
      revision: 1,
      ...by,
    })),
  );
  await insertRows(db, schema.mysteryRequests, rows);
}

async function insertPages(
  db: Database,
  firsts: readonly LargeCell[],
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const text = '信息公开目录。'.repeat(500);
  const kept = firsts.map((cell) => ({ cell, id: randomUUID(), fileSha256: digest(randomUUID()) }));
  await insertRows(
    db,
    schema.files,
    kept.map(({ fileSha256 }) => ({ sha256: fileSha256, size: text.length, createdAt: now })),
  );
  await insertRows(
    db,
    schema.frozenPages,
    kept.map(({ cell, id, fileSha256 }) => ({
      id,
      assessmentId: cell.key.assessmentId,
      url: `https://www.example.org/kept/${cell.name}`,
      finalUrl: `https://www.example.org/kept/${cell.name}`,
      status: 200,
      mediaType: 'text/html',
      title: '信息公开目录',
      text,
      textSha256: digest(text),
      fileSha256,
      size: text.length,
      fetchedBy: by,
      fetchedAt: now,
      liveState: null,
      liveDetail: null,
      checkedAt: null,
    })),
  );
  const piece = { purpose: 'score', kind: 'page', title: '信息公开目录', filename: null } as const;
  await insertRows(
    db,
    schema.evidence,
    kept.map(({ cell, id }) => ({
      id: randomUUID(),
      ...cell.key,
      ...piece,
      url: `https://www.example.org/kept/${cell.name}`,
      fileSha256: null,
      mediaType: null,
      size: null,
      capturedAt: now,
      addedAt: now,
      addedBy: by,
      pageId: id,
      removedAt: null,
    })),
  );
}
