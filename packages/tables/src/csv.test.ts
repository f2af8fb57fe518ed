import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipBundle } from '@gongping/bundle';
import { describe, expect, it } from 'vitest';
import { readTables } from './read-tables.ts';
import { readUnits, refusalOf, rowsOf, unitRows, units, withFile } from './stored-workbook.fixture.ts';
import type { TableShape } from './table.ts';
import { describeTableProblem } from './tables-error.ts';

const plain = [['C01', '天元区', '', '']];

describe('a CSV file is read', () => {
  it.each([
    ['UTF-8, LF', '编码,名称\nC01,天元区\n'],
    ['UTF-8, CRLF', 'code,name\r\nC01,天元区\r\n'],
    ['no line break at its end', 'code,name\r\nC01,天元区'],
    ['a byte order mark, as Excel’s “CSV UTF-8” has', '\ufeff编码,名称\r\nC01,天元区\r\n'],
    ['quotes around everything', '"编码","名称"\r\n"C01","天元区"\r\n'],
    ['empty lines and rows of nothing but commas', '编码,名称,,\n\n,,,\nC01,天元区,,\n,,,\n'],
    ['columns left out at the end of a row, as Excel does', '编码,名称,满分,备注（选填）\nC01,天元区\n'],
  ])('%s', async (_, text) => {
    expect(await unitRows('units.csv', text)).toEqual(plain);
  });

  it('in GB18030, as Excel in China writes it', async () => {
    // Made with Python: '编码,名称\r\nC01,天元区㐀\r\n'.encode('gb18030'); the last character takes four bytes.
    const bytes = Buffer.from('b1e0c2eb2cc3fbb3c60d0a4330312cccecd4aac7f88139ee390d0a', 'hex');
    expect(await unitRows('units.csv', bytes)).toEqual([['C01', '天元区㐀', '', '']]);
  });

  it('with the line on which each record begins, and line breaks of one kind in its cells', async () => {
    const table = await readUnits('units.csv', 'code,name\r\nC01,"a\r\nb\rc"\r\n\r\nC02,"x, ""y"""\r\n');
    expect(table?.rows.map(({ row }) => row)).toEqual([2, 6]);
    expect(rowsOf(table).map(([, name]) => name)).toEqual(['a\nb\nc', 'x, "y"']);
    expect([table?.sheet, table?.place('name'), table?.place('note')]).toEqual([
      'units.csv',
      'name',
      '备注（选填）',
    ]);
  });

  it('under any name where one table is needed', async () => {
    const optional: TableShape = { ...units, name: 'more', label: '更多', optional: true };
    const found = await withFile('本年.CSV', '编码,名称\nC01,天元区\n', (path) =>
      readTables(path, [optional, units]),
    );
    expect([[...found.keys()], rowsOf(found.get('units'))]).toEqual([['units'], plain]);
  });
});

describe('a CSV file that is spoiled is refused by line and column', () => {
  const utf16 = Buffer.from('\ufeffcode\tname\r\n', 'utf16le');
  const utf8 = Buffer.from('code,name\nC01,天元区\nC02,芦淞区\n');
  it.each<[string, string | Uint8Array, string, string]>([
    [
      'UTF-16',
      utf16,
      '文件 units.csv：文件既不是 UTF-8 也不是 GB18030（GBK）编码，请在 Excel 或 WPS 中另存为“CSV UTF-8”后再试。',
      'file units.csv: The file is neither UTF-8 nor GB18030 (GBK); save it as “CSV UTF-8” in Excel or WPS and try again.',
    ],
    [
      'UTF-8 that lost a byte, which as GB18030 would be other words',
      Buffer.concat([utf8.subarray(0, 15), utf8.subarray(16)]),
      '文件 units.csv：文件既不是 UTF-8 也不是 GB18030（GBK）编码，请在 Excel 或 WPS 中另存为“CSV UTF-8”后再试。',
      'file units.csv: The file is neither UTF-8 nor GB18030 (GBK); save it as “CSV UTF-8” in Excel or WPS and try again.',
    ],
    [
      'semicolons',
      'code;name\nC01;x\n',
      '文件 units.csv，第 1 行：单元格之间是用分号或制表符隔开的，请另存为以逗号分隔的 CSV（“CSV UTF-8”）。',
      'file units.csv, row 1: The cells are separated by semicolons or tabs; save the file as CSV with commas (“CSV UTF-8”).',
    ],
    [
      'tabs',
      'code\tname\nC01\tx\n',
      '文件 units.csv，第 1 行：单元格之间是用分号或制表符隔开的，请另存为以逗号分隔的 CSV（“CSV UTF-8”）。',
      'file units.csv, row 1: The cells are separated by semicolons or tabs; save the file as CSV with commas (“CSV UTF-8”).',
    ],
    [
      'a comma without quotes',
      'code,name\nC01,a,b\n',
      '文件 units.csv，第 2 行：这一行有 3 个单元格，首行只有 2 个列名；含逗号的单元格要加引号。',
      'file units.csv, row 2: The line has 3 cells, the first line names 2 columns; a cell with a comma needs quotes.',
    ],
    [
      'an open quote',
      'code,name\nC01,"a\n',
      '文件 units.csv，第 2 行：从这一行开始有引号没有闭合，请补上右引号；单元格内的引号要写两遍。',
      'file units.csv, row 2: A quote that opens here is never closed; close it, and double the quotes inside a cell.',
    ],
    [
      'a column that nobody knows',
      'code,name,x\n',
      '文件 units.csv，第 1 行，“x”列：没有“x”这一列，请改名或删去；可用的列：编码（code）、名称（name）、满分（marks）、备注（选填）（note）。',
      'file units.csv, row 1, column x: There is no column “x”; rename or remove it. The columns are code (编码), name (名称), marks (满分), note (备注（选填）).',
    ],
    [
      'a control character',
      'code,name\nC01,a\u0007\n',
      '文件 units.csv，第 2 行，“name”列：单元格中有看不见的控制字符（U+0007），请清空后重新输入这段文字。',
      'file units.csv, row 2, column name: The cell holds an invisible control character (U+0007); empty it and type the text anew.',
    ],
    [
      'more than 100 columns',
      `code,name${',x'.repeat(99)}\n`,
      '文件 units.csv，第 1 行：超过 100 列，请删去多余的列。',
      'file units.csv, row 1: There are more than 100 columns; remove those that are not needed.',
    ],
    [
      'more than 200,000 rows',
      `code,name\n${'C,x\n'.repeat(200_001)}`,
      '文件 units.csv，第 200002 行：超过 200000 行，请检查是否选错了文件，或拆成几个文件。',
      'file units.csv, row 200002: There are more than 200000 rows; check that this is the right file, or split it.',
    ],
    [
      'nothing',
      '',
      '文件 units.csv：表是空的，请在首行写列名：编码（code）、名称（name）、满分（marks）、备注（选填）（note）。',
      'file units.csv: The table is empty; write the names of the columns in the first row: code (编码), name (名称), marks (满分), note (备注（选填）).',
    ],
  ])('%s', async (_, bytes, zh, en) => {
    const { problems } = await refusalOf(() => readUnits('units.csv', bytes));
    expect(problems.map((problem) => describeTableProblem(problem, 'zh'))).toEqual([zh]);
    expect(problems.map((problem) => describeTableProblem(problem, 'en'))).toEqual([en]);
  });
});

