import type { VerifyAnswer, VerifyMessage, VerifyOrder } from './messages.ts';

/** The next message of a worker. */
function hear(worker: Worker): Promise<VerifyMessage> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<VerifyMessage>) => resolve(data), {
      once: true,
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
  });
}

/**
 * Downloads a package and verifies it on this device, in a thread of the browser. The program is there before the package:
 * once that has arrived no network is needed.
 *
 * @param told is called when the package has arrived
 * @throws where it did not arrive, or the browser starts no worker
 */
export async function verifyHere(
  path: string,
  hashes: Omit<VerifyOrder, 'bytes'>,
  told: () => void,
): Promise<VerifyAnswer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  try {
    await hear(worker);
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    const bytes = await response.arrayBuffer();
    told();
    const answered = hear(worker);
    const order: VerifyOrder = { bytes, ...hashes };
    worker.postMessage(order, [bytes]);
    const message = await answered;
    return message === 'ready' ? null : message;
  } finally {
    worker.terminate();
  }
}
