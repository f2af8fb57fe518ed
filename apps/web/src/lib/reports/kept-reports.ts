import type { ReportState } from './report-state.ts';

/** What was typed and not yet saved, with the revision it was based on. */
export interface KeptReport {
  readonly state: ReportState;
  readonly revision: number;
}

/** Keeps an unsaved report through a reload, a crash or a new sign-in. */
export interface KeptReports {
  read(): KeptReport | null;
  keep(kept: KeptReport): void;
  forget(): void;
}

/**
 * In the browser's session storage.
 * @param scope keeps people and reports apart: one device may be used by several people
 */
export function keptReportsIn(storage: Storage, scope: string): KeptReports {
  const place = `gongping.report/${scope}`;
  return {
    read() {
      try {
        const value: unknown = JSON.parse(storage.getItem(place) ?? 'null');
        return isKept(value) ? value : null;
      } catch {
        return null;
      }
    },
    keep(kept) {
      try {
        storage.setItem(place, JSON.stringify(kept));
      } catch {
        // Full or forbidden: the text is still on the page and still being saved.
      }
    },
    forget: () => storage.removeItem(place),
  };
}

function isKept(value: unknown): value is KeptReport {
  if (typeof value !== 'object' || value === null || !('state' in value) || !('revision' in value))
    return false;
  const { state, revision } = value;
  return typeof revision === 'number' && typeof state === 'object' && state !== null && 'tables' in state;
}
