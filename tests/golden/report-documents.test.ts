import { checkReport, rowsOf, tableNames, type AnnualReport } from '@gongping/annual-report';
import { readReportFile, reportWorkbook } from '@gongping/report-files';
import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gongpingHere } from '../support/gongping-here.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { suqian } from './support/annual-report.ts';
import { published } from './support/published.ts';
import { docxFile, htmlPage, xlsxFile } from './support/report-files.ts';
import {
  caseTable,
  disclosureTable,
  printedReport,
  requestTable,
  type PrintedPart,
  type PrintedTable,
} from './support/report-tables.ts';

const folder = temporaryFolder('documents');
beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const formats = {
  html: htmlPage,
  docx: docxFile,
  xlsx: xlsxFile,
} as const satisfies Record<string, (parts: readonly PrintedPart[]) => string | Uint8Array>;
type Format = keyof typeof formats;
const everyFormat = Object.keys(formats) as Format[];

const stored = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const reading = async (format: Format, parts: readonly PrintedPart[]) => {
  const { report, reading: how } = await readReportFile(
    await stored(`report.${format}`, formats[format](parts)),
  );
  return { report, unread: how?.unread ?? [], found: how?.found ?? [] };
};
const figuresOf = ({ table2, table3, table4 }: AnnualReport) => ({ table2, table3, table4 });

const report = suqian(2024);
const cellsOfForm = tableNames
  .flatMap((table) => rowsOf('v2021', table))
  .reduce((sum, { columns }) => sum + columns.length, 0);

