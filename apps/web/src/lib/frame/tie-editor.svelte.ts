import { onMount } from 'svelte';
import { beforeNavigate, goto } from '$app/navigation';

/** An editor that saves by itself. */
export interface SavingEditor {
  /** True while something has not been saved. */
  readonly unsaved: boolean;
  flush(): Promise<unknown>;
  stop(): void;
}

/** Goes to sign in and comes back here; what is unsaved waits in the browser's session. */
export function signInAndReturn(): void {
  const next = location.pathname + location.search;
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
}

/**
 * Ties an editor to its page: leaving the page saves, and a connection that returns is used at once. Call while a
 * component is set up.
 * @param restore brings back what an earlier visit could not save
 * @param lost true where the page would be closed over something that could not be sent
 */
export function tieEditor(
  editor: SavingEditor,
  { restore, lost }: { restore: () => void; lost: () => boolean },
): void {
  onMount(() => {
    restore();
    const flush = () => void editor.flush();
    const flushHidden = () => document.visibilityState === 'hidden' && flush();
    addEventListener('online', flush);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushHidden);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushHidden);
      void editor.flush();
      editor.stop();
    };
  });

  let leaving = false;
  beforeNavigate((navigation) => {
    if (!editor.unsaved || leaving || navigation.shallow) return;
    if (navigation.willUnload) {
      // Only what could not be sent is worth a question; the rest is sent as the page closes.
      if (lost()) navigation.cancel();
      return;
    }
    const to = navigation.to?.url;
    if (to === undefined) return;
    // The next page must load what was typed here, not what stood before it.
    navigation.cancel();
    leaving = true;
    void editor.flush().then(() => goto(to));
  });
}
