import { z } from 'zod';

/** What a client makes up for one answer, so that it may send it again. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);