describe.each(everyFormat)('a report as %s', (format) => {
  it('is read as it is printed, and every cell is found where it stands', async () => {
    const { report: read, unread, found } = await reading(format, printedReport(report));
    expect(figuresOf(read)).toEqual(figuresOf(report));
    expect({ form: read.form, year: read.year, sections: read.sections }).toEqual({
      form: 'v2021',
      year: 2024,
      sections: ['1', '2', '3', '4', '5', '6'],
    });
    expect(read.unit.name).toBe('宿迁市');
    expect(read.title).toBe(report.title);
    expect(read.text).toMatchObject(report.text);
    expect(unread).toEqual([]);
    expect(found).toHaveLength(cellsOfForm);
    expect(new Set(found.map(({ place }) => place.zh)).size).toBe(cellsOfForm);
  });

  it.each<[string, string[]]>([
    ['（一）', ['（一）', '（二）', '（三）', '（四）', '（五）', '（六）']],
    ['(一)', ['(一)', '(二)', '(三)', '(四)', '(五)', '(六)']],
    ['1.', ['1.', '2.', '3.', '4.', '5.', '6.']],
    ['第一部分', ['第一部分 ', '第二部分 ', '第三部分 ', '第四部分 ', '第五部分 ', '第六部分 ']],
  ])('has its sections found when they are numbered %s', async (_name, numerals) => {
    const { report: read } = await reading(format, printedReport(report, numerals));
    expect(read.sections).toHaveLength(6);
    expect(read.text).toMatchObject(report.text);
  });

  it('is not misled by headings inside section 一', async () => {
    const text = { ...report.text, 1: '（一）主动公开政府信息情况\n略\n（二）依申请公开办理情况\n略' };
    const { report: read } = await reading(format, printedReport({ ...report, text }));
    expect(read.text['1']).toBe(text[1]);
  });

  it('is read with its letters full-width, thousands set apart, and lines broken inside labels', async () => {
    const change = (text: string): string =>
      /^\d+$/.test(text)
        ? Number(text)
            .toLocaleString('en-US')
            .replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : text
            .replace('政府信息', '政府\n信息')
            .replace('“三安全一稳定”', '"三安全一稳定"')
            .replace(/^（/, '(')
            .replace(/^(\(.)）/, '$1)');
    const parts = printedReport(report).map((part) =>
      typeof part === 'string'
        ? part
        : part.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))),
    );
    const { report: read, unread } = await reading(format, parts);
    expect(figuresOf(read)).toEqual(figuresOf(report));
    expect(unread).toEqual([]);
  });

  it('is read with a table split over pages, its header repeated', async () => {
    const table = requestTable(report);
    const at = table.findIndex((row) => row.some(({ text }) => text === '（四）无法提供'));
    const parts = printedReport(report).flatMap((part): PrintedPart[] =>
      typeof part !== 'string' && part.length === table.length
        ? [withoutSpans(table.slice(0, at)), withoutSpans([...table.slice(0, 3), ...table.slice(at)])]
        : [part],
    );
    const { report: read, unread } = await reading(format, parts);
    expect(figuresOf(read)).toEqual(figuresOf(report));
    expect(unread).toEqual([]);
  });

  it('has its totals blank where the table has no column for them, and says so', async () => {
    const parts = printedReport(report).map((part): PrintedPart => {
      if (typeof part === 'string' || part.length !== requestTable(report).length) return part;
      return part.map((row, i) =>
        i === 0 ? row : i === 1 ? row.slice(0, -1) : i === 2 ? row : row.slice(0, -1),
      );
    });
    const { report: read, unread } = await reading(format, parts);
    expect(read.table3['R1']).toEqual([...(report.table3['R1'] ?? []).slice(0, 6), null]);
    expect(unread).toHaveLength(25);
    expect(new Set(unread.map(({ code }) => code))).toEqual(new Set(['total-missing']));
  });

  it('has what is no number told with its place, and left blank', async () => {
    const wrong = new Map([
      ['3440', '三千'],
      ['75', '240万元'],
      ['88', '—'],
    ]);
    const parts = printedReport(report).map((part): PrintedPart =>
      typeof part === 'string'
        ? part
        : part.map((row) => row.map((cell) => ({ ...cell, text: wrong.get(cell.text) ?? cell.text }))),
    );
    const { report: read, unread } = await reading(format, parts);
    expect(read.table3['R1']?.slice(0, 2)).toEqual([null, null]);
    expect(read.table4['review']?.[0]).toBeNull();
    const told = unread.map(({ code, params }) => [code, params['text']]);
    expect(told).toContainEqual(['cell-not-a-number', '三千']);
    expect(told).toContainEqual(['money-for-a-count', '240万元']);
    expect(told).toContainEqual(['cell-not-a-number', '—']);
    expect(unread.every(({ place }) => place !== null && /行|[A-Z]\d+/.test(place.zh))).toBe(true);
  });

  it('without a section and a table says so', async () => {
    const parts = printedReport(report).filter(
      (part) =>
        (typeof part === 'string' || part.length !== caseTable(report).length) &&
        part !== '五、存在的主要问题及改进情况',
    );
    const { report: read, unread } = await reading(format, parts);
    expect(read.sections).toEqual(['1', '2', '3', '4', '6']);
    expect(unread.map(({ code }) => code)).toEqual(['table-missing']);
  });

  it('has the headings of its sections, and none of them is wrong', async () => {
    const { report: read } = await reading(format, printedReport(report));
    expect(read.headings?.map(({ section, ordinal, text }) => [section, ordinal, text])).toEqual([
      ['1', '1', '一、总体情况'],
      ['2', '2', '二、主动公开政府信息情况'],
      ['3', '3', '三、收到和处理政府信息公开申请情况'],
      ['4', '4', '四、政府信息公开行政复议、行政诉讼情况'],
      ['5', '5', '五、存在的主要问题及改进情况'],
      ['6', '6', '六、其他需要报告的事项'],
    ]);
    expect(headingsOf(read)).toEqual([['headings', 'pass', 'nothing-wrong']]);
  });

  // As published reports call them.
  it.each([
    ['一、总体情况', '一、2024年政府信息公开工作总体情况'],
    ['二、主动公开政府信息情况', '二、主动公开情况'],
    ['三、收到和处理政府信息公开申请情况', '三、政府信息公开申请办理情况'],
    ['四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    ['五、存在的主要问题及改进情况', '五、政府信息公开工作存在的主要问题及改进措施'],
    ['六、其他需要报告的事项', '六、其它需要报告事项'],
  ])('may call a section a little differently: %s', async (from, to) => {
    const { report: read } = await reading(format, renamed({ [from]: to }));
    expect([read.sections?.length, headingsOf(read)]).toEqual([6, [['headings', 'pass', 'nothing-wrong']]]);
  });

  it('under other titles is found by its numerals, each title named with its place', async () => {
    const other = { '一、总体情况': '一、基本情况', '五、存在的主要问题及改进情况': '五、下一步工作打算' };
    const { report: read } = await reading(format, renamed(other));
    expect(read.text).toMatchObject(report.text);
    expect(headingsOf(read)).toEqual([
      ['heading 1', 'warning', 'heading-differs'],
      ['heading 5', 'warning', 'heading-differs'],
    ]);
    const [first] = checkReport(read).filter(({ check }) => check === 'W8');
    expect(first?.params).toMatchObject({
      found: '一、基本情况',
      place: { zh: expect.stringMatching(/\d/) },
    });
  });

  it('with sections in another order has the one named that is out of it', async () => {
    const parts = printedReport(report);
    const from = parts.indexOf('二、主动公开政府信息情况');
    const moved = [...parts.slice(0, from), ...parts.slice(from + 2)];
    moved.splice(moved.indexOf('四、政府信息公开行政复议、行政诉讼情况'), 0, ...parts.slice(from, from + 2));
    const { report: read } = await reading(format, moved);
    expect(read.headings?.map(({ section }) => section)).toEqual(['1', '3', '2', '4', '5', '6']);
    expect(figuresOf(read)).toEqual(figuresOf(report));
    expect(headingsOf(read)).toEqual([['heading 2', 'warning', 'heading-order']]);
  });

  it('with a numeral used twice has that one named', async () => {
    const { report: read } = await reading(
      format,
      renamed({ '四、政府信息公开行政复议、行政诉讼情况': '三、政府信息公开行政复议、行政诉讼情况' }),
    );
    expect(read.sections).toHaveLength(6);
    expect(headingsOf(read)).toEqual([['heading 4', 'warning', 'heading-number']]);
  });
});

