import { computeScenarios, openDraws, summariseRanks } from '@gongping/scoring';
import type { Draws, Model } from '@gongping/scoring';
import type { Answer, Order } from './messages.ts';

/** The body of a worker: takes orders one after the other and answers each. */
export const obey = (answer: (answer: Answer, transfer: ArrayBuffer[]) => void): ((order: Order) => void) => {
  let opened: { readonly model: Model; readonly draws: Draws } | null = null;
  const follow = (order: Order): void => {
    if (order.type === 'open') {
      opened = { model: order.model, draws: openDraws(order.model, order.options) };
      answer({ type: 'open' }, []);
      return;
    }
    if (opened === null) throw new Error('the worker was not opened');
    const { model, draws } = opened;
    if (order.type === 'draw') {
      const ranks = draws.run(order.from, order.draws);
      answer({ type: 'draw', ranks }, [ranks.ranks.buffer]);
    } else if (order.type === 'summarise') {
      answer({ type: 'summarise', groups: summariseRanks(model, order.ranks) }, []);
    } else {
      answer({ type: 'scenarios', scenarios: computeScenarios(model) }, []);
    }
  };
  return (order) => {
    try {
      follow(order);
    } catch (error) {
      answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
};
