import { checkCode, type checkQuery, type CheckReport, type Finding } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { listLinkChecks } from './link-check.repository.ts';
import { linksOf } from './links-of.ts';
import { liveFindings } from './round-findings.ts';

type Wanted = z.infer<typeof checkQuery>;

/** The findings of a round for its organiser, check by check. @throws ProblemError `not-found`, `forbidden` */
export async function listFindings(
  { db, memory }: Dependencies,
  actor: Actor,
  { slug, ...wanted }: Wanted & { slug: string },
): Promise<CheckReport> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const { facts, findings } = await liveFindings({ db, memory }, assessment);
  const links = linksOf(facts);
  const checks = await listLinkChecks(db, assessment.id);
  const looked = checks.filter(({ url }) => links.has(url));
  const last = Math.max(...looked.map(({ checkedAt }) => checkedAt.getTime()));
  return {
    counts: countFindings(findings),
    checks: groupFindings(findings, wanted),
    links: {
      total: links.size,
      checked: looked.length,
      checkedAt: looked.length === 0 ? null : new Date(last).toISOString(),
    },
  };
}

function countFindings(findings: readonly Finding[]): CheckReport['counts'] {
  const open = findings.filter(({ accepted }) => accepted === null);
  const severe = open.filter(({ severity }) => severity === 'severe').length;
  return { severe, warning: open.length - severe, accepted: findings.length - open.length };
}

/** Only checks that have found something. */
export function groupFindings(findings: readonly Finding[], wanted: Wanted): CheckReport['checks'] {
  const groups = Map.groupBy(findings, ({ check }) => check);
  return checkCode.options.flatMap((check) => {
    const all = groups.get(check);
    if (!all || (wanted.check !== undefined && wanted.check !== check)) return [];
    const { severe, warning, accepted } = countFindings(all);
    const matching = all.filter((finding) => matches(finding, wanted));
    return [
      {
        check,
        open: severe + warning,
        severe,
        accepted,
        found: matching.length,
        findings: matching.slice(wanted.offset, wanted.offset + wanted.limit),
      },
    ];
  });
}

function matches(finding: Finding, { severity, state, unit }: Wanted): boolean {
  return (
    (severity === undefined || finding.severity === severity) &&
    (state === 'all' || (finding.accepted === null) === (state === 'open')) &&
    (unit === undefined || finding.unit?.code === unit)
  );
}
