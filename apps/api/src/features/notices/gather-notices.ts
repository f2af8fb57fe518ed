import { isOpen, type Language } from '@gongping/contracts';
import type { NoticeDocument } from '@gongping/documents';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame, type AssessmentRow } from '../assessments/assessment-frame.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { openUnitProblems, type WantedUnit } from '../appeals/problem-access.ts';
import { problemItems } from '../appeals/problem-items.ts';
import { leavesOf } from '../score-sheets/sheet-frame.ts';
import { cellsOf } from '../score-sheets/sheets.access.ts';
import { toUnit, type UnitRow } from '../units/unit.service.ts';
import { noticeDocument } from './notice-document.ts';

/** A notice and the name of its file, without the ending. */
export interface NamedNotice {
  readonly name: string;
  readonly notice: NoticeDocument;
}

/** As the unit reads it, whoever asks: no names, and nothing of totals. */
const view = { isUnit: true, totals: false, language: 'zh' } as const;

/**
 * The notice of one unit, for the organiser and for the unit itself, from the feedback on.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`
 */
export async function gatherNotice(
  { db, clock }: Dependencies,
  actor: Actor,
  wanted: WantedUnit,
): Promise<NamedNotice> {
  await visibleAssessment(db, actor, { slug: wanted.slug, roles: ['organiser', 'liaison'] });
  const { assessment, unit, own } = await openUnitProblems(db, actor, wanted);
  const items = await problemItems(db, assessment, { cells: own, unitId: unit.id, view });
  return named(assessment, { unit, items: items.get(unit.id) ?? [], now: clock() });
}

/**
 * The notices of all units of a round, by code. The number of queries does not depend on the number of units.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase` before the feedback
 */
export async function gatherNotices(
  { db, clock }: Dependencies,
  actor: Actor,
  wanted: { slug: string; language: Language },
): Promise<{ title: string; notices: NamedNotice[] }> {
  const assessment = await visibleAssessment(db, actor, { slug: wanted.slug, roles: ['organiser'] });
  if (!isOpen('problems.read', assessment.phase))
    throw wrongPhase(assessment.phase, 'problemsLater', wanted.language);
  const frame = await assessmentFrame(db, assessment);
  const leaves = leavesOf(frame);
  const cells = frame.units.flatMap((unit) => cellsOf(leaves, unit));
  const items = await problemItems(db, assessment, { cells, unitId: null, view });
  const now = clock();
  return {
    title: `${assessment.slug}-扣分通知单`,
    notices: frame.units.map((unit) => named(assessment, { unit, items: items.get(unit.id) ?? [], now })),
  };
}

function named(
  assessment: AssessmentRow,
  { unit, items, now }: { unit: UnitRow; items: Parameters<typeof noticeDocument>[0]['items']; now: Date },
): NamedNotice {
  const { slug, year, title, demonstration } = assessment;
  const day = dayInShanghai(now);
  const round = { year, title, demonstration };
  return {
    name: `${slug}-扣分通知单-${unit.code}-${unit.nameZh}`,
    notice: noticeDocument({ round, unit: toUnit(unit), items, day }),
  };
}
