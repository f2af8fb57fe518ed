import { describe, expect, it } from 'vitest';
import {
  header,
  inline,
  MAIN,
  readUnits,
  refusalOf,
  relationships,
  sheetPart,
  storedWorkbook,
  workbookOf,
  workbookPart,
} from './stored-workbook.fixture.ts';
import { describeTableProblem } from './tables-error.ts';

const unit = inline('A2', 'C01');
const row2 = (cells: string): Uint8Array => workbookOf(`<row r="2">${cells}</row>`);
const sheet = (xml: string | Uint8Array): Uint8Array => storedWorkbook({ 'xl/worksheets/sheet1.xml': xml });
const titled = (...titles: readonly string[]): Uint8Array =>
  sheet(sheetPart(`<row r="1">${titles.map((title, i) => inline(`${'ABCDE'[i]}1`, title)).join('')}</row>`));

const withDates = (cell: string): Uint8Array =>
  storedWorkbook({
    'xl/worksheets/sheet1.xml': sheetPart(`${header}<row r="2">${unit}${cell}</row>`),
    'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
    }),
  });

const withSheet = (name: string, rows: string): Uint8Array =>
  storedWorkbook({
    'xl/workbook.xml': workbookPart(
      `<sheet name="单位" sheetId="1" r:id="rId1"/><sheet name="${name}" sheetId="2" r:id="rId2"/>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['worksheet', 'worksheets/sheet2.xml'],
    }),
    'xl/worksheets/sheet2.xml': sheetPart(rows),
  });

const rowsUpTo = (last: number): Uint8Array => {
  let rows = '';
  for (let row = 2; row <= last; row += 1) rows += `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`;
  return workbookOf(rows);
};

const refusals = async (bytes: Uint8Array, language: 'zh' | 'en'): Promise<readonly string[]> => {
  const { problems } = await refusalOf(() => readUnits('b.xlsx', bytes));
  return problems.map((problem) => describeTableProblem(problem, language));
};

const DOCTYPE =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';

describe('a sheet whose XML is spoiled makes the workbook a damaged one', () => {
  it.each([
    ['it breaks off', sheet(sheetPart(header).slice(0, -30))],
    ['an element is not closed', sheet(sheetPart(`${header}<row r="2"><c r="A2"></row>`))],
    ['it is not UTF-8', sheet(Buffer.from([0x3c, 0xff, 0xfe]))],
    ['it names a character that nobody knows', row2(inline('A2', '&c;'))],
    ['it is 100,000 elements deep', sheet(`<worksheet ${MAIN}>${'<a>'.repeat(100_000)}`)],
    [
      'an element has 5,000 attributes',
      sheet(`<worksheet ${MAIN} ${Array.from({ length: 5000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    ],
    ['its rows go up', workbookOf('<row r="3"/><row r="2"/>')],
    ['it has a row below the last', workbookOf('<row r="1048577"/>')],
    ['a row has a cell of another', row2(inline('A3', 'x'))],
    ['a row has a cell twice', row2(inline('A2', 'x') + inline('A2', 'y'))],
    ['a cell names a text that is not there', row2('<c r="A2" t="s"><v>12</v></c>')],
    ['a number is none', row2('<c r="A2"><v>12abc</v></c>')],
    ['a number is infinite', row2('<c r="A2"><v>1e400</v></c>')],
    ['a cell is of a kind that nobody knows', row2('<c r="A2" t="z"><v>1</v></c>')],
    ['cells are merged that are none', workbookOf('', '<mergeCells><mergeCell ref="A:B"/></mergeCells>')],
  ])('%s', async (_, bytes) => {
    const name = 'xl/worksheets/sheet1.xml';
    expect(await refusals(bytes, 'zh')).toEqual([
      `工作簿已损坏（${name}），请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再试。`,
    ]);
    expect(await refusals(bytes, 'en')).toEqual([
      `The workbook is damaged (${name}); open it in Excel or WPS, save it as .xlsx and try again.`,
    ]);
  });

  it('entities that multiply are refused before they do', async () => {
    const bytes = sheet(DOCTYPE + sheetPart(`${header}<row r="2">${inline('A2', '&c;')}</row>`));
    expect(await refusals(bytes, 'zh')).toEqual([
      '工作簿中有文档类型声明（xl/worksheets/sheet1.xml），正常的工作簿没有，拒绝读取。请另存为 .xlsx 后再试。',
    ]);
    expect(await refusals(bytes, 'en')).toEqual([
      'The workbook declares a document type (xl/worksheets/sheet1.xml), which no ordinary one does; it is refused. Save it as .xlsx and try again.',
    ]);
  });
});

const columns = {
  zh: '编码（code）、名称（name）、满分（marks）、备注（选填）（note）',
  en: 'code (编码), name (名称), marks (满分), note (备注（选填）)',
};
const becameDate = [
  '工作表 单位，第 2 行，C 列（满分）：这里的内容变成了日期或时间；请把单元格格式设为“文本”，再重新输入。',
  'sheet 单位, row 2, column C (满分): The content of this cell has become a date or time; set the cell’s format to Text, then type it anew.',
] as const;

const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
  [
    'more than 200,000 rows',
    rowsUpTo(300_000),
    '工作表 单位，第 200002 行：超过 200000 行，请检查是否选错了文件，或拆成几个文件。',
    'sheet 单位, row 200002: There are more than 200000 rows; check that this is the right file, or split it.',
  ],
  [
    'more than 100 columns',
    row2(inline('CW2', 'x')),
    '工作表 单位，第 2 行，CW 列：超过 100 列，请删去多余的列。',
    'sheet 单位, row 2, column CW: There are more than 100 columns; remove those that are not needed.',
  ],
  [
    'no rows',
    sheet(sheetPart('')),
    `工作表 单位：表是空的，请在首行写列名：${columns.zh}。`,
    `sheet 单位: The table is empty; write the names of the columns in the first row: ${columns.en}.`,
  ],
  [
    'a column twice',
    titled('编码', '名称', ' CODE'),
    '工作表 单位，第 1 行，C 列（CODE）：“CODE”这一列出现了两次，请只保留一列。',
    'sheet 单位, row 1, column C (CODE): The column “CODE” occurs twice; keep one of them.',
  ],
  [
    'a column that nobody knows',
    titled('编码', '名称', '分数'),
    `工作表 单位，第 1 行，C 列（分数）：没有“分数”这一列，请改名或删去；可用的列：${columns.zh}。`,
    `sheet 单位, row 1, column C (分数): There is no column “分数”; rename or remove it. The columns are ${columns.en}.`,
  ],
  [
    'a column that is missing',
    titled('编码'),
    '工作表 单位，第 1 行，“名称”列：首行缺少必需的列：名称（name），请补上。',
    'sheet 单位, row 1, column 名称: The first row lacks a column that is needed: name (名称); add it.',
  ],
  [
    'a cell under no header',
    row2(unit + inline('E2', '注')),
    '工作表 单位，第 2 行，E 列：这个单元格所在的列没有列名，请补上列名，或清空这个单元格。',
    'sheet 单位, row 2, column E: This cell’s column has no name; name it, or empty the cell.',
  ],
  [
    'a sheet that nobody knows',
    withSheet('说明', `<row r="1">${inline('A1', '先读我')}</row>`),
    '工作表 说明：不认识这个工作表，请改名或删去；可用的名称：单位。',
    'sheet 说明: This sheet is not known; rename or remove it. The names are 单位.',
  ],
  [
    'a sheet twice',
    withSheet('units', ''),
    '工作表 units：与工作表“单位”是同一张表，请只保留一个。',
    'sheet units: It is the same table as the sheet “单位”; keep one of them.',
  ],
  [
    'a sheet that is missing',
    storedWorkbook({ 'xl/workbook.xml': workbookPart('') }),
    '缺少工作表“单位”，请补上。',
    'The sheet “单位” is missing; add it.',
  ],
  [
    'the error of a formula',
    row2(`${unit}<c r="C2" t="e"><f>A9</f><v>#REF!</v></c>`),
    '工作表 单位，第 2 行，C 列（满分）：单元格的公式出错（#REF!），请改正，或直接填写数值。',
    'sheet 单位, row 2, column C (满分): The formula of this cell failed (#REF!); correct it, or write the value.',
  ],
  [
    'a formula that was never computed',
    row2(`${unit}<c r="C2"><f>1+1</f><v></v></c>`),
    '工作表 单位，第 2 行，C 列（满分）：单元格是公式，文件中没有它的结果；请在 Excel 或 WPS 中打开并保存一次，或把公式换成数值。',
    'sheet 单位, row 2, column C (满分): The cell is a formula whose result is not in the file; open and save the file in Excel or WPS once, or replace the formula by its value.',
  ],
  ['a date', withDates('<c r="C2" s="1"><v>46024</v></c>'), ...becameDate],
  ['a date that a formula gave', withDates('<c r="C2" s="1"><f>TODAY()</f><v>46024</v></c>'), ...becameDate],
  ['a date in letters', withDates('<c r="C2" t="d"><v>2026-01-02</v></c>'), ...becameDate],
  [
    'more digits than a number keeps',
    row2(`${unit}<c r="C2"><v>340281198001011234</v></c>`),
    '工作表 单位，第 2 行，C 列（满分）：数字 340281198001011234 位数过多，表格软件保存不了它的末几位；请把单元格格式设为“文本”，再重新输入。',
    'sheet 单位, row 2, column C (满分): The number 340281198001011234 has more digits than a spreadsheet keeps; set the cell’s format to Text, then type it anew.',
  ],
  [
    'a control character',
    row2(unit + inline('B2', 'a_x0007_')),
    '工作表 单位，第 2 行，B 列（名称）：单元格中有看不见的控制字符（U+0007），请清空后重新输入这段文字。',
    'sheet 单位, row 2, column B (名称): The cell holds an invisible control character (U+0007); empty it and type the text anew.',
  ],
  [
    'half a character',
    row2(unit + inline('B2', 'a_xD83D_')),
    '工作表 单位，第 2 行，B 列（名称）：单元格中有残缺的字符，请清空后重新输入这段文字。',
    'sheet 单位, row 2, column B (名称): The cell holds half a character; empty it and type the text anew.',
  ],
  [
    'cells merged across a million rows',
    workbookOf(`<row r="2">${unit}</row>`, '<mergeCells><mergeCell ref="B2:C1048576"/></mergeCells>'),
    '工作表 单位，第 2 行，B 列（名称）：单元格 B2:C1048576 合并了多行，请取消合并，并在每一行填写内容。',
    'sheet 单位, row 2, column B (名称): The cells B2:C1048576 are merged across rows; unmerge them and fill in every row.',
  ],
];

