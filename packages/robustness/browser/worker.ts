import type { Order } from '../src/messages.ts';
import { obey } from '../src/obey.ts';

const follow = obey((answer, transfer) => self.postMessage(answer, { transfer }));
self.addEventListener('message', ({ data }: MessageEvent<Order>) => follow(data));
