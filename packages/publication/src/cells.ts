import { decimalCell } from '@gongping/bundle';

/** The shortest number that reads back as the same double; empty where there is none. */
export const numberCell = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : decimalCell(value);

export const yesOrNo = (value: boolean): string => (value ? 'true' : 'false');
