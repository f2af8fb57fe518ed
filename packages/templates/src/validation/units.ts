import type { LeadTask, Notice, Problem, TemplateUnit } from '../types.ts';
import { unknownClauses } from './notice.ts';
import { duplicates, emptyLabels, problem } from './problems.ts';

interface UnitsAndTasks {
  readonly units: readonly TemplateUnit[];
  readonly leadTasks: readonly LeadTask[];
  readonly notice: Notice;
}

/**
 * Units have distinct codes, names and a legal nature; every lead task belongs to a unit that the clause's
 * bracketed line names, and a unit's clauses are those of its tasks.
 */
export function validateUnits(template: UnitsAndTasks): readonly Problem[] {
  const { leadTasks, units } = template;
  const divisions = units.map(({ gb2260 }) => gb2260).filter((code) => code !== null);
  return [
    ...duplicates(units.map(({ code }) => code)),
    ...duplicates(divisions),
    ...duplicates(leadTasks.map(({ clause, unitCode }) => `${clause}/${unitCode}`)),
    ...units.flatMap((unit) => unitProblems(unit, template)),
    ...leadTasks.flatMap((task) => taskProblems(task, template)),
  ];
}

function unitProblems(unit: TemplateUnit, { leadTasks, notice }: UnitsAndTasks): readonly Problem[] {
  const { category, clauses, code, gb2260, kind, name } = unit;
  const tasks = leadTasks.filter(({ unitCode }) => unitCode === code).map(({ clause }) => clause);
  const wrong = (holds: boolean, message: string) => (holds ? [] : [problem('unit.wrong', code, message)]);
  return [
    ...emptyLabels(code, [name]),
    ...wrong(category.trim() !== '', 'The legal nature is missing.'),
    ...wrong(gb2260 === null || /^\d{6}$/u.test(gb2260), 'A division code has six digits.'),
    ...wrong(gb2260 === null || kind === 'county', 'Only a county-level division has a division code.'),
    ...unknownClauses(clauses, notice).map((number) =>
      problem('clause.unknown', code, `The notice has no clause ${number}.`),
    ),
    ...wrong(
      [...clauses].sort((a, b) => a - b).join() === tasks.sort((a, b) => a - b).join(),
      'The clauses that name the unit and its lead tasks disagree.',
    ),
  ];
}

function taskProblems(task: LeadTask, { notice, units }: UnitsAndTasks): readonly Problem[] {
  const { clause, role, unitCode } = task;
  const where = `${clause}/${unitCode}`;
  const unit = units.find(({ code }) => code === unitCode);
  const leads = notice.clauses.find(({ number }) => number === clause)?.leads ?? null;
  const labels = emptyLabels(where, [task.task]);
  if (unit === undefined) return [...labels, problem('task.wrong', where, `There is no unit ${unitCode}.`)];
  if (leads === null || !leads.includes(unit.name.zh)) {
    return [...labels, problem('task.wrong', where, `Clause ${clause} does not name ${unit.name.zh}.`)];
  }
  if (leads.includes('牵头') !== (role === 'lead')) {
    return [...labels, problem('task.wrong', where, `Clause ${clause} does not give the role ${role}.`)];
  }
  return labels;
}
