import { formatDecimal } from '@gongping/scoring';

/** `812 KB`, `3.4 MB`; bytes, in steps of 1024. */
export function formatFileSize(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1) return `${bytes} B`;
  return kilobytes < 1024 ? `${formatDecimal(kilobytes, 0)} KB` : `${formatDecimal(kilobytes / 1024, 1)} MB`;
}
