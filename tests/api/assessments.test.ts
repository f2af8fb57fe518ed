import { expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound } from '../support/round.ts';

const bench = useBench();

it('sets a round up', async () => {
  const round = await createRound(bench);
  expect(round.assessment.phase).toBe('scoring');
});
