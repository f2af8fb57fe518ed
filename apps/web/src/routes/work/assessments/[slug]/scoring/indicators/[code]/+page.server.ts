import { answer } from '#lib/api/answer.ts';
import { localText } from '#lib/format/local-text.ts';
import { readNotice } from '#lib/server/notice.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { slug, code } = params;
  const assessment = locals.api.assessments[':slug'];
  const ofLeaf = assessment['indicator-sheets'][':indicator'];
  const param = { slug, indicator: code };
  const [sheet, claims, reports, names, source] = await Promise.all([
    answer(ofLeaf.$get({ param })),
    answer(ofLeaf.claims.$get({ param })),
    answer(ofLeaf['report-proposals'].$get({ param })),
    answer(assessment.names.$get({ param: { slug } })),
    readNotice(locals.api, slug),
  ]);
  const codes = names.leaves.map((leaf) => leaf.code);
  const at = codes.indexOf(code);
  const neighbours = { previous: codes[at - 1] ?? null, next: codes[at + 1] ?? null };
  const searchEntries = names.leaves.map((leaf) => ({
    label: localText(leaf.name),
    detail: leaf.code,
    href: `/work/assessments/${slug}/scoring/indicators/${leaf.code}`,
  }));
  return { sheet, claims, reports, source, neighbours, searchEntries };
};
