import type { Database } from '@gongping/db';
import type { Table } from '@gongping/tables';
import { refusal } from '../../tables/run-import.ts';
import type { Medium } from '../../tables/words.ts';
import { findVersion, listIndicators, listSystems } from './indicator-system.repository.ts';
import { contentOf } from './system-content.ts';
import { systemTables } from './system-tables.ts';

const sentences = {
  name: (name: string) => ({
    zh: `“${name}”应为体系代码，或代码加版本号，例如 zhuzhou-2020@1。`,
    en: `“${name}” must be the code of a system, or code and version, for example zhuzhou-2020@1.`,
  }),
  unknown: (name: string, known: string) => ({
    zh: `没有指标体系“${name}”；现有：${known}。`,
    en: `There is no indicator system “${name}”; there are: ${known}.`,
  }),
};

/**
 * A version of an indicator system as tables.
 *
 * @param name `code`, for its newest version, or `code@version`
 * @throws TablesError where there is no such version
 */
export async function exportSystem(db: Database, name: string, medium: Medium): Promise<Table[]> {
  const [, code, version] = /^([^@]+)(?:@(\d{1,9}))?$/.exec(name) ?? [];
  if (code === undefined) throw refusal(sentences.name(name));
  const system = await findVersion(db, code, version === undefined ? null : Number(version));
  if (system === undefined) {
    const known = (await listSystems(db)).map((each) => `${each.code}@${each.version}`);
    throw refusal(sentences.unknown(name, known.join('、')));
  }
  return systemTables(system.code, contentOf(system, await listIndicators(db, system.id)), medium);
}
