import type { Model, RankMatrix, RobustnessOptions, RobustnessResults } from '@gongping/scoring';

/** What a worker is asked to do. */
export type Order =
  | { readonly type: 'open'; readonly model: Model; readonly options: RobustnessOptions }
  | { readonly type: 'draw'; readonly from: number; readonly draws: number }
  | { readonly type: 'summarise'; readonly ranks: RankMatrix }
  | { readonly type: 'scenarios' };

export type OrderType = Order['type'];

/** What it answers: one answer an order, of the order's type unless it failed. */
export type Answer =
  | { readonly type: 'open' }
  | { readonly type: 'draw'; readonly ranks: RankMatrix }
  | { readonly type: 'summarise'; readonly groups: RobustnessResults['groups'] }
  | { readonly type: 'scenarios'; readonly scenarios: RobustnessResults['scenarios'] }
  | { readonly type: 'failed'; readonly message: string };

/** A worker as the pool sees it, whatever the platform. */
export interface Port {
  /** @param transfer memory that moves to the worker instead of being copied */
  post(order: Order, transfer: ArrayBuffer[]): void;
  /** Called for every answer, and with an Error when the worker is lost. */
  listen(answered: (answer: Answer | Error) => void): void;
  close(): void;
}
