import type { Answer, Order, OrderType, Port } from './messages.ts';

/** Gives an order to a worker; orders wait for one another. */
export type Ask = <T extends OrderType>(
  order: Extract<Order, { type: T }>,
  transfer?: ArrayBuffer[],
) => Promise<Extract<Answer, { type: T }>>;

/** A worker that answers in promises. */
export interface Conversation {
  readonly ask: Ask;
  /** True once the worker ended or broke: it will never answer again. */
  isLost(): boolean;
}

/** Turns the messages of a worker into promises, one order at a time. */
export const converse = (port: Port): Conversation => {
  let pending: ((answer: Answer | Error) => void) | null = null;
  let lost: Error | null = null;
  port.listen((answer) => {
    if (answer instanceof Error) lost ??= answer;
    pending?.(answer);
  });
  const send = (order: Order, transfer: ArrayBuffer[]): Promise<Answer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    if (lost !== null) reject(lost);
    pending = (answer) => {
      pending = null;
      if (answer instanceof Error) reject(answer);
      else if (answer.type === 'failed') reject(new Error(answer.message));
      else resolve(answer);
    };
    if (lost === null) port.post(order, transfer);
    return promise;
  };
  let last: Promise<unknown> = Promise.resolve();
  const ask = async <T extends OrderType>(
    order: Extract<Order, { type: T }>,
    transfer: ArrayBuffer[] = [],
  ): Promise<Extract<Answer, { type: T }>> => {
    const answered = last.then(() => send(order, transfer));
    last = answered.catch(() => undefined);
    // A worker answers an order with its own type, or fails.
    return (await answered) as Extract<Answer, { type: T }>;
  };
  return { ask, isLost: () => lost !== null };
};
