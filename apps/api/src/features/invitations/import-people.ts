import type { inviteeList, Language } from '@gongping/contracts';
import { TablesError } from '@gongping/tables';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { tablesRefusal } from '../../tables/tables-refusal.ts';
import { createUploadReader, type UploadReader } from '../../tables/upload-reader.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { surveyUnits } from '../surveys/survey.service.ts';
import { pastedList } from './pasted-list.ts';
import { peopleShape } from './people-shape.ts';
import type { NamedUnit } from './read-people.ts';

type People = z.infer<typeof inviteeList>['people'];
export type PeopleReader = UploadReader<readonly NamedUnit[], People>;

export function createPeopleReader(): PeopleReader {
  return createUploadReader(new URL('./people-worker.ts', import.meta.url));
}

export type GivenList = { readonly file: File } | { readonly text: string };

/**
 * Reads a list of people to invite; nothing is stored. All of it is right, or nothing is answered.
 * @throws ProblemError `not-found`, `forbidden`, `too-many-attempts`, `tables-invalid` with every problem
 */
export async function importPeople(
  { db, people }: Pick<Dependencies, 'db'> & { people: PeopleReader },
  actor: Actor,
  args: { slug: string; given: GivenList; language: Language },
): Promise<z.infer<typeof inviteeList>> {
  const { slug, given, language } = args;
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const units = (await surveyUnits(db, assessment.id)).map(({ code, nameZh, nameEn }) => ({
    code,
    names: [nameZh, nameEn],
  }));
  try {
    if ('text' in given) return { people: await readPasted(people, given.text, { units, language }) };
    const bytes = new Uint8Array(await given.file.arrayBuffer());
    return { people: await people.read({ name: given.file.name, bytes }, units) };
  } catch (error) {
    throw tablesRefusal(error, language);
  }
}

/**
 * Rows are told as they were pasted: a header that was put before them does not count, nor is there a sheet. Columns without
 * a header of their own are called what the page calls them.
 */
async function readPasted(
  reader: PeopleReader,
  text: string,
  { units, language }: { units: readonly NamedUnit[]; language: Language },
): Promise<People> {
  const { csv, headed } = pastedList(text);
  try {
    return await reader.read({ name: 'list.csv', bytes: new TextEncoder().encode(csv) }, units);
  } catch (error) {
    if (!(error instanceof TablesError)) throw error;
    const shift = headed ? 0 : 1;
    const problems = error.problems.map((problem) => ({
      ...problem,
      sheet: null,
      column: headed ? problem.column : columnWord(problem.column, language),
      row: problem.row === null ? null : problem.row - shift,
    }));
    throw new TablesError(problems, error.count);
  }
}

function columnWord(name: string | null, language: Language): string | null {
  const column = peopleShape.columns.find((one) => one.name === name);
  return language === 'zh' ? (column?.label ?? name) : name;
}
