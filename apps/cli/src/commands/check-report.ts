import {
  checkReport,
  describeFinding,
  describeUnread,
  summarise,
  type AnnualReport,
  type Finding,
  type FindingSummary,
  type UnitKind,
} from '@gongping/annual-report';
import type { ReportFile } from '@gongping/report-files';
import { formatDecimal } from '@gongping/scoring';
import { Command, Option } from 'commander';
import { exitCode } from '../exit-code.ts';
import { terminalLanguage } from '../language.ts';
import { printable } from '../printable.ts';
import { tellingTableProblems } from '../tell-table-problems.ts';

interface Flags {
  readonly previous?: string;
  readonly unitKind?: UnitKind;
  readonly json?: boolean;
}

const help = `
Every finding that is not a pass is printed on a line of its own: what it is, the check, where, and a sentence. The checks
are H0 to H5 (the form itself makes them true), S1 to S4 (errors unless they are explained) and W1 to W8 (worth a look);
docs/annual-report.md says what each of them is. A check that lacks something it needs is undecidable, never passed: the
report of last year is needed for S1, W1 to W3, the growth that the text speaks of, and the comparison of section 五.

Ends with code 0 where nothing fails and 1 where something does.

Example:
  $ npx gongping check-report 2024.json --previous 2023.json --unit-kind city
`;

export function checkReportCommand(): Command {
  return new Command('check-report')
    .description('check a statutory annual report 检查政府信息公开工作年度报告')
    .argument('<file>', 'the report: .json, .html, .docx or .xlsx')
    .option('--previous <file>', 'the report of the year before')
    .addOption(
      new Option('--unit-kind <kind>', 'whose report it is, in place of what the file says').choices([
        'city',
        'county',
        'department',
      ]),
    )
    .option('--json', 'print the findings as JSON on stdout')
    .addHelpText('after', help)
    .action(check);
}

async function check(path: string, { previous: previousPath, unitKind, json = false }: Flags): Promise<void> {
  // Readers of pages and documents: no other command waits for them to be loaded.
  const { readReportFile } = await import('@gongping/report-files');
  const [file, previous] = await tellingTableProblems(async () => [
    await readReportFile(path),
    previousPath === undefined ? undefined : await readReportFile(previousPath),
  ]);
  const report = withKind(file.report, unitKind);
  const findings = checkReport(report, { previous: previous?.report });
  const summary = summarise(findings);
  if (summary.fail > 0) process.exitCode = exitCode.found;
  if (json)
    console.log(JSON.stringify({ ...toJson(report, findings, summary), ...readingJson(file) }, null, 2));
  else {
    tellUnread(file);
    tell(report, findings, summary);
  }
}

/** Of a document: where each cell was found, and what could not be read. */
function readingJson({ reading }: ReportFile): object {
  if (reading === null) return {};
  const language = terminalLanguage(process.env);
  const cells = reading.found.map(({ place, ...cell }) => ({ ...cell, place: place[language] }));
  const unread = reading.unread.map(({ code, cell, place, params }) => ({
    cell,
    place: place?.[language] ?? null,
    message: describeUnread({ code, params }, language),
  }));
  return { reading: { cells, unread } };
}

function tellUnread({ reading }: ReportFile): void {
  const language = terminalLanguage(process.env);
  for (const { code, place, params } of reading?.unread ?? []) {
    const sentence = describeUnread({ code, params }, language);
    console.error(printable(place === null ? sentence : `${place[language]}: ${sentence}`));
  }
}

function withKind(report: AnnualReport, kind: UnitKind | undefined): AnnualReport {
  return kind === undefined ? report : { ...report, unit: { ...report.unit, kind } };
}

const sentenceOf = (finding: Finding): string =>
  describeFinding(finding, { language: terminalLanguage(process.env), format: formatDecimal });

function toJson({ form, year }: AnnualReport, findings: readonly Finding[], summary: FindingSummary): object {
  return {
    form,
    year,
    findings: findings.map((finding) => {
      const { check, where, status, expected, actual } = finding;
      return { check, where, status, expected, actual, message: sentenceOf(finding) };
    }),
    summary,
  };
}

const statusWords = {
  zh: { pass: '通过', fail: '错误', warning: '提醒', undecidable: '不可判定' },
  en: { pass: 'pass', fail: 'fail', warning: 'warning', undecidable: 'undecidable' },
} as const;

/** Of what cannot be decided a check tells these many; JSON has them all. */
const TOLD = 3;

function tell({ form, year }: AnnualReport, findings: readonly Finding[], summary: FindingSummary): void {
  const words = statusWords[terminalLanguage(process.env)];
  const undecided = new Map<string, number>();
  for (const finding of findings) {
    const { check, status, where } = finding;
    if (status === 'pass') continue;
    if (status === 'undecidable') undecided.set(check, (undecided.get(check) ?? 0) + 1);
    if (status === 'undecidable' && (undecided.get(check) ?? 0) > TOLD) continue;
    console.log(printable(`${words[status]} ${check} ${where}: ${sentenceOf(finding)}`));
  }
  for (const [check, count] of undecided) {
    if (count > TOLD) console.log(`… ${words.undecidable} ${check}: +${count - TOLD} (--json)`);
  }
  const counts = (['pass', 'fail', 'warning', 'undecidable'] as const).map(
    (status) => `${words[status]} ${summary[status]}`,
  );
  console.error(`${year} (${form}): ${counts.join(', ')}`);
}
