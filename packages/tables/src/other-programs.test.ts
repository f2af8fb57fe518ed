import { describe, expect, it } from 'vitest';
import { readTables } from './read-tables.ts';
import {
  header,
  inline,
  MAIN,
  readUnits,
  relationships,
  rowsOf,
  sheetPart,
  storedWorkbook,
  unitRows,
  units,
  withFile,
  workbookOf,
  workbookPart,
} from './stored-workbook.fixture.ts';
import type { PartChanges } from './stored-workbook.fixture.ts';

const rows = (cells: string, changes: PartChanges = {}) =>
  unitRows(
    'book.xlsx',
    storedWorkbook({ 'xl/worksheets/sheet1.xml': sheetPart(header + cells), ...changes }),
  );

/** Header and one unit, in texts that the cells name by number. */
const shared =
  `<sst ${MAIN} count="6" uniqueCount="6"><si><t>编码</t></si><si><t>名称</t></si>` +
  '<si><t>C01</t></si><si><r><rPr><b/><sz val="11"/></rPr><t>天元</t></r><r><t xml:space="preserve"> 区</t></r>' +
  '<rPh sb="0" eb="2"><t>ティエンユエン</t></rPh><phoneticPr fontId="1"/></si><si/></sst>';
const sharedRows =
  '<row r="1" spans="1:3" ht="14.4"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" t="s"><v>4</v></c></row>';
const withShared: PartChanges = {
  'xl/worksheets/sheet1.xml': sheetPart(sharedRows),
  'xl/sharedStrings.xml': shared,
  'xl/_rels/workbook.xml.rels': relationships({
    rId1: ['worksheet', 'worksheets/sheet1.xml'],
    rId2: ['sharedStrings', 'sharedStrings.xml'],
  }),
};

/** Formats: General, text, two dates (one of ours, one built in for Chinese), and a number with letters in it. */
const styles =
  `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/>` +
  '<numFmt numFmtId="177" formatCode="[Red]#,##0.00_);&quot;days&quot;0\\d"/></numFmts>' +
  '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="177"/></cellXfs></styleSheet>';
const withStyles: PartChanges = {
  'xl/styles.xml': styles,
  'xl/_rels/workbook.xml.rels': relationships({
    rId1: ['worksheet', 'worksheets/sheet1.xml'],
    rId2: ['styles', 'styles.xml'],
  }),
};

describe('a cell as an office program writes it is read as its text', () => {
  it.each([
    ['a text of its own', inline('A2', ' C01 '), ' C01 '],
    [
      'runs of several formats',
      '<c r="A2" t="inlineStr"><is><r><t>C</t></r><r><rPr><b/></rPr><t>01</t></r></is></c>',
      'C01',
    ],
    [
      'a text with its pronunciation',
      '<c r="A2" t="inlineStr"><is><t>株洲</t><rPh sb="0" eb="2"><t>しゅしゅう</t></rPh></is></c>',
      '株洲',
    ],
    ['an escaped line break of Windows', inline('A2', 'a_x000D_\nb'), 'a\nb'],
    ['an escape that was escaped', inline('A2', '_x005F_x000D_'), '_x000D_'],
    ['CDATA', inline('A2', '<![CDATA[a<b]]>'), 'a<b'],
    ['a character by its number', inline('A2', '&#x5355;&#20301;&amp;'), '单位&'],
    ['a whole number', '<c r="A2"><v>12</v></c>', '12'],
    ['a number that two digits tell', '<c r="A2"><v>0.10000000000000001</v></c>', '0.1'],
    ['a number with an exponent', '<c r="A2"><v>2.5E-2</v></c>', '0.025'],
    ['minus nought', '<c r="A2"><v>-0</v></c>', '0'],
    ['true', '<c r="A2" t="b"><v>1</v></c>', '1'],
    ['false', '<c r="A2" t="b"><v>0</v></c>', '0'],
    ['the number that a formula gave', '<c r="A2"><f>1+1</f><v>2</v></c>', '2'],
    ['the text that a formula gave', '<c r="A2" t="str"><f>"C"&amp;"01"</f><v>C01</v></c>', 'C01'],
    ['the truth that a formula gave', '<c r="A2" t="b"><f>1=1</f><v>1</v></c>', '1'],
    ['a formula shared with other cells', '<c r="A2"><f t="shared" si="0"/><v>7</v></c>', '7'],
  ])('%s', async (_, cell, expected) => {
    expect(await rows(`<row r="2">${cell}${inline('B2', 'x')}</row>`)).toEqual([[expected, 'x', '', '']]);
  });

  it('the empty text that a formula gave, which is not a formula that was never computed', async () => {
    const cells = `${inline('A2', 'C01')}<c r="B2" t="str"><f>IF(A1="","x","")</f><v></v></c>`;
    expect(await rows(`<row r="2">${cells}</row>`)).toEqual([['C01', '', '', '']]);
  });

  it('texts that cells name by number, with runs and pronunciation', async () => {
    expect(await rows('', withShared)).toEqual([['C01', '天元 区', '', '']]);
  });

  it.each([1, 4])('a number under format %i, which is no date', async (style) => {
    const cells = `${inline('A2', 'C01')}<c r="C2" s="${style}"><v>1.5</v></c>`;
    expect(await rows(`<row r="2">${cells}</row>`, withStyles)).toEqual([['C01', '', '1.5', '']]);
  });

  it('an empty cell under the format of dates', async () => {
    const cells = `${inline('A2', 'C01')}<c r="C2" s="2"/>`;
    expect(await rows(`<row r="2">${cells}</row>`, withStyles)).toEqual([['C01', '', '', '']]);
  });
});

