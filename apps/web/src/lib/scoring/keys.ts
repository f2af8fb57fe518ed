export type ScoringKey =
  | { readonly action: 'next' | 'previous' | 'next-unscored' | 'evidence' | 'help' | 'undo' | 'redo' }
  | { readonly action: 'choose'; readonly position: number };

const textTypes = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);

/** What a key press means on a scoring page; null where it belongs to somebody's text or to the browser. */
export function scoringKey(event: KeyboardEvent): ScoringKey | null {
  if (event.isComposing || event.defaultPrevented) return null;
  const writing = isWriting(event.target);
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    // With Alt the arrows move on from within a text field, too.
    if (event.key === 'ArrowDown') return { action: 'next' };
    return event.key === 'ArrowUp' ? { action: 'previous' } : null;
  }
  if (writing || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return controlKey(event);
  return plainKey(event.key);
}

function controlKey({ key, shiftKey }: KeyboardEvent): ScoringKey | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { action: shiftKey ? 'redo' : 'undo' };
  return letter === 'y' ? { action: 'redo' } : null;
}

function plainKey(key: string): ScoringKey | null {
  if (/^[1-9]$/.test(key)) return { action: 'choose', position: Number(key) };
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return { action: 'next' };
    case 'ArrowUp':
    case 'k':
      return { action: 'previous' };
    case 'n':
      return { action: 'next-unscored' };
    case 'e':
      return { action: 'evidence' };
    case '?':
      return { action: 'help' };
    default:
      return null;
  }
}

/** Whether the element takes text, or stands in a window of its own. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  if (target instanceof HTMLInputElement) return !textTypes.has(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}
