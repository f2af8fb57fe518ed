/** What a process apart says. */
export type Reply<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** In a process apart: takes the order, answers, ends. */
export function answerApart<Order, Answer>(work: (order: Order) => Answer | Promise<Answer>): void {
  const reply = async (order: Order): Promise<Reply<Answer>> => {
    try {
      return { answer: await work(order) };
    } catch (error) {
      return { error };
    }
  };
  process.once('message', ({ order }: { order: Order }) => {
    void reply(order).then((said) => process.send?.(said, () => process.disconnect()));
  });
}
