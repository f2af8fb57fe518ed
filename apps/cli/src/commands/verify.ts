import { describeFinding, verifyPackage, type Verification } from '@gongping/publication';
import { Command } from 'commander';
import { open } from 'node:fs/promises';
import { exitCode, InputError } from '../exit-code.ts';
import { terminalLanguage } from '../language.ts';
import { printable } from '../printable.ts';

interface Flags {
  readonly hash?: string;
  readonly json?: boolean;
}

const help = `
Checks the hash of every file, compares everything that was entered with the sealed snapshot, computes every score, rank,
band, coverage and mix again, and compares each published number with it. What does not agree is printed on a line of its
own: file, line, row, column, what was published and what comes out.

Whoever can change a whole package can change the hashes in it: give the hash that the public page shows, or that a
report prints, with --hash.

Ends with code 0 where everything agrees, 1 where something does not, and 2 where the file is no such package.

Example:
  $ npx gongping verify publication.zip --hash 77be3757…
`;

/** More than a package of the largest round has, packed. */
const LARGEST = 512 * 1024 * 1024;

export function verifyCommand(): Command {
  return new Command('verify')
    .description('recompute a published package and compare every number and hash 核验公布数据包')
    .argument('<package>', 'publication.zip of a public page')
    .option('--hash <sha256>', 'hash of the publication, as the public page or a report shows it')
    .option('--json', 'print what was looked at and what does not agree as JSON on stdout')
    .addHelpText('after', help)
    .action(verify);
}

async function verify(path: string, { hash, json = false }: Flags): Promise<void> {
  const sealed = hash === undefined ? null : hashOf(hash);
  const verification = await verifyPackage(await readPackage(path), { sealed });
  if (verification.count > 0) process.exitCode = exitCode.found;
  if (json) console.log(JSON.stringify(toJson(verification), null, 2));
  else tell(verification);
}

function hashOf(text: string): string {
  const hash = text.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new InputError(
    `--hash ${printable(text)}：应为 64 位十六进制的 SHA-256。It must be a SHA-256 of 64 hexadecimal digits.`,
  );
}

async function readPackage(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > LARGEST) throw new InputError(`${path} 超过 512 MB。${path} has more than 512 MB.`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`无法读取 ${path} cannot be read: ${why}`, { cause });
  }
}

function toJson({ publication, sha256, looked, findings, count }: Verification): object {
  const language = terminalLanguage(process.env);
  return {
    ok: count === 0,
    publication,
    snapshotSha256: sha256,
    looked,
    findings: findings.map((finding) => {
      const { reason: _reason, ...rest } = finding;
      return { ...rest, message: describeFinding(finding, language) };
    }),
    count,
  };
}

function tell({ publication, sha256, looked, findings, count }: Verification): void {
  const language = terminalLanguage(process.env);
  for (const finding of findings) console.log(printable(describeFinding(finding, language)));
  if (count > findings.length) console.log(`… +${count - findings.length}`);
  if (publication !== null) {
    const { title, slug, version } = publication;
    console.error(printable(`${title} · ${slug}/${version}`));
  }
  if (publication?.snapshot === 'reduced') console.error(reduced[language]);
  else if (sha256 !== null) console.error(`SHA-256 ${sha256}`);
  console.error(sentence(looked, count)[language]);
}

const reduced = {
  zh: '本次公布由较早版本的程序封存，快照略去了可能识别个人的小数字，无法核对公布的哈希值；其余均已核对。',
  en: 'An earlier version of the program sealed this; the snapshot leaves small numbers out, so that the hash of the publication cannot be checked. Everything else was.',
};

function sentence({ files, units, indicators, results, compared }: Verification['looked'], count: number) {
  return count === 0
    ? {
        zh: `核验通过：${files} 个文件，${units} 个单位 × ${indicators} 个指标，重新计算 ${results} 行结果，比较 ${compared} 项，全部一致。`,
        en: `Everything agrees: ${files} files, ${units} units × ${indicators} indicators, ${results} results computed again, ${compared} values compared.`,
      }
    : {
        zh: `核验未通过：${count} 处不一致（${files} 个文件，比较 ${compared} 项）。`,
        en: `${count} values do not agree (${files} files, ${compared} values compared).`,
      };
}
