import { newInvitation, type Invitee } from '@gongping/contracts';
import { readTables, TableProblems } from '@gongping/tables';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { givenTable } from '../../tables/given-table.ts';
import { RowCells } from '../../tables/row-cells.ts';
import { issueSentences } from './issue-sentences.ts';
import { peopleShape } from './people-shape.ts';

/** A unit by any of its names. */
export interface NamedUnit {
  readonly code: string;
  readonly names: readonly string[];
}

const invitee = newInvitation.shape.people.element;

/**
 * Reads a list of people from a workbook or CSV file.
 * @throws TablesError with every problem, by row and column
 */
export async function readPeople(path: string, units: readonly NamedUnit[]): Promise<Invitee[]> {
  const table = givenTable(await readTables(path, [peopleShape]), peopleShape);
  const codes = new Map(units.flatMap(({ code, names }) => [code, ...names].map((name) => [name, code])));
  const problems = new TableProblems();
  const seen = new Map<string, number>();
  const people = table.rows.map((row): Invitee => {
    const cells = new RowCells(table, row, problems);
    const email = cells.text('email').trim();
    if (email !== '' && !invitee.shape.email.safeParse(email).success)
      cells.problem('email', issueSentences.email(email));
    const holder = cells.requiredText('holder').trim();
    if (!invitee.shape.holder.safeParse(holder).success) cells.problem('holder', issueSentences.holder);
    const named = cells.text('unit').trim();
    const unit = codes.get(named) ?? null;
    if (named !== '' && unit === null) cells.problem('unit', issueSentences.unit(named));
    const key = JSON.stringify([holder, email, unit]);
    const earlier = seen.get(key);
    if (holder !== '' && earlier !== undefined)
      cells.problem('holder', cellSentences.repeated(holder, earlier));
    else seen.set(key, row.row);
    return { holder, email: email === '' ? null : email, unit };
  });
  problems.throwIfAny();
  return people;
}
