import { assessment, type Assessment } from '@gongping/contracts';
import { z } from 'zod';

const staleProblem = z.object({ current: assessment });

/** The newer state in the body of a refused stale write; null where it carries none. */
export function staleAssessment(text: string): Assessment | null {
  try {
    return staleProblem.parse(JSON.parse(text)).current;
  } catch {
    return null;
  }
}
