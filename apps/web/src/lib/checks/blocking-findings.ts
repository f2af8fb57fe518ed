import { findingPath, problem, type BlockingFinding, type CheckReport } from '@gongping/contracts';

const refusal = problem.pick({ findings: true });

/** What keeps the results from being published, by the body of the refusal; empty where it says nothing of it. */
export function findingsOfRefusal(body: string): BlockingFinding[] {
  try {
    return refusal.parse(JSON.parse(body)).findings ?? [];
  } catch {
    return [];
  }
}

/** The first findings of a report, across its checks. */
export function firstFindings(slug: string, { checks }: CheckReport, most: number): BlockingFinding[] {
  return checks
    .flatMap(({ findings }) => findings)
    .slice(0, most)
    .map((finding) => ({ ...finding, path: findingPath(slug, finding) }));
}
