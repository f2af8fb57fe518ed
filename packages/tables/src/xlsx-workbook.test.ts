import { unzipFiles } from '@gongping/bundle';
import { describe, expect, it, vi } from 'vitest';
import { refusalOf, unitRows, units } from './stored-workbook.fixture.ts';
import type { Table } from './table.ts';
import { describeTableProblem } from './tables-error.ts';
import { xlsxWorkbook } from './xlsx-workbook.ts';
import { readXml } from './xml-part.ts';

const table: Table = {
  shape: units,
  rows: [
    ['C01', '天元区', '5', ''],
    ['C02', '天元区', '1/2', '=1+1\r\nb'],
  ],
};
const partsOf = async (tables: readonly Table[]): Promise<ReadonlyMap<string, string>> => {
  const files = unzipFiles(await xlsxWorkbook(tables));
  return new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
};

describe('a workbook', () => {
  it('has parts that are all well-formed and declared, and named by those that use them', async () => {
    const parts = await partsOf([table, { ...table, shape: { ...units, name: 'u2', label: '单位 & "二"' } }]);
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const declared: string[] = [];
    const targets: string[] = [];
    const names: string[] = [];
    for (const [name, xml] of parts) {
      readXml(name, [new TextEncoder().encode(xml)], {
        open(element) {
          if (element.name === 'Override') declared.push(element.attribute('PartName') ?? '');
          if (element.name === 'Relationship') targets.push(element.attribute('Target') ?? '');
          if (element.name === 'sheet') names.push(element.attribute('name') ?? '');
        },
      });
    }
    const content = [...parts.keys()].filter((name) => name.startsWith('xl/') && !name.includes('_rels'));
    expect(declared.toSorted()).toEqual(content.map((name) => `/${name}`));
    expect(targets.toSorted()).toEqual(
      content.map((name) => (name === 'xl/workbook.xml' ? name : name.slice('xl/'.length))).toSorted(),
    );
    expect(names).toEqual(['单位', '单位 & "二"']);
  });

  it('holds nothing but text: every cell, the empty ones and those that a person adds', async () => {
    const parts = await partsOf([table]);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain(
      '<row r="3"><c r="A3" s="1" t="s"><v>7</v></c><c r="B3" s="1" t="s"><v>5</v></c>' +
        '<c r="C3" s="1" t="s"><v>8</v></c><c r="D3" s="1" t="s"><v>9</v></c></row>',
    );
    expect(sheet).toContain('<c r="D2" s="1"/>');
    expect(sheet.match(/<col [^>]*style="1"/g)).toHaveLength(4);
    expect(sheet).not.toContain('<f');
    expect(parts.get('xl/styles.xml')?.match(/<xf numFmtId="49"/g)).toHaveLength(2);
  });

  it('keeps its first row in sight, in bold, and its columns as wide as their texts', async () => {
    const long = '说明'.repeat(100);
    const sheet = (await partsOf([{ shape: units, rows: [['C01', '天元区管理委员会', long, '']] }])).get(
      'xl/worksheets/sheet1.xml',
    );
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<row r="1"><c r="A1" s="2" t="s">');
    expect([...(sheet ?? '').matchAll(/width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '8',
      '18',
      '50',
      '14',
    ]);
  });

  it('has the same bytes whenever it is written', async () => {
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    const second = await xlsxWorkbook([structuredClone(table)]);
    vi.useRealTimers();
    expect(Buffer.from(await xlsxWorkbook([table])).equals(second)).toBe(true);
  });

  it('has line breaks of one kind, as they are read', async () => {
    const rows = await unitRows('b.xlsx', await xlsxWorkbook([table]));
    expect(rows[1]).toEqual(['C02', '天元区', '1/2', '=1+1\nb']);
  });

  it('holds 32,767 characters in a cell, and refuses one more by its place', async () => {
    const text = '长'.repeat(32_767);
    const rows = [['C01', '', '', text]];
    expect(await unitRows('b.xlsx', await xlsxWorkbook([{ shape: units, rows }]))).toEqual(rows);
    const error = await refusalOf(() =>
      xlsxWorkbook([{ shape: units, rows: [['C01', '', '', `${text}。`]] }]),
    );
    expect(error.problems.map((problem) => describeTableProblem(problem, 'zh'))).toEqual([
      '工作表 单位，第 2 行，D 列（备注（选填））：这段文字有 32768 个字符，工作簿的单元格最多放 32767 个；请改用 CSV，或缩短它。',
    ]);
    expect(error.message).toBe(
      'sheet 单位, row 2, column D (备注（选填）): The text has 32768 characters, a cell of a workbook holds 32767; use CSV, or shorten it.',
    );
  });

  it('refuses more rows than would be read again', async () => {
    const rows = Array.from({ length: 200_001 }, () => ['C01', '', '', '']);
    const error = await refusalOf(() => xlsxWorkbook([{ shape: units, rows }]));
    expect(error.message).toBe(
      'sheet 单位: There are 200001 rows × 4 columns, at most 200000 rows and 4000000 cells go into a sheet; use CSV.',
    );
  });
});