const renamed = (titles: Readonly<Record<string, string>>): PrintedPart[] =>
  printedReport(report).map((part) => (typeof part === 'string' ? (titles[part] ?? part) : part));

const headingsOf = (read: AnnualReport) =>
  checkReport(read)
    .filter(({ check }) => check === 'W8')
    .map(({ where, status, code }) => [where, status, code]);

/** Each row by itself: what is left of a table that was cut. */
const withoutSpans = (table: PrintedTable): PrintedTable =>
  table.map((row) => row.map(({ text, columns = 1 }) => ({ text, columns })));

describe('the workbook to fill in', () => {
  const again = async (one: AnnualReport) =>
    readReportFile(await stored('template.xlsx', await reportWorkbook(one)));

  it.each(['v2019', 'v2021'] as const)(
    'of the form %s brings back what was written into it',
    async (form) => {
      let next = 0;
      const filled = (table: 'table2' | 'table3' | 'table4') =>
        Object.fromEntries(
          rowsOf(form, table).map(({ key, columns }) => [key, columns.map(() => (next += 1))]),
        );
      const year = form === 'v2019' ? 2020 : 2024;
      const text = { 1: '第一段\n第二段', 2: '', 3: '', 4: '', 5: '问题', 6: '无' };
      const one: AnnualReport = {
        form,
        year,
        unit: { name: '某区', kind: null },
        table2: filled('table2'),
        table3: filled('table3'),
        table4: filled('table4'),
        text,
      };
      const { report: read, reading: how } = await again(one);
      expect(figuresOf(read)).toEqual(figuresOf(one));
      expect(how?.unread).toEqual([]);
      expect({ form: read.form, year: read.year, name: read.unit.name, text: read.text }).toEqual({
        form,
        year,
        name: '某区',
        text,
      });
    },
  );

  it('left empty is a report of blank cells', async () => {
    const none = { table2: {}, table3: {}, table4: {}, text: {} };
    const { report: read } = await again({
      form: 'v2021',
      year: 2024,
      unit: { name: '某区', kind: null },
      ...none,
    });
    const cells = [read.table2, read.table3, read.table4].flatMap((rows) => Object.values(rows).flat());
    expect(cells.filter((cell) => cell !== null)).toEqual([]);
    expect([read.year, read.sections?.length, read.text['5']]).toEqual([2024, 6, '']);
  });
});

