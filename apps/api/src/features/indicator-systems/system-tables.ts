import type { LocalText, Rule } from '@gongping/scoring';
import type { Table } from '@gongping/tables';
import { writeList } from '../../tables/list-cell.ts';
import type { Medium } from '../../tables/words.ts';
import { kindWords } from '../units/unit-table.ts';
import { ruleItems } from './rule-items.ts';
import type { NodeContent, SystemContent } from './system-content.ts';
import {
  clauseShape,
  denominatorWords,
  indicatorShape,
  judgeWords,
  leadTaskShape,
  leadWords,
  methodWords,
  partWords,
  perWords,
  roleWords,
  ruleItemShape,
  systemShape,
} from './system-shapes.ts';

/** A version of an indicator system as the tables that people edit. */
export function systemTables(code: string, content: SystemContent, medium: Medium): Table[] {
  const { title, notice, leadTasks, nodes } = content;
  const { documentNumber, issuer, date, preamble } = notice;
  return [
    {
      shape: systemShape,
      rows: [[code, title.zh, title.en, documentNumber, notice.title, issuer, date, preamble]],
    },
    { shape: indicatorShape, rows: nodes.map((node) => indicatorCells(node, medium)) },
    {
      shape: ruleItemShape,
      rows: nodes.flatMap((node) =>
        ruleItems(node.rule).map(({ part, code: item, label, value, maximum, per, every, days }) => [
          node.code,
          partWords.write(part, medium),
          item,
          label.zh,
          label.en,
          String(value),
          maximum === null ? '' : String(maximum),
          per === null ? '' : perWords.write(per, medium),
          every === null ? '' : String(every),
          days === null ? '' : String(days),
        ]),
      ),
    },
    {
      shape: clauseShape,
      rows: notice.clauses.map(({ number, section, title: heading, text, leads }) => [
        String(number),
        section,
        heading,
        text,
        leads ?? '',
      ]),
    },
    {
      shape: leadTaskShape,
      rows: leadTasks.map(({ clause, role, unitCode, text }) => [
        String(clause),
        leadWords.write(role, medium),
        unitCode,
        text.zh,
        text.en,
      ]),
    },
  ];
}

function indicatorCells(node: NodeContent, medium: Medium): string[] {
  return [
    node.code,
    node.parentCode ?? '',
    String(node.level),
    node.name.zh,
    node.name.en,
    roleWords.write(node.role, medium),
    writeList(node.unitKinds.map((kind) => kindWords.write(kind, medium))),
    node.countyMarks ?? '',
    node.departmentMarks ?? '',
    ...ruleCells(node.rule, medium),
    node.ruleText,
    node.evidenceWanted,
    node.naCondition ?? '',
    writeList(node.clauses),
    node.quote,
    node.legalBasis ?? '',
    node.judge === null ? '' : judgeWords.write(node.judge, medium),
  ];
}

const nothing: LocalText = { zh: '', en: '' };

/** The part of a rule that is not a list, from `method` to `zero_when_en`. */
function ruleCells(rule: Rule | null, medium: Medium): string[] {
  const ratio = rule?.method === 'ratio' ? rule : null;
  const denominatorRule = ratio?.denominatorRule ?? null;
  const { numerator, denominator } = ratio ?? { numerator: nothing, denominator: nothing };
  const zeroWhen = (rule?.method === 'checklist' ? rule.zeroWhen : null) ?? nothing;
  return [
    rule === null ? '' : methodWords.write(rule.method, medium),
    numerator.zh,
    numerator.en,
    denominator.zh,
    denominator.en,
    denominatorRule === null ? '' : denominatorWords.write(denominatorRule.kind, medium),
    denominatorRule === null || denominatorRule.kind === 'counted' ? '' : String(denominatorRule.value),
    zeroWhen.zh,
    zeroWhen.en,
  ];
}
