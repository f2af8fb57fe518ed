import type { Kept, Sending } from './kept.ts';
import { retryDelay, send, type Outcome } from './send.ts';

/** Tells when the line may be back before the time is up; the returned function stops listening. */
type Hear = (back: () => void) => () => void;

/**
 * Sends what is kept until it has arrived or was refused; however often, it counts once. It stays on the device until
 * then, so that the next page, or the next day's, goes on.
 */
export async function deliver(
  sending: Sending,
  { kept, slug, onLost, hear = lineIsBack }: { kept: Kept; slug: string; onLost(): void; hear?: Hear },
): Promise<Exclude<Outcome, { kind: 'lost' }>> {
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await send(sending, slug);
    if (outcome.kind !== 'lost') {
      kept.dropSending(sending.key);
      return outcome;
    }
    onLost();
    await patience(retryDelay(attempts), hear);
  }
}

function patience(milliseconds: number, hear: Hear): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const stop = hear(done);
  });
}

/** The browser says so, or somebody looks at the page again. */
const lineIsBack: Hear = (back) => {
  const seen = () => document.visibilityState === 'visible' && back();
  window.addEventListener('online', back);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', back);
    document.removeEventListener('visibilitychange', seen);
  };
};