/** The same by another program: headings in styles, numbered by the word processor, deletions tracked. */
const otherDocx = async (parts: readonly PrintedPart[], isHeading: (text: string) => boolean) => {
  const paragraph = (text: string): Paragraph =>
    isHeading(text)
      ? new Paragraph({
          text,
          heading: HeadingLevel.HEADING_1,
          numbering: { reference: 'sections', level: 0 },
        })
      : new Paragraph({
          children: [
            new TextRun(text),
            new DeletedTextRun({ text: '2021年××', id: 1, author: 'x', date: '2025-01-01T00:00:00Z' }),
          ],
        });
  const table = (rows: PrintedTable): Table =>
    new Table({
      rows: rows.map(
        (row) =>
          new TableRow({
            children: row.map(
              ({ text, columns = 1, rows: down = 1 }) =>
                new TableCell({ children: [new Paragraph(text)], columnSpan: columns, rowSpan: down }),
            ),
          }),
      ),
    });
  const level = { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' };
  return Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'sections', levels: [level] }] },
      sections: [
        { children: parts.map((part) => (typeof part === 'string' ? paragraph(part) : table(part))) },
      ],
    }),
  );
};

it('a document of another program, its headings numbered by the word processor', async () => {
  const titles = printedReport(report, ['', '', '', '', '', '']);
  const headings = new Set([
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '政府信息公开行政复议、行政诉讼情况',
    '存在的主要问题及改进情况',
    '其他需要报告的事项',
  ]);
  const bytes = await otherDocx(titles, (text) => headings.has(text));
  const { report: read, reading: how } = await readReportFile(await stored('other.docx', bytes));
  expect(figuresOf(read)).toEqual(figuresOf(report));
  expect(how?.unread).toEqual([]);
  expect(read.sections).toHaveLength(6);
  expect(read.text).toMatchObject(report.text);
  expect(read.title).toBe(report.title);
});

/** A page on which tables have become lines of text. */
const linesPage = (parts: readonly PrintedPart[], between: string): string =>
  parts
    .flatMap((part) =>
      typeof part === 'string'
        ? part.split('\n')
        : part.flatMap((row) =>
            `${row.map(({ text }) => `${text} |`).join(between)}${between === ' ' ? ' ||' : '\n||'}`.split(
              '\n',
            ),
          ),
    )
    .map((line) => `<p>${line}</p>`)
    .join('\n');

describe('a report whose tables are text', () => {
  it.each([
    ['a row a line', ' '],
    ['a cell a line', '\n'],
  ])('%s', async (_name, between) => {
    const path = await stored('lines.html', linesPage(printedReport(report), between));
    const { report: read, reading: how } = await readReportFile(path);
    expect(figuresOf(read)).toEqual(figuresOf(report));
    expect(how?.unread).toEqual([]);
    expect(read.text).toMatchObject(report.text);
  });

  it('with rows left blank keeps its rows apart', async () => {
    const table3 = {
      ...report.table3,
      'R3.1': Array<null>(7).fill(null),
      'R3.3.2': [1, ...Array<null>(6).fill(null)],
    };
    const path = await stored('lines.html', linesPage(printedReport({ ...report, table3 }), '\n'));
    const { report: read } = await readReportFile(path);
    expect(read.table3).toEqual(table3);
  });
});

