import type { LocalText } from '@gongping/scoring';

/** A figure of a publication, or a phrase of figures, as it stands in a report. */
export interface SnapshotFigure {
  /** Names it in texts: `group county average`. */
  readonly key: string;
  readonly label: LocalText;
  /** As it is printed. */
  readonly value: string;
}

/** Says whether a publication has a figure. */
export type Has = (key: string) => boolean;

/** How a figure stands in a text. */
export const token = (key: string): string => `{{${key}}}`;
