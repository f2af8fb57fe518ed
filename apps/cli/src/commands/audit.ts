import type { AuditFormat, NamedChain } from '@gongping/api';
import { Command } from 'commander';
import { exitCode, InputError } from '../exit-code.ts';
import { newFile, writeNewText } from '../new-output.ts';
import { printable } from '../printable.ts';
import { withDatabase } from '../with-database.ts';

const database = `
The database is the one at DATABASE_URL, else the embedded one in DATA_DIR, which can be open in one program only: stop
the server first.
`;

export function auditCommand(): Command {
  const verify = new Command('verify')
    .description('recompute the chain of every log 校验审计日志')
    .option('--json', 'print what was found as JSON on stdout')
    .addHelpText(
      'after',
      `
Every log, the platform's and each assessment's, is a chain: each entry carries the hash of the one before it. Ends with
code 0 where all chains hold, and 1 where an entry was altered, taken out or put in: its log and number are named. The
last hash of each log is printed: noted down elsewhere, it shows later that nothing was taken off the end.
${database}
Example:
  $ npx gongping audit verify
`,
    )
    .action(verifyLogs);
  const hand = new Command('export')
    .description('write a log to a file 导出审计日志')
    .option('--assessment <slug>', 'the log of an assessment, as in the addresses of the site')
    .option('--platform', 'the log of accounts, units, indicator systems and settings')
    .requiredOption('--out <file>', 'file to write, ending in .csv or .jsonl')
    .option('--json', 'print what was written as JSON on stdout')
    .addHelpText(
      'after',
      `
A .jsonl holds an entry a line, exactly, with everything that its hash is over; a .csv is for reading in Excel. Nothing
that is there is written over.
${database}
Example:
  $ npx gongping audit export --assessment 2020 --out audit-2020.jsonl
`,
    )
    .action(exportLog);
  return new Command('audit')
    .description('the log of what was changed, by whom and why 审计日志')
    .addCommand(verify)
    .addCommand(hand);
}

async function verifyLogs({ json = false }: { json?: boolean }): Promise<void> {
  const { verifyAllChains } = await import('@gongping/api');
  const chains = await withDatabase(({ database: { db } }) => verifyAllChains(db));
  const broken = chains.filter(({ brokenAt }) => brokenAt !== null);
  if (broken.length > 0) process.exitCode = exitCode.found;
  if (json) {
    console.log(JSON.stringify({ whole: broken.length === 0, chains }));
    return;
  }
  for (const chain of chains) console.log(lineOf(chain));
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  console.error(
    broken.length === 0
      ? `${chains.length} 个日志共 ${entries} 条记录前后相连。${chains.length} logs with ${entries} entries hold.`
      : `${chains.length} 个日志中有 ${broken.length} 个被改动过，请保留现场。${broken.length} of ${chains.length} logs were tampered with; keep the database as it is.`,
  );
}

function lineOf({ scope, assessment, entries, brokenAt, lastHash }: NamedChain): string {
  const name = printable(assessment ?? scope);
  const found =
    brokenAt === null
      ? `完整 whole, ${entries} 条 entries, ${lastHash}`
      : `第 ${brokenAt} 条不相连 broken at entry ${brokenAt}`;
  return `${name}: ${found}`;
}

interface Wanted {
  readonly assessment?: string;
  readonly platform?: boolean;
  readonly out: string;
  readonly json?: boolean;
}

async function exportLog({ assessment, platform = false, out, json = false }: Wanted): Promise<void> {
  if (platform === (assessment !== undefined)) {
    throw new InputError(
      '请指定 --assessment <slug> 或 --platform 其中之一。\nGive either --assessment <slug> or --platform.',
    );
  }
  const format = formatOf(out);
  const output = await newFile(out);
  const { assessmentId, exportAudit } = await import('@gongping/api');
  await withDatabase(async ({ database: { db } }) => {
    const scope = assessment === undefined ? 'platform' : await assessmentId(db, assessment);
    if (scope === null) {
      const name = printable(assessment ?? '');
      throw new InputError(
        `没有名为“${name}”的评估。\nThere is no assessment “${name}”; its name is in the addresses of the site.`,
      );
    }
    await writeNewText(output, exportAudit(db, scope, { format, filter: {} }));
  });
  if (json) console.log(JSON.stringify({ file: out, format }));
  else console.error(`已导出到 ${out}。Exported to ${out}.`);
}

function formatOf(file: string): AuditFormat {
  if (/\.csv$/i.test(file)) return 'csv';
  if (/\.jsonl$/i.test(file)) return 'jsonl';
  throw new InputError(
    '--out 的文件名应以 .csv 或 .jsonl 结尾。\nThe name of the file after --out must end in .csv or .jsonl.',
  );
}