describe('layouts that were seen on pages', () => {
  interface Variant {
    readonly kind: string;
    readonly example?: string;
    readonly examples?: readonly string[];
    readonly expect?: unknown;
  }
  const { variants } = published<{ variants: readonly Variant[] }>('annual_report/layout_variants.json');
  const title = '某区2023年政府信息公开工作年度报告';
  /** A page with these lines below a title. */
  const read = async (lines: readonly string[], year = 2023) => {
    const page = [title.replace('2023', String(year)), ...lines].map((line) => `<p>${line}</p>`).join('\n');
    return readReportFile(await stored('page.html', page));
  };
  const variant = (kind: RegExp): Variant => {
    const found = variants.find((each) => kind.test(each.kind));
    if (found === undefined) throw new RangeError(`no variant ${kind.source}`);
    return found;
  };

  it.each([
    [/^pipes/, 'R1'],
    [/^group label in the first cell/, 'R3.1'],
    [/^group label plus first item/, 'R3.3.1'],
    [/^trailing empty cells/, 'R1'],
    [/^one cell per line/, 'R1'],
  ] as const)('%s', async (kind, row) => {
    const { example = '', expect: expected } = variant(kind);
    const { report: page } = await read(example.replaceAll('\\n', '\n').split('\n'));
    expect(page.table3[row]).toEqual(expected);
  });

  it('items of the form of 2019 with their change in signs or words', async () => {
    const { examples = [] } = variant(/^2019-2020 form/);
    const numbers = async (line: string) => {
      const { report: page } = await read(
        ['第二十条第（五）项 | 上一年项目数量 | 本年增/减 | 处理决定数量', line],
        2019,
      );
      return page.table2['licences'] ?? page.table2['penalties'];
    };
    expect(await Promise.all(examples.map(numbers))).toHaveLength(3);
    expect(await numbers(examples[0] ?? '')).toEqual([21, 19, 40]);
    expect(await numbers(examples[1] ?? '')).toEqual([6, -4, 2]);
    expect(await numbers(examples[2] ?? '')).toEqual([1, 0, 44]);
  });

  it('an amount with its unit is an amount, never a count', async () => {
    const { examples = [] } = variant(/^unit inside the cell/);
    const procurement = async (line: string) => {
      const { report: page } = await read(['第二十条第（九）项 | 采购项目数量 | 采购总金额', line], 2019);
      return [page.table2['procurement'], page.amountUnit];
    };
    expect(await procurement(examples[0] ?? '')).toEqual([[1, 240], '万元']);
    expect(await procurement(examples[1] ?? '')).toEqual([[6, 52.15], undefined]);
    expect(await procurement(examples[2] ?? '')).toEqual([[6, 251000], '元']);
  });

  it('a page that lists the reports of other years, with a table of contents', async () => {
    const year = '2023年政府信息公开工作年度报告';
    const contents = ['一、总体情况', '二、主动公开政府信息情况', '五、存在的主要问题及改进情况'];
    const page =
      `<title>某区${year}_某区人民政府</title><h1>某区${year}</h1>` +
      ['2022', '2021'].map((other) => `<li>某区${other}年政府信息公开工作年度报告</li>`).join('') +
      contents.map((line) => `<p>${line}</p>`).join('') +
      contents.map((line) => `<p>${line}</p><p>有。</p>`).join('');
    for (const one of [
      page,
      page.replaceAll(/<\/?h1>/g, '').replace('<p>', '<p>统计期限自2023年1月1日起</p><p>'),
    ]) {
      const { report: found } = await readReportFile(await stored('list.html', one));
      expect([found.year, found.unit.name, found.text]).toEqual([
        2023,
        '某区',
        { 1: '有。', 2: '有。', 5: '有。' },
      ]);
    }
    const bare = `<title>某区${year}_某区人民政府</title><p>一、总体情况</p><p>有。</p>`;
    expect((await readReportFile(await stored('bare.html', bare))).report.year).toBe(2023);
  });

  it('a remark in brackets behind the name of a row', async () => {
    const { report: page } = await read(['信息内容 | 本年制发件数', '规章（县级无此项） | 0 | 0 | 0 |']);
    expect(page.table2['rules']).toEqual([0, 0, 0]);
  });

  it('a fee with decimals, in 万元 or turned into it', async () => {
    const fees = async (line: string) =>
      (await read(['信息内容 | 本年收费金额（单位：万元）', line])).report.table2['fees'];
    const { example = '' } = variant(/^decimal fee/);
    expect(await fees(example)).toEqual([2.02]);
    expect(await fees('行政事业性收费 | 20200元')).toEqual([2.02]);
  });

  it.each([
    ['某区人民政府', '某区人民政府'],
    // No body that reports.
    ['当前位置', ''],
  ])('a title that is broken before its year names its unit all the same: %s', async (line, name) => {
    const page = `<h1>${line}<br>2023年政府信息公开工作年度报告</h1><p>规章 | 0 | 0 | 0 |</p>`;
    const { report: read } = await readReportFile(await stored('page.html', page));
    expect([read.unit.name, read.year]).toEqual([name, 2023]);
  });

  it('a year inside a header tells the year where no title does', async () => {
    const { example = '' } = variant(/^year inserted/);
    const page = `<p>${example}</p><p>规章 | 0 | 0 | 0 |</p>`;
    const { report: read } = await readReportFile(await stored('page.html', page));
    expect([read.year, read.table2['rules']]).toEqual([2023, [0, 0, 0]]);
  });
});

