import { describe, expect, it } from 'vitest';
import {
  contentTypes,
  readUnits,
  refusalOf,
  relationships,
  sheetPart,
  storedWorkbook,
} from './stored-workbook.fixture.ts';

const good = storedWorkbook({});
const part = (name: string, content: string | Uint8Array | null): Uint8Array =>
  storedWorkbook({ [name]: content });

/** A file of Office before 2007, or of today with a password: streams by name, in UTF-16. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ]);

/** Writes a number into the first entry of the archive's directory, which says what is in the archive. */
const inDirectory = (bytes: Uint8Array, offset: number, value: number): Uint8Array => {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(value, changed.indexOf(Buffer.from('504b0102', 'hex')) + offset);
  return changed;
};
const FLAGS = 6;
const UNPACKED = 24;

/** A workbook with a file of a name that no zip program would write. */
const withName = (name: string): Uint8Array => {
  const placeholder = 'q'.repeat(name.length);
  const changed = Buffer.from(part(placeholder, 'x'));
  for (let at = changed.indexOf(placeholder); at >= 0; at = changed.indexOf(placeholder))
    changed.write(name, at);
  return changed;
};

/** Bytes that nothing can pack: the product of a multiplication with no pattern that repeats. */
const incompressible = (length: number): Uint8Array => {
  let state = 20200429;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
};

interface Sentence {
  readonly zh: string;
  readonly en: string;
}
const noWorkbook: Sentence = {
  zh: '这不是 .xlsx 工作簿，或文件已损坏；请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  en: 'This is no .xlsx workbook, or it is damaged; save it as .xlsx in Excel or WPS and try again.',
};
const oldWorkbook: Sentence = {
  zh: '这是旧式的 Excel 文件（.xls），请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  en: 'This is an Excel file of the old kind (.xls); save it as .xlsx in Excel or WPS and try again.',
};
const macros: Sentence = {
  zh: '工作簿带有宏（.xlsm），请另存为不带宏的 .xlsx 后再试。',
  en: 'The workbook has macros (.xlsm); save it as .xlsx, without macros, and try again.',
};
const openDocument: Sentence = {
  zh: '这是 OpenDocument 文件（.ods 等），请另存为 .xlsx 后再试。',
  en: 'This is an OpenDocument file (.ods or the like); save it as .xlsx and try again.',
};
const otherDocument: Sentence = {
  zh: '这是文字或演示文稿，不是表格；请把表格放进 Excel 或 WPS 表格，另存为 .xlsx 后再试。',
  en: 'This is a text document or a presentation, not a workbook; put the tables into Excel or WPS, save as .xlsx and try again.',
};
const damaged = (name: string): Sentence => ({
  zh: `工作簿已损坏（${name}），请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再试。`,
  en: `The workbook is damaged (${name}); open it in Excel or WPS, save it as .xlsx and try again.`,
});
const unreadable = (zh: string, en: string): Sentence => ({
  zh: `工作簿无法读取，请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再试。（${zh}）`,
  en: `The workbook cannot be read; open it in Excel or WPS, save it as .xlsx and try again. (${en})`,
});

