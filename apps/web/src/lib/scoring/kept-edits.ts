import type { Edit } from './judge.ts';

/** What was typed and not yet saved, with the revision it was based on. */
export interface KeptEdit {
  readonly edit: Edit;
  readonly revision: number;
}

/** Keeps unsaved entries through a reload, a crash or a new sign-in. */
export interface KeptEdits {
  read(key: string): KeptEdit | null;
  keep(key: string, kept: KeptEdit): void;
  forget(key: string): void;
}

/**
 * In the browser's session storage.
 *
 * @param scope keeps people and assessments apart: one device may be used by several people
 */
export function keptEditsIn(storage: Storage, scope: string): KeptEdits {
  const place = (key: string) => `gongping.score/${scope}/${key}`;
  return {
    read(key) {
      const text = storage.getItem(place(key));
      return text === null ? null : parse(text);
    },
    keep(key, kept) {
      try {
        storage.setItem(place(key), JSON.stringify(kept));
      } catch {
        // Full or forbidden: the entry is still on the page and still being saved.
      }
    },
    forget: (key) => storage.removeItem(place(key)),
  };
}

function parse(text: string): KeptEdit | null {
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptEdit {
  if (typeof value !== 'object' || value === null || !('edit' in value) || !('revision' in value))
    return false;
  const { edit, revision } = value;
  return typeof revision === 'number' && typeof edit === 'object' && edit !== null && 'draft' in edit;
}