describe('gongping check-report on documents', () => {
  it.each(everyFormat)('finds in %s what it finds in JSON', async (format) => {
    const path = await stored(`2024.${format}`, formats[format](printedReport(report)));
    const previous = await stored(`2023.${format}`, formats[format](printedReport(suqian(2023))));
    const { code, stdout, stderr } = await gongpingHere([
      'check-report',
      path,
      '--previous',
      previous,
      '--unit-kind',
      'city',
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const printed = JSON.parse(stdout) as {
      findings: { check: string; where: string; status: string }[];
      reading: { cells: { place: string }[]; unread: unknown[] };
    };
    expect(printed.findings.filter(({ status }) => status === 'fail').map(({ where }) => where)).toEqual([
      'text 1 / 收到和办理 / 增长',
      'text 1 / 行政复议',
      'text 1 / 行政诉讼',
    ]);
    expect(printed.reading.cells).toHaveLength(cellsOfForm);
    expect(printed.reading.unread).toEqual([]);
  });

  it.each([
    ['report.pdf', '%PDF-1.7', /is a PDF/],
    ['report.doc', 'x', /of the old kind/],
    ['report.txt', 'x', /give a \.json, \.html, \.docx or \.xlsx/],
    ['report.html', '<p>某区政府信息公开年度报告</p>', /names a year/],
    ['report.docx', 'PK no zip', /The document cannot be read/],
    ['report.docx', 'plain', /This is no \.docx document/],
    ['report.xlsx', 'plain', /This is no \.xlsx workbook/],
  ])('refuses %s with one sentence', async (name, content, sentence) => {
    const { code, stdout, stderr } = await gongpingHere(['check-report', await stored(name, content)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

it('table 2 has its columns where the year stands in the header', () => {
  expect(disclosureTable(report)[1]?.map(({ text }) => text)).toEqual([
    '信息内容',
    '本年(2024)制发件数',
    '本年(2024)废止件数',
    '现行有效件数',
  ]);
});
