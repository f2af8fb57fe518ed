import { type Database, schema } from '@gongping/db';
import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import type { Bench, Person } from './app.ts';

/** When the evidence of these tests was captured. */
export const captured = '2020-10-12T09:30:00+08:00';

/** A file that begins as a PDF does, of `size` bytes more. */
export const pdf = (size = 0) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 'x')]);

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An office document by its main part, for example `wordprocessingml.document`. */
export function officeFile(part: string): Buffer<ArrayBuffer> {
  const type = `application/vnd.openxmlformats-officedocument.${part}.main+xml`;
  const types = `<Types><Override PartName="/x.xml" ContentType="${type}"/></Types>`;
  return Buffer.from(zipSync({ '[Content_Types].xml': strToU8(types) }));
}

export interface Upload {
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly name?: string;
  readonly type?: string;
}

export function uploadForm({ bytes = pdf(), name = '年报.pdf', type = 'application/pdf' }: Upload): FormData {
  const data = new FormData();
  data.set('file', new File([bytes], name, { type }));
  data.set('title', '年度报告');
  data.set('capturedAt', captured);
  return data;
}

/** Posts a body that is not JSON. */
export async function post(
  bench: Bench,
  person: Person,
  request: {
    path: string;
    body: FormData | ReadableStream<Uint8Array> | string;
    headers?: Record<string, string>;
  },
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await bench.app.request(`/api/v1${request.path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie: person.cookie, ...request.headers },
    body: request.body,
    duplex: 'half',
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export async function clearEvidence(db: Database): Promise<void> {
  await db.delete(schema.evidence);
  await db.delete(schema.frozenPages);
  await db.delete(schema.files);
}

export async function expectNothingStored(db: Database): Promise<void> {
  expect(await db.select().from(schema.evidence)).toEqual([]);
  expect(await db.select().from(schema.files)).toEqual([]);
  expect(await db.select().from(schema.fileChunks)).toEqual([]);
}
