import { assessment, type Assessment } from '@gongping/contracts';

/** The newer state in the body of a refused stale write; null where it carries none. */
export function staleAssessment(text: string): Assessment | null {
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem !== 'object' || problem === null || !('current' in problem)) return null;
    return assessment.parse(problem.current);
  } catch {
    return null;
  }
}
