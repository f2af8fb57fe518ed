import type { PublicationLicence, SnapshotView } from './snapshot-view.ts';

export const README = 'README.md';

interface About {
  readonly snapshot: SnapshotView;
  readonly sha256: string;
  /** False where the snapshot in the package leaves small numbers out that the sealed one has. */
  readonly whole: boolean;
  readonly licence: PublicationLicence;
}

const command = 'npx gongping verify publication.zip';
const recompute = 'npx gongping score publication.zip';

const files = {
  zh: `- snapshot.json：封存的快照（RFC 8785 规范 JSON），其 SHA-256 即本次公布的哈希值
- units.csv、indicators.csv、scores.csv、social.csv、method.json：单位、指标、得分、社会评议得分、方法
- results.csv、totals.csv：每个单位每项指标的得分、覆盖率、名次、等次；总分如何合成
- survey*.csv、comments.csv：社会评议的份数和均值，经核定的意见原文（1 至 4 份的数留空）
- dictionary.csv：数据字典，每个文件每一列的类型、单位和含义
- datapackage.json：Frictionless 数据包描述
- SHA256SUMS：每个文件的 SHA-256`,
  en: `- snapshot.json: the sealed snapshot (canonical JSON by RFC 8785); its SHA-256 is the hash of the publication
- units.csv, indicators.csv, scores.csv, social.csv, method.json: units, indicators, marks, appraisal, method
- results.csv, totals.csv: score, coverage, rank and band of each unit and indicator; how each total came about
- survey*.csv, comments.csv: numbers and means of the appraisal, comments as confirmed (1 to 4 answers are left out)
- dictionary.csv: the data dictionary, with type, unit and meaning of every column
- datapackage.json: the Frictionless Data Package
- SHA256SUMS: the SHA-256 of every file`,
};

const reduced = {
  zh: `本次公布由较早版本的程序封存，封存的快照含有可能识别个人的小数字；本包中的 snapshot.json 已将其略去，
因此它的 SHA-256 与公布的哈希值不同。\n\n`,
  en: `An earlier version of the program sealed this publication, with numbers so small that they could tell of single
people. snapshot.json leaves them out, so that its SHA-256 is not the hash of the publication.\n\n`,
};

/** `README.md`: what is in the package, and how anybody computes it again. */
export const readmeText = ({ snapshot, sha256, whole, licence }: About): string => {
  const { facts, version, publishedAt, reason } = snapshot;
  const mark = facts.demonstration ? { zh: '（演示数据）', en: ' (demonstration data)' } : { zh: '', en: '' };
  const correction =
    reason === ''
      ? { zh: '', en: '' }
      : { zh: `- 更正原因：${reason}\n`, en: `- Corrected because: ${reason}\n` };
  return `# ${facts.title}${mark.zh}

- 公布 ${facts.slug} 第 ${version} 版，${publishedAt}
- SHA-256 ${sha256}
${correction.zh}- 许可：${licence.title} ${licence.path}

${whole ? '' : reduced.zh}## 文件

${files.zh}

## 如何核验

    ${command}

核对每个文件的哈希值，并用公开的计算程序重新计算每一项得分、名次、等次、覆盖率和合成，与公布的数字逐一比较。
请把上面的 SHA-256 与公布页面或年度报告上印的哈希值比较：能改动整个数据包的人也能改动其中的哈希值。
不用本程序也可以：\`sha256sum -c SHA256SUMS\` 核对文件，method.json 写明方法。只重新计算：

    ${recompute}

# ${facts.title}${mark.en}

- Publication ${facts.slug}, version ${version}, ${publishedAt}
- SHA-256 ${sha256}
${correction.en}- Licence: ${licence.title} ${licence.path}

${whole ? '' : reduced.en}## Files

${files.en}

## How to verify

    ${command}

checks the hash of every file, computes every score, rank, band, coverage and mix again with the published engine, and
compares each with what was published. Compare the SHA-256 above with the one on the public page or in the annual
report: whoever can change the whole package can change the hashes in it. Without the program, \`sha256sum -c SHA256SUMS\`
checks the files, and method.json says how to compute. To compute only:

    ${recompute}
`;
};
