import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gongpingCommand } from '../support/gongping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { rawZip, type RawEntry } from './support/raw-zip.ts';
import { docxParts } from './support/report-files.ts';

const folder = temporaryFolder('hostile-reports');
beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const peakMemory = new URL('support/peak-memory.mjs', import.meta.url).href;

/** `gongping check-report` on a file of these bytes, with the most memory it had, in MB. */
async function check(name: string, content: string | Uint8Array | null) {
  const path = join(folder, name);
  if (content !== null) await writeFile(path, content);
  const peak = join(folder, 'peak');
  const outcome = await gongpingCommand(['check-report', path], {
    env: { NODE_OPTIONS: `--import=${peakMemory}`, PEAK_MEMORY_FILE: peak },
  });
  const megabytes = Number(await readFile(peak, 'utf8')) / 1024;
  await rm(peak);
  await rm(path);
  return { ...outcome, megabytes };
}

const entries = (body: string): RawEntry[] =>
  [...docxParts(body)].map(([name, content]) => ({ name, content }));
const [types, document] = entries('<w:p><w:r><w:t>2023年政府信息公开工作年度报告</w:t></w:r></w:p>');
const whole: RawEntry[] = [types, document].flatMap((entry) => entry ?? []);
const documentAs = (change: Partial<RawEntry>): Buffer =>
  rawZip(whole.map((entry) => (entry === document ? { ...entry, ...change } : entry)));
const withEntry = (entry: RawEntry): Buffer => rawZip([...whole, entry]);
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);

/** Compound File Binary Format with a stream of this name. */
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
  ]);
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const cell = '<w:tc><w:p/></w:tc>';
const manyCells = (count: number): string => `<w:tbl><w:tr>${cell.repeat(count)}</w:tr></w:tbl>`;
/** So many letters that do not shrink to nothing, as those of a bomb do. */
const noise = (letters: number): string =>
  createHash('shake256', { outputLength: letters / 2 })
    .update('noise')
    .digest('hex');

describe('a document that is spoiled, locked or made to deceive is refused in a sentence', () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['cut off', 'a.docx', rawZip(whole).subarray(0, 300), /The document cannot be read/],
    ['something else', 'a.docx', 'not a zip', /This is no \.docx document/],
    [
      'a workbook',
      'a.docx',
      rawZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.xml', content: '' },
      ]),
      /This is no \.docx document/,
    ],
    ['old', 'a.docx', compound('WordDocument'), /of the old kind \(\.doc\)/],
    ['with a password', 'a.docx', compound('EncryptedPackage'), /has a password/],
    ['encrypted as a zip', 'a.docx', documentAs({ flags: 1 }), /The archive is encrypted/],
    ['with macros', 'a.docx', withEntry({ name: 'word/vbaProject.bin', content: 'x' }), /has macros/],
    [
      'with macros by its type',
      'a.docx',
      rawZip([
        {
          name: '[Content_Types].xml',
          content:
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
        ...whole.slice(1),
      ]),
      /has macros/,
    ],
    ['a bomb', 'a.docx', documentAs({ content: zeros(64) }), /zip bomb/],
    [
      'a bomb beside its text',
      'a.docx',
      withEntry({ name: 'word/media/a.png', content: zeros(64) }),
      /zip bomb/,
    ],
    [
      'a bomb that hides its size',
      'a.docx',
      documentAs({ content: zeros(64), declaredSize: 1000 }),
      /This is no \.docx document|is damaged/,
    ],
    [
      'with a document type',
      'a.docx',
      documentAs({ content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      /This is no \.docx document/,
    ],
    [
      'of broken XML',
      'a.docx',
      documentAs({ content: `<w:document ${WORD}><w:p>` }),
      /This is no \.docx document/,
    ],
    [
      'nested without end',
      'a.docx',
      documentAs({ content: `<w:document ${WORD}>${'<w:p>'.repeat(100_000)}` }),
      /This is no \.docx document/,
    ],
    [
      'of text beyond bounds',
      'a.docx',
      documentAs({ content: noise(11 * 1024 * 1024) }),
      /larger than 10 MB/,
    ],
    [
      'of tables beyond bounds',
      'a.docx',
      documentAs({
        content: `<w:document ${WORD}><w:body>${noise(100_000).replaceAll(/.{400}/g, (words) => `${manyCells(1000)}<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`)}</w:body></w:document>`,
      }),
      /more than 50000 cells/,
    ],
    [
      'of words beyond bounds',
      'a.docx',
      documentAs({
        content: `<w:document ${WORD}><w:body><w:p><w:r><w:t>${noise(9 * 1024 * 1024)}</w:t></w:r></w:p></w:body></w:document>`,
      }),
      /more than 500000 letters/,
    ],
    ['a page of tags', 'a.html', noise(1000) + '<i></i>'.repeat(600_000), /more than 200000 tags/],
    ['a page beyond bounds', 'a.html', noise(6 * 1024 * 1024), /larger than 5 MB/],
    ['a workbook with a password', 'a.xlsx', compound('EncryptedPackage'), /has a password/],
    [
      'a workbook that is a bomb',
      'a.xlsx',
      rawZip([...whole.slice(0, 1), { name: 'xl/worksheets/sheet1.xml', content: zeros(64) }]),
      /zip bomb/,
    ],
  ])('%s', { timeout: 20_000 }, async (_name, name, content, sentence) => {
    const { code, stdout, stderr, megabytes } = await check(name, content);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(megabytes).toBeLessThan(200);
  });

  it.each(['a.docx', 'a.xlsx', 'a.html', 'a.json'])('%s of 200 MB', { timeout: 20_000 }, async (name) => {
    const file = await open(join(folder, name), 'w');
    await file.truncate(200 * 1024 * 1024);
    await file.close();
    const { code, stderr, megabytes } = await check(name, null);
    expect(code).toBe(2);
    expect(stderr).toMatch(/larger than 32 MB/);
    expect(megabytes).toBeLessThan(200);
  });
});

it('a page nested deeper than a stack is read', { timeout: 20_000 }, async () => {
  const title = '<p>某区2023年政府信息公开工作年度报告</p>';
  for (const page of ['<div>'.repeat(150_000), '<b>'.repeat(150_000), '<table><tr><td>'.repeat(20_000)]) {
    const { code, stderr } = await check('a.html', title + page);
    expect([code, stderr.includes('RangeError')]).toEqual([1, false]);
  }
});
