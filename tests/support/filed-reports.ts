import { rowsOf, type AnnualReport, type FormName, type TableName } from '@gongping/annual-report';
import type { ReportContent, ReportVersion, UnitReport } from '@gongping/contracts';
import { expect } from 'vitest';
import type { Person } from './app.ts';

/** A table in which nothing happened. */
const zeros = (form: FormName, table: TableName): Record<string, number[]> =>
  Object.fromEntries(rowsOf(form, table).map(({ key, columns }) => [key, columns.map(() => 0)]));

/** One natural person asked so many times, all of it was disclosed but what is carried on. */
export function quietReport(
  year: number,
  { received = 3, carriedOver = 0, carriedOn = 0 } = {},
  form: FormName = year < 2021 ? 'v2019' : 'v2021',
): ReportContent {
  const row = (count: number) => [count, 0, 0, 0, 0, 0, count];
  const handled = received + carriedOver - carriedOn;
  return {
    title: `${year}年政府信息公开工作年度报告`,
    table2: zeros(form, 'table2'),
    table3: {
      ...zeros(form, 'table3'),
      R1: row(received),
      R2: row(carriedOver),
      'R3.1': row(handled),
      'R3.7': row(handled),
      R4: row(carriedOn),
    },
    table4: zeros(form, 'table4'),
    text: {
      1: `${year}年，本机关共收到政府信息公开申请${received}件。`,
      2: '',
      3: '',
      4: '',
      5: `${year}年存在的主要问题是公开不够及时，已由办公室负责在6月底前整改到位。`,
      6: '没有其他需要报告的事项。',
    },
  };
}

/** 3 requests handled of 4 said, 2 of the totals wrong by one. */
export function faultyReport(): ReportContent {
  const content = quietReport(2019);
  const table3 = { ...content.table3, R4: [1, 0, 0, 0, 0, 0, 1] };
  return { ...content, table3, text: { ...content.text, 1: '2019年，本机关新收政府信息公开申请4件。' } };
}

const address = (unit: string, year: number) => `/unit-reports/${unit}/${year}`;

export async function readReport(person: Person, unit: string, year: number): Promise<UnitReport> {
  const response = await person.call('GET', address(unit, year));
  expect(response.status).toBe(200);
  return (await response.json()) as UnitReport;
}

/** Writes a report and hands it in. @returns the version as it was filed */
export async function fileReport(
  person: Person,
  of: {
    unit: string;
    year: number;
    content: ReportContent;
    url?: string;
    publishedOn?: string;
    reason?: string;
  },
): Promise<ReportVersion> {
  const path = address(of.unit, of.year);
  const { draft } = await readReport(person, of.unit, of.year);
  const written = await person.call('PUT', `${path}/draft`, {
    expectedRevision: draft?.revision ?? 0,
    content: of.content,
    url: of.url ?? null,
    publishedOn: of.publishedOn ?? null,
  });
  expect(written.status, await written.clone().text()).toBe(200);
  const { draft: now } = (await written.json()) as UnitReport;
  const body = { expectedRevision: now?.revision ?? 0, reason: of.reason ?? '' };
  const filed = await person.call('POST', `${path}/versions`, body);
  expect(filed.status, await filed.clone().text()).toBe(200);
  return (await filed.json()) as ReportVersion;
}

/** Sends a file to be read. */
export function uploadReport(
  person: Person,
  of: { unit: string; year: number; name: string; bytes: string | Uint8Array<ArrayBuffer> },
): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([of.bytes], of.name));
  return person.call('POST', `${address(of.unit, of.year)}/reading`, form);
}

/** Sends a file, takes over what was read, and hands it in. */
export async function uploadAndFile(
  person: Person,
  of: { unit: string; year: number; name: string; bytes: string | Uint8Array<ArrayBuffer> },
): Promise<ReportVersion> {
  const sent = await uploadReport(person, of);
  expect(sent.status, await sent.clone().text()).toBe(200);
  const { draft, reading } = (await sent.json()) as UnitReport;
  const path = address(of.unit, of.year);
  const adoption = { expectedRevision: draft?.revision ?? 0, sha256: reading?.sha256 };
  const taken = await person.call('POST', `${path}/reading/adoption`, adoption);
  expect(taken.status, await taken.clone().text()).toBe(200);
  const { draft: now } = (await taken.json()) as UnitReport;
  const body = { expectedRevision: now?.revision ?? 0, reason: '更正' };
  const filed = await person.call('POST', `${path}/versions`, body);
  expect(filed.status, await filed.clone().text()).toBe(200);
  return (await filed.json()) as ReportVersion;
}

/** What of a report is sent in a file of JSON. */
export const asJson = (report: AnnualReport | (ReportContent & { year: number })): string =>
  JSON.stringify(report);
