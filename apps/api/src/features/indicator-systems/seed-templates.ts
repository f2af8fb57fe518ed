import type { Notice } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { indicatorSystem2020, leadTasks2020, units2020, type TemplateIndicator } from '@gongping/templates';
import { newId } from '../../http/new-id.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { addTemplateUnits } from '../units/unit.service.ts';
import type { IndicatorRow } from './indicator-system.repository.ts';
import * as repository from './indicator-system.repository.ts';

/** Fills a database that has no indicator system yet with the units and the frozen system of the 2020 notice. */
export async function seedTemplates(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await repository.lockTemplates(tx);
    if ((await repository.listSystems(tx)).length > 0) return;
    await addTemplateUnits(tx, now, units2020);
    const { code, title, indicators } = indicatorSystem2020;
    const systemId = newId(now);
    const leadTasks = leadTasks2020.map(({ task, ...rest }) => ({ ...rest, text: task }));
    const frozen = { notice: templateNotice(), leadTasks, frozenAt: now, createdAt: now };
    await repository.insertSystem(
      tx,
      { id: systemId, code, version: 1, title, revision: 1, ...frozen },
      indicators.map((indicator, position) => indicatorRow(indicator, { systemId, position, now })),
    );
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor: null,
      action: 'indicator-system.create',
      subject: `indicator-system ${code}`,
      after: { code, version: 1, units: units2020.length, indicators: indicators.length },
      reason: '',
      requestId: '',
    });
  });
}

function templateNotice(): Notice {
  const { documentNumber, title, issuer, date, preamble, clauses } = indicatorSystem2020.notice;
  return {
    documentNumber,
    title,
    issuer,
    date,
    preamble,
    clauses: clauses.map(({ number, section, title: heading, text, leads }) => ({
      number,
      section,
      title: heading,
      text,
      leads,
    })),
  };
}

function indicatorRow(
  node: TemplateIndicator,
  place: { systemId: string; position: number; now: Date },
): IndicatorRow {
  const numeric = (marks: number | null) => (marks === null ? null : String(marks));
  return {
    id: newId(place.now),
    systemId: place.systemId,
    code: node.code,
    parentCode: node.parent,
    position: place.position,
    level: node.level,
    name: node.name,
    role: node.role,
    unitKinds: [...node.unitKinds],
    countyMarks: numeric(node.marks.county),
    departmentMarks: numeric(node.marks.department),
    rule: node.rule,
    ruleText: node.ruleText,
    evidenceWanted: node.evidenceWanted,
    naCondition: node.naCondition,
    clauses: [...node.clauses],
    quote: node.quote,
    legalBasis: node.legalBasis,
    judge: node.judge ?? null,
  };
}
