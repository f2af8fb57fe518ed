import type { Finding } from '@gongping/annual-report';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { district, faultyTable, suqian } from './support/annual-report.ts';

const folder = temporaryFolder('reports');
beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Printed {
  readonly form: string;
  readonly year: number;
  readonly findings: readonly {
    readonly check: string;
    readonly where: string;
    readonly status: Finding['status'];
    readonly expected: number | null;
    readonly actual: number | null;
    readonly message: string;
  }[];
  readonly summary: Readonly<Record<Finding['status'], number>>;
}

const stored = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const checked = async (report: unknown, ...flags: string[]) => {
  const { code, stdout, stderr } = await gongpingHere([
    'check-report',
    await stored('report.json', report),
    '--json',
    ...flags,
  ]);
  expect(stderr).toBe('');
  const printed = JSON.parse(stdout) as Printed;
  const failed = printed.findings.filter(({ status }) => status === 'fail');
  return {
    code,
    ...printed,
    failed: failed.map(({ check, where, expected, actual }) => [check, where, expected, actual]),
  };
};

describe('gongping check-report', () => {
  it('finds nothing wrong with the report of Suqian for 2023', async () => {
    const { code, form, year, summary, failed } = await checked(suqian(2023));
    expect({ code, form, year, failed }).toEqual({ code: 0, form: 'v2021', year: 2023, failed: [] });
    // Without the report of 2022: S1, W1 and the growth of 70.3 %.
    expect(summary).toMatchObject({ fail: 0, warning: 0, undecidable: 3 });
  });

  it('finds the three contradictions in the report of Suqian for 2024, and nothing else', async () => {
    const previous = await stored('2023.json', suqian(2023));
    const { code, findings, failed } = await checked(suqian(2024), '--previous', previous);
    expect(code).toBe(1);
    expect(failed).toEqual([
      // 3,646 against 3,607 requests.
      ['S2', 'text 1 / 收到和办理 / 增长', expect.closeTo(1.0812, 4), 1.05],
      ['S2', 'text 1 / 行政复议', 170, 134],
      ['S2', 'text 1 / 行政诉讼', 77, 57],
    ]);
    // Carried over in all columns; regulations 11 + 2 − 1 = 12, normative documents 597 + 50 − 227 = 420.
    const passed = findings.filter(({ status }) => status === 'pass').map(({ check }) => check);
    expect(passed.filter((check) => check === 'S1')).toHaveLength(7);
    expect(passed.filter((check) => check === 'W1')).toHaveLength(2);
    expect(findings.filter(({ status }) => status === 'warning')).toEqual([]);
  });

  it('finds the faults of a table that was published with them', async () => {
    const { year, unit, table3 } = faultyTable();
    const { code, failed } = await checked({ year, unit, table3 });
    expect({ code, failed }).toEqual({
      code: 1,
      failed: [
        ['H1', 'table3 / 自然人', 60, 61],
        ['H1', 'table3 / 总计', 62, 63],
      ],
    });
  });

  it('says in the language of the terminal what is wrong and where, and how much', async () => {
    const path = await stored('2024.json', suqian(2024));
    const previous = await stored('2023.json', suqian(2023));
    const chinese = await gongpingCommand(['check-report', path, '--previous', previous], {
      env: { LANG: 'zh_CN.UTF-8' },
    });
    expect(chinese.stdout).toContain(
      '错误 S2 text 1 / 行政复议: 文中写“行政复议134件”，表中表四“行政复议”的“总计”为 170；请核对，改正其中一处。\n',
    );
    expect(chinese.stdout).toContain('按两年的表格计算为 1.08%（3607 → 3646）');
    expect(chinese.stderr).toMatch(/^2024 \(v2021\): 通过 \d+, 错误 3, 提醒 0, 不可判定 1\n$/);
    const english = await gongpingCommand(['check-report', path, '--previous', previous]);
    expect(english.stdout).toContain(
      'fail S2 text 1 / 行政诉讼: The text says “行政诉讼57件”, but the table has 77',
    );
  });

  it('takes the kind of the unit from the command line', async () => {
    const { code, failed } = await checked(suqian(2023, null), '--unit-kind', 'county');
    expect({ code, failed }).toEqual({ code: 1, failed: [['H5', 'table2 / rules', 0, 13]] });
  });

  it.each([
    ['no JSON', '{"year": 2023,', /^report\.json, line 1, column 15: Not valid JSON/],
    ['a year before the forms', { year: 2018 }, /^report\.json, column year: .*from 2019 to 2100\.\n$/],
    [
      'an unknown row',
      { year: 2023, table3: { R9: [] } },
      /^report\.json, column table3\.R9: The form v2021 has no such row/,
    ],
    [
      'a row of another length',
      { year: 2023, table3: { R1: [1] } },
      /^report\.json, column table3\.R1: This row has 1 cells, not 7/,
    ],
    [
      'a text for a number',
      { year: 2023, table2: { fees: ['0'] } },
      /^report\.json, column table2\.fees\[0\]: This must be a number/,
    ],
  ])('refuses %s with one sentence', async (_name, content, sentence) => {
    const { code, stdout, stderr } = await gongpingHere([
      'check-report',
      await stored('report.json', content),
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

it('the shares that a district printed of 1,499 requests follow from its numbers; one altered does not', async () => {
  const { report, printed } = district();
  const shares = async (words: string) =>
    (await checked({ ...report, text: { 1: words } })).findings
      .filter(({ where }) => where.endsWith('占比'))
      .map(({ status, actual }) => [status, actual]);
  const told = report.text[1] ?? '';
  expect(await shares(told)).toEqual(printed.map((percent) => ['pass', percent]));
  expect((await shares(told.replace('86.92', '68.92')))[0]).toEqual(['fail', 68.92]);
});