const second: TableShape = { name: 'leads', label: '牵头', columns: [{ name: 'unit', label: '单位' }] };
const inFolder = <T>(
  files: Readonly<Record<string, string>>,
  run: (folder: string) => Promise<T>,
): Promise<T> =>
  withFile('anchor', '', (anchor) => {
    const folder = join(dirname(anchor), 'tables');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return run(folder);
  });

describe('a folder of CSV files', () => {
  const good = { 'units.csv': 'code,name\nC01,天元区\n', '牵头.CSV': 'unit\nC01\n' };

  it('is read by their names, machine names or labels; other files beside them are nobody’s', async () => {
    const files = { ...good, 'README.txt': 'read me', 'empty.csv': '' };
    const found = await inFolder(files, (folder) => readTables(folder, [units, second]));
    expect([...found].map(([name, table]) => [name, table.sheet, table.rows.length])).toEqual([
      ['units', 'units.csv', 1],
      ['leads', '牵头.CSV', 1],
    ]);
  });

  it('says which file is missing and which is not known', async () => {
    const files = { 'units.csv': good['units.csv'], 'lead.csv': good['牵头.CSV'] };
    const error = await refusalOf(() => inFolder(files, (folder) => readTables(folder, [units, second])));
    expect(error.problems.map((problem) => describeTableProblem(problem, 'zh'))).toEqual([
      '文件 lead.csv：不认识这个文件，请改名或删去；可用的名称：units.csv、leads.csv。',
      '缺少文件“leads.csv”，请补上。',
    ]);
  });

  it('is not left through a link', async () => {
    const run = inFolder({}, (folder) => {
      writeFileSync(join(dirname(folder), 'elsewhere.csv'), good['units.csv']);
      symlinkSync(join(dirname(folder), 'elsewhere.csv'), join(folder, 'units.csv'));
      return readTables(folder, [units]);
    });
    expect(
      (await refusalOf(() => run)).problems.map((problem) => describeTableProblem(problem, 'zh')),
    ).toEqual(['文件 units.csv：这是一个链接，可能指向文件夹之外，请换成文件本身。']);
  });
});

describe('a zip of CSV files', () => {
  const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
    zipBundle(new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])));

  it('is read, also where it holds the folder', async () => {
    expect(await unitRows('t.zip', zip({ '表/units.csv': 'code,name\nC01,天元区\n' }))).toEqual(plain);
  });

  it('that is damaged is refused by the file', async () => {
    const bytes = Buffer.from(zip({ 'units.csv': 'code,name\nC01,天元区\n' }));
    // Past the header of 30 bytes and the name of 9.
    bytes[45] = (bytes[45] ?? 0) ^ 0xff;
    const error = await refusalOf(() => readUnits('t.zip', bytes));
    expect(error.message).toBe(
      'file units.csv: This file of the archive is damaged or is not what the archive says of it; make the archive again.',
    );
  });
});

describe('a path', () => {
  it.each([
    ['that leads nowhere', '/nowhere/units.xlsx', '找不到 /nowhere/units.xlsx，请检查路径。'],
    [
      'to no file',
      '/dev/null',
      '/dev/null 不是可读取的表格，请另存为 .xlsx，或给出 CSV 文件、CSV 文件夹或其 .zip 压缩包。',
    ],
  ])('%s', async (_, path, zh) => {
    const error = await refusalOf(() => readTables(path, [units]));
    expect(error.problems.map(({ sentence }) => sentence.zh)).toEqual([zh]);
  });

  it('to one CSV file where several tables are needed', async () => {
    const error = await refusalOf(() =>
      withFile('units.csv', 'code,name\n', (path) => readTables(path, [units, second])),
    );
    expect(error.problems.map(({ sentence }) => sentence.zh)).toEqual([
      '一个 CSV 文件只放得下一张表，这里需要 2 张，请给出 .xlsx 工作簿，或 CSV 文件夹（或其 .zip）。',
    ]);
  });
});