describe('what a person can mend in a sheet is named by sheet, row and column', () => {
  it.each(cases)('%s', async (_, bytes, zh, en) => {
    expect(await refusals(bytes, 'zh')).toEqual([zh]);
    expect(await refusals(bytes, 'en')).toEqual([en]);
  });

  it('texts of a million letters where a name, a number or a format is meant cost no time', async () => {
    const [digits, brackets, ligatures] = ['1', '[', '\ufdfa'].map((letter) => letter.repeat(1_000_000));
    expect(await refusals(row2(`<c r="A2"><v>${digits}x</v></c>`), 'en')).toHaveLength(1);
    expect((await refusals(titled('编码', '名称', ligatures ?? ''), 'en'))[0]?.length).toBeLessThan(500);
    const styled = storedWorkbook({
      'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="200" formatCode="${brackets}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
      'xl/_rels/workbook.xml.rels': relationships({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['styles', 'styles.xml'],
      }),
    });
    expect((await readUnits('b.xlsx', styled))?.rows).toEqual([]);
  });

  it('all of it at once', async () => {
    const bytes = row2(`${unit}<c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>1</f></c>${inline('D2', 'x')}`);
    const found = await refusals(bytes, 'en');
    expect(found.map((sentence) => sentence.split(':')[0])).toEqual([
      'sheet 单位, row 2, column B (名称)',
      'sheet 单位, row 2, column C (满分)',
      'sheet 单位, row 2, column D',
    ]);
  });

  it('the first 500, and how many there are', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `<row r="${i + 2}"><c t="e"><v>#N/A</v></c></row>`);
    const error = await refusalOf(() => readUnits('b.xlsx', workbookOf(rows.join(''))));
    expect([error.problems.length, error.count]).toEqual([500, 600]);
    expect(error.message).toContain('(1 of 600 problems)');
  });

  it('200,000 rows are not too many', async () => {
    expect((await readUnits('b.xlsx', rowsUpTo(200_001)))?.rows).toHaveLength(200_000);
  });
});
