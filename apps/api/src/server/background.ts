import type { Logger } from 'pino';

/** Work that is done again and again beside the requests. */
export interface Background {
  /** Ends the loop and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Runs a task, then again after a pause, one at a time. A failure is logged by its kind alone, since messages of
 * drivers and servers may hold personal data, and the next run tries again.
 */
export function repeat(
  name: string,
  task: () => Promise<void>,
  { everyMs, logger }: { everyMs: number; logger: Logger },
): Background {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async () => {
    try {
      await task();
    } catch (error) {
      logger.error(
        { task: name, kind: error instanceof Error ? error.name : 'unknown' },
        'background task failed',
      );
    }
    if (!stopped) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => {
      running = run();
    }, everyMs);
    timer.unref();
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
