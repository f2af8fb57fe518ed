import { z } from 'zod';
import { channelState } from './survey-channel.ts';
import { moment, line } from './text.ts';
import { surveySubmission } from './survey.ts';

/** Number written on a sheet of paper. */
const sheetNumber = z
  .string()
  .trim()
  .min(1)
  .max(32)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

/** `once`: keyed in by one person; `differs`: two do not agree; `agreed`: it counts. */
export const sheetState = z.enum(['once', 'differs', 'agreed']);
export type SheetState = z.infer<typeof sheetState>;

/** A sheet as somebody may see it who may still have to key it in: nothing of what is on it. */
export const paperSheet = z.object({
  sheet: z.string(),
  state: sheetState,
  /** Whether the one who asks has keyed it in. */
  mine: z.boolean(),
  keyedAt: moment,
});
export type PaperSheet = z.infer<typeof paperSheet>;
/** A channel of paper. It takes sheets while it is open: it keeps to no hours, since sheets are keyed in later. */
export const paperChannel = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** `closed` once the round is published. */
  state: channelState.extract(['open', 'paused', 'full', 'closed']),
});
/** Channels of paper in their order, with what waits in each for the one who asks. */
export const paperChannelList = z.object({
  channels: z.array(
    paperChannel.extend({
      /** Sheets that somebody else has keyed in once. */
      toKey: z.number().int(),
      /** Sheets on which two others do not agree. */
      toSettle: z.number().int(),
    }),
  ),
});
export type PaperChannel = z.infer<typeof paperChannelList>['channels'][number];

/** Sheets that are not agreed yet, oldest first, and how many are. */
export const paperBoard = z.object({
  channel: paperChannel,
  sheets: z.array(paperSheet),
  agreed: z.number().int(),
});
export type PaperBoard = z.infer<typeof paperBoard>;

const onSheet = surveySubmission.pick({ unit: true, answers: true });
export const sheetParam = z.object({ sheet: sheetNumber });
export const newSheetEntry = onSheet.extend({ sheet: sheetNumber });
export type NewSheetEntry = z.infer<typeof newSheetEntry>;
/** What stands after a third look. */
export const sheetSettlement = onSheet;
export const keyedSheet = z.object({ sheet: z.string(), state: sheetState });

const keyedAnswers = z.object({
  unit: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
/** Both entries of a sheet on which two do not agree, for somebody who keyed neither. */
export const differingSheet = z.object({ sheet: line, entries: z.tuple([keyedAnswers, keyedAnswers]) });
export type DifferingSheet = z.infer<typeof differingSheet>;
