import type { MysteryRequest } from '@gongping/contracts';
import { xlsxWorkbook, type TableShape } from '@gongping/tables';
import { channelNames, findingNames, kindNames, pointNames, stateNames } from './record-words.ts';

const column = (name: string, label: string) => ({ name, label });

const shape: TableShape = {
  name: 'log',
  label: '测评台账',
  columns: [
    column('kind', '类别'),
    column('channel', '渠道'),
    column('sent_on', '提交日期'),
    column('refused_on', '未受理日期'),
    column('received_on', '收到日期'),
    column('correction_asked_on', '补正告知'),
    column('corrected_on', '补正收到'),
    column('consulted_on', '征求意见'),
    column('consultation_ended_on', '征求意见结束'),
    column('extended_on', '延期告知'),
    column('replied_on', '答复日期'),
    column('due_on', '答复期限'),
    column('state', '情况'),
    column('findings', '期限问题'),
    column('form', '符合的答复要点'),
  ],
};

/**
 * The log of a unit as evidence for a score: channels, days, last days and findings. It holds neither who asked nor for
 * what, which stay in the log. The same entries give the same bytes.
 */
export async function recordFile(entries: readonly MysteryRequest[]): Promise<Buffer> {
  const rows = entries.map(({ progress, ...entry }) => [
    kindNames[entry.kind],
    channelNames[entry.channel],
    entry.sentOn,
    entry.refusedOn ?? '',
    entry.receivedOn ?? '',
    entry.correctionAskedOn ?? '',
    entry.correctedOn ?? '',
    entry.consultedOn ?? '',
    entry.consultationEndedOn ?? '',
    entry.extendedOn ?? '',
    entry.repliedOn ?? '',
    progress.dueOn ?? '',
    stateNames[progress.state],
    progress.findings.map((finding) => findingNames[finding]).join('；'),
    (entry.form ?? []).map((point) => pointNames[point]).join('；'),
  ]);
  return Buffer.from(await xlsxWorkbook([{ shape, rows }]));
}
