import { reportDocx, reportHtml, reportPdf } from '@gongping/documents';
import { getDocumentProxy } from 'unpdf';
import { plainDocx, plainPdf } from './documents/plain-documents.ts';
import { sampleReport } from './documents/sample-report.ts';
import type { Figure } from './figure.ts';

/** The first runs compile and read the fonts: the product's thread keeps both. */
const WARM = 4;
const RUNS = 15;

const timed = async (run: () => unknown): Promise<number> => {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
};

/** In turns, so that what else the machine does falls on both. */
const compared = async (ours: () => unknown, theirs: () => unknown) => {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let run = 0; run < WARM + RUNS; run += 1) {
    const [our, their] = [await timed(ours), await timed(theirs)];
    if (run < WARM) continue;
    times.ours.push(our);
    times.theirs.push(their);
  }
  return times;
};

/** Documents of a report of twenty pages, against the same text written by the bare libraries. */
export const documentFigures = async (): Promise<Figure[]> => {
  const report = sampleReport();
  const { numPages } = await getDocumentProxy(await reportPdf(report));
  const docx = await compared(
    () => reportDocx(report),
    () => plainDocx(report),
  );
  const pdf = await compared(
    () => reportPdf(report),
    () => plainPdf(report),
  );
  const html: number[] = [];
  for (let run = 0; run < RUNS; run += 1) html.push(await timed(() => reportHtml(report)));
  return [
    { name: 'pages of the report, read back from its PDF', unit: '', runs: [numPages] },
    {
      name: 'DOCX with five charts',
      unit: 'ms',
      runs: docx.ours,
      baseline: { name: 'docx, without charts', runs: docx.theirs },
      target: { of: 'median', most: 100 },
    },
    {
      name: 'PDF with five charts, contents and bookmarks',
      unit: 'ms',
      runs: pdf.ours,
      baseline: { name: 'pdfmake, without charts', runs: pdf.theirs },
      target: { of: 'median', most: 600 },
    },
    { name: 'HTML with five charts', unit: 'ms', runs: html },
  ];
};
