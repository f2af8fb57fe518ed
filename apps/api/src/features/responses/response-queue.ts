import type { NewResponse } from './response-store.repository.ts';

/** Stores answers, many with one statement where many arrive at once (group commit). */
export interface ResponseQueue {
  /**
   * Resolves when the answer is durable.
   * @returns false where its key or its proof was taken
   */
  store(response: NewResponse): Promise<boolean>;
}

type InsertMany = (rows: readonly NewResponse[]) => Promise<ReadonlySet<string>>;

interface Waiting {
  readonly response: NewResponse;
  readonly resolve: (stored: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers a statement carries at the most: what is waiting longer than that is better shared out. */
const largestBatch = 500;
/** Statements under way at once: while one waits for the disk the next one is being filled, and no more is gained. */
const flushesAtOnce = 2;

/**
 * Nothing waits for company: an answer that comes alone goes at once, and what comes while statements are under way
 * goes together with the next. If a statement is refused for its data, each of its answers is tried alone, so that one
 * that cannot be stored takes no other with it.
 */
export function queueResponses(insertMany: InsertMany): ResponseQueue {
  let waiting: Waiting[] = [];
  let underWay = 0;

  async function insert(batch: readonly Waiting[]): Promise<void> {
    try {
      const stored = await insertMany(batch.map(({ response }) => response));
      for (const { response, resolve } of batch) resolve(stored.has(response.id));
    } catch (error) {
      if (batch.length > 1 && isAboutData(error)) for (const one of batch) await insert([one]);
      else for (const { reject } of batch) reject(error);
    }
  }

  function flush(): void {
    while (underWay < flushesAtOnce && waiting.length > 0) {
      const batch = waiting.slice(0, largestBatch);
      waiting = waiting.slice(largestBatch);
      underWay += 1;
      void insert(batch).then(() => {
        underWay -= 1;
        flush();
      });
    }
  }

  return {
    store: (response) =>
      new Promise((resolve, reject) => {
        waiting.push({ response, resolve, reject });
        flush();
      }),
  };
}

/** Classes 22 and 23 of SQLSTATE: values or references; anything else would be the same for each answer. */
function isAboutData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^2[23]/.test(code);
}