const cases: readonly (readonly [string, string, Uint8Array, Sentence])[] = [
  ['nothing', 'b.xlsx', new Uint8Array(), noWorkbook],
  ['CSV by the name of a workbook', 'b.xlsx', Buffer.from('code,name\n'), noWorkbook],
  ['a web page', 'b.xlsx', Buffer.from('<html><table></table></html>'), noWorkbook],
  [
    'a workbook that breaks off',
    'b.xlsx',
    good.subarray(0, good.length - 40),
    unreadable(
      '不是可读取的 zip 文件，可能已损坏，请重新压缩。',
      'Not a zip file that can be read; it may be damaged. Make it again.',
    ),
  ],
  ['changed bytes', 'b.xlsx', Buffer.from(good).fill(0xff, 60, 64), damaged('[Content_Types].xml')],
  ['an old workbook', 'b.xls', compound('Workbook'), oldWorkbook],
  ['an old workbook by a new name', 'b.xlsx', compound('Workbook'), oldWorkbook],
  [
    'a workbook with a password',
    'b.xlsx',
    compound('EncryptedPackage'),
    {
      zh: '工作簿设有密码，请取消密码，另存为 .xlsx 后再试。',
      en: 'The workbook has a password; remove it, save as .xlsx and try again.',
    },
  ],
  ['a workbook with macros', 'b.xlsm', good, macros],
  ['macros by another name', 'b.xlsx', part('xl/vbaProject.bin', 'x'), macros],
  [
    'a workbook that may have macros',
    'b.xlsx',
    part('[Content_Types].xml', contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml')),
    macros,
  ],
  [
    'a binary workbook',
    'b.xlsx',
    part('xl/workbook.bin', 'x'),
    {
      zh: '这是二进制工作簿（.xlsb），请另存为 .xlsx 后再试。',
      en: 'This is a binary workbook (.xlsb); save it as .xlsx and try again.',
    },
  ],
  ['an OpenDocument', 'b.ods', good, openDocument],
  ['an OpenDocument by another name', 'b.xlsx', part('mimetype', 'application/vnd.oasis'), openDocument],
  ['a text document', 'b.docx', good, otherDocument],
  ['a text document by another name', 'b.xlsx', part('word/document.xml', 'x'), otherDocument],
  [
    'a workbook as a zip',
    'b.zip',
    good,
    {
      zh: '这是工作簿，请把扩展名改回 .xlsx 后再试。',
      en: 'This is a workbook; give it its name ending in .xlsx back and try again.',
    },
  ],
  [
    'an encrypted archive',
    'b.xlsx',
    inDirectory(good, FLAGS, 0x00010014),
    unreadable(
      '[Content_Types].xml：压缩包已加密，或用了不支持的压缩方式（分卷、zip64 等），请不设密码、按普通 zip 重新压缩。',
      '[Content_Types].xml: The archive is encrypted, or of a kind that is not supported (several parts, zip64); make an ordinary zip without a password.',
    ),
  ],
  [
    'a bomb',
    'b.xlsx',
    part('xl/media/image1.bin', new Uint8Array(3_000_000)),
    unreadable(
      'xl/media/image1.bin：解压后会膨胀到 250 倍以上，疑似压缩炸弹，拒绝读取。',
      'xl/media/image1.bin: It would grow to more than 250 times its size, as a zip bomb does; the archive is refused.',
    ),
  ],
  [
    'more than 256 MB',
    'b.xlsx',
    inDirectory(part('A.bin', incompressible(1_500_000)), UNPACKED, 256 * 1024 * 1024),
    unreadable('解压后超过 256 MB，请拆分。', 'It is larger than 256 MB when unpacked; split it.'),
  ],
  [
    'a path that leads out',
    'b.xlsx',
    withName('../../etc/x'),
    unreadable(
      '../../etc/x：压缩包中的路径指向文件夹之外，拒绝读取。',
      '../../etc/x: The path leads out of the archive’s folder; the archive is refused.',
    ),
  ],
  [
    'more than 1,000 files',
    'b.xlsx',
    storedWorkbook(Object.fromEntries(Array.from({ length: 996 }, (_, i) => [`f${i}`, '']))),
    unreadable(
      '压缩包中的文件超过 1000 个，请只留需要的文件。',
      'The archive has more than 1000 files; keep those that are needed only.',
    ),
  ],
  ['no content types', 'b.xlsx', part('[Content_Types].xml', null), noWorkbook],
  ['no relationships', 'b.xlsx', part('_rels/.rels', null), damaged('_rels/.rels')],
  ['no workbook', 'b.xlsx', part('xl/workbook.xml', null), damaged('xl/workbook.xml')],
  ['a sheet for a workbook', 'b.xlsx', part('xl/workbook.xml', sheetPart('')), damaged('xl/workbook.xml')],
  [
    'no relationships of the workbook',
    'b.xlsx',
    part('xl/_rels/workbook.xml.rels', null),
    damaged('xl/_rels/workbook.xml.rels'),
  ],
  [
    'a part outside the archive',
    'b.xlsx',
    part('xl/_rels/workbook.xml.rels', relationships({ rId1: ['worksheet', '../../../etc/passwd'] })),
    damaged('xl/_rels/workbook.xml.rels'),
  ],
  [
    'a part at an address',
    'b.xlsx',
    part('xl/_rels/workbook.xml.rels', relationships({ rId1: ['worksheet', 'file:///etc/passwd'] })),
    damaged('xl/file:/etc/passwd'),
  ],
  [
    'a sheet that is not there',
    'b.xlsx',
    part('xl/worksheets/sheet1.xml', null),
    damaged('xl/worksheets/sheet1.xml'),
  ],
];

describe('a file that is no workbook or a spoiled one is refused in a sentence that says what to do', () => {
  it.each(cases)('%s', async (_, name, bytes, sentence) => {
    const error = await refusalOf(() => readUnits(name, bytes));
    expect(error.problems).toEqual([{ sheet: null, row: null, column: null, sentence }]);
  });

  it('up to 1,000 files in it, 256 MB unpacked and 32 MB packed are no reason', async () => {
    const many = storedWorkbook(Object.fromEntries(Array.from({ length: 995 }, (_, i) => [`f${i}`, ''])));
    expect((await readUnits('b.xlsx', many))?.rows).toEqual([]);
    const error = await refusalOf(() => readUnits('b.xlsx', Buffer.alloc(32 * 1024 * 1024 + 1)));
    expect(error.message).toBe('The file is larger than 32 MB; check that it is the right one, or split it.');
    expect((await refusalOf(() => readUnits('b.xlsx', Buffer.alloc(32 * 1024 * 1024)))).message).toBe(
      noWorkbook.en,
    );
  });
});