describe('a sheet is read where it lies', () => {
  it('rows and cells without addresses, and rows that are left out', async () => {
    const cells =
      '<row><c t="inlineStr"><is><t>编码</t></is></c><c t="inlineStr"><is><t>名称</t></is></c></row>' +
      '<row><c><v>1</v></c><c><v>2</v></c></row>' +
      `<row r="9">${inline('B9', 'later')}</row><row><c><v>10</v></c></row>`;
    const table = await readUnits('b.xlsx', storedWorkbook({ 'xl/worksheets/sheet1.xml': sheetPart(cells) }));
    expect(table?.rows.map(({ row }) => row)).toEqual([2, 9, 10]);
    expect(rowsOf(table)).toEqual([
      ['1', '2', '', ''],
      ['', 'later', '', ''],
      ['10', '', '', ''],
    ]);
  });

  it('rows that hold formats and no text are left out, however many', async () => {
    const formatted = Array.from(
      { length: 300 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/></row>`,
    );
    const table = await readUnits(
      'b.xlsx',
      workbookOf(`<row r="2">${inline('A2', 'C01')}</row>${formatted.join('')}`),
    );
    expect(table?.rows).toHaveLength(1);
  });

  it('formats far to the right are no columns', async () => {
    expect(await rows(`<row r="2">${inline('A2', 'C01')}<c r="XFD2" s="0"/></row>`)).toHaveLength(1);
  });

  it('cells merged within a row', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>';
    const bytes = workbookOf(`<row r="2">${inline('A2', 'C01')}${inline('B2', 'x')}</row>`, merged);
    expect(await unitRows('b.xlsx', bytes)).toEqual([['C01', 'x', '', '']]);
  });

  it('elements with a prefix, as the Open XML SDK writes them', async () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1" t="str"><x:v>code</x:v></x:c><x:c r="B1" t="str"><x:v>name</x:v></x:c></x:row>' +
      '<x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rows('', { 'xl/worksheets/sheet1.xml': prefixed })).toEqual([['5', '', '', '']]);
  });

  it('the strict form of the standard', async () => {
    const strict = (part: string): string =>
      part
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const changes = {
      '_rels/.rels': strict(relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] })),
      'xl/workbook.xml': strict(workbookPart('<sheet name="单位" sheetId="1" r:id="rId1"/>')),
      'xl/_rels/workbook.xml.rels': strict(relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] })),
      'xl/worksheets/sheet1.xml': strict(sheetPart(`${header}<row r="2">${inline('A2', 'C01')}</row>`)),
    };
    expect(await rows('', changes)).toEqual([['C01', '', '', '']]);
  });

  it('what a newer program adds in other vocabularies is passed over', async () => {
    const after =
      '<extLst><ext uri="x" xmlns:x14="urn:x14"><x14:row><x14:c><x14:v>9</x14:v></x14:c></x14:row></ext></extLst>';
    const bytes = workbookOf(`<row r="2">${inline('A2', 'C01')}</row>`, after);
    expect(await unitRows('b.xlsx', bytes)).toEqual([['C01', '', '', '']]);
  });
});

describe('the sheets of a workbook', () => {
  const two = {
    'xl/workbook.xml': workbookPart(
      '<sheet name="说明" sheetId="7" r:id="rId9"/><sheet name=" UNITS " sheetId="3" r:id="rId4"/>',
    ),
    'xl/_rels/workbook.xml.rels': relationships({
      rId4: ['worksheet', '/xl/worksheets/sheet2.xml'],
      rId9: ['worksheet', 'worksheets/sheet1.xml'],
    }),
    'xl/worksheets/sheet1.xml': sheetPart('<row r="1"><c r="A1" s="0"/></row>'),
    'xl/worksheets/sheet2.xml': sheetPart(`${header}<row r="2">${inline('A2', 'C01')}</row>`),
  };

  it('are found by their names, in any order, at absolute paths; one that is empty may have any name', async () => {
    const table = await readUnits('b.xlsx', storedWorkbook(two));
    expect(table?.sheet).toBe(' UNITS ');
    expect(rowsOf(table)).toEqual([['C01', '', '', '']]);
  });

  it('that are hidden and unknown are those of the program, as WPS keeps one for pictures in cells', async () => {
    const changes = {
      ...two,
      'xl/workbook.xml': workbookPart(
        '<sheet name="WpsReserved_CellImgList" sheetId="7" state="veryHidden" r:id="rId9"/><sheet name="单位" sheetId="3" r:id="rId4"/>',
      ),
      'xl/worksheets/sheet1.xml': sheetPart(`<row r="1">${inline('A1', 'ID_1')}</row>`),
    };
    expect(await unitRows('b.xlsx', storedWorkbook(changes))).toEqual([['C01', '', '', '']]);
  });

  it('that are charts hold no tables', async () => {
    const changes = {
      ...two,
      'xl/_rels/workbook.xml.rels': relationships({
        rId4: ['worksheet', 'worksheets/sheet2.xml'],
        rId9: ['chartsheet', 'chartsheets/sheet1.xml'],
      }),
    };
    expect(await unitRows('b.xlsx', storedWorkbook(changes))).toHaveLength(1);
  });

  it('may be absent where a table may be', async () => {
    const optional = { ...units, name: 'more', label: '更多', optional: true };
    const found = await withFile('b.xlsx', storedWorkbook(two), (path) =>
      readTables(path, [units, optional]),
    );
    expect([...found.keys()]).toEqual(['units']);
  });
});

describe('the columns of a table', () => {
  it('have their machine names or their labels, in any order, in half or full width', async () => {
    const titles = ['备注(选填)', ' ｍａｒｋｓ ', 'Name', '编码'];
    const cells = titles.map((title, i) => inline(`${'ABCD'[i]}1`, title)).join('');
    const row = [1, 2, 3, 4].map((value, i) => `<c r="${'ABCD'[i]}2"><v>${value}</v></c>`).join('');
    const part = sheetPart(`<row r="1">${cells}</row><row r="2">${row}</row>`);
    const table = await readUnits('b.xlsx', storedWorkbook({ 'xl/worksheets/sheet1.xml': part }));
    expect(rowsOf(table)).toEqual([['4', '3', '2', '1']]);
    expect(table?.place('note')).toBe('A（备注(选填)）');
    expect(table?.has('marks')).toBe(true);
  });

  it('that need not be there are empty', async () => {
    const table = await readUnits('b.xlsx', workbookOf(`<row r="2">${inline('A2', 'C01')}</row>`));
    expect([table?.has('note'), table?.rows[0]?.cell('note'), table?.place('note')]).toEqual([
      false,
      '',
      '备注（选填）',
    ]);
  });
});
