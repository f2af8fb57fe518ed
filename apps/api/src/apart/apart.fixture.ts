import { answerApart } from './answer-apart.ts';

/** What the test has done in a process apart. */
export type Deed = 'add' | 'fail' | 'loop' | 'fill' | 'end' | 'environment';

answerApart(({ deed, numbers }: { deed: Deed; numbers: readonly number[] }) => {
  if (deed === 'fail') throw new RangeError('as asked');
  if (deed === 'end') process.exit(3);
  if (deed === 'environment')
    return process.env['PATH'] === undefined && process.env['DATABASE_URL'] === undefined ? 0 : 1;
  const kept: number[] = [];
  while (deed === 'loop' || deed === 'fill') if (deed === 'fill') kept.push(kept.length);
  return numbers.reduce((sum, number) => sum + number, 0);
});
