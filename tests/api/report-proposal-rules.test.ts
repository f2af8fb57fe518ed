import type { ReportProposals, SystemCheck } from '@gongping/contracts';
import type { DeductionItem, GradedRule, Rule } from '@gongping/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { draftOf, edit, systemOf, typedNode } from '../support/drafts.ts';
import { faultyReport, fileReport } from '../support/filed-reports.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

beforeAll(async () => {
  bench.clock.now = new Date('2020-04-20T02:00:00Z');
  round = await createRound(bench);
});

const proposalsOf = async (person: Person, unit: string, of = round): Promise<ReportProposals> => {
  const path = `/assessments/${of.slug}/score-sheets/${unit}/report-proposals`;
  const response = await person.call('GET', path);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as ReportProposals;
};

describe('an indicator system that an organiser has changed', () => {
  /** A round by a version of the template with some leaves changed. */
  async function roundWith(changes: Readonly<Record<string, (rule: Rule) => Rule>>): Promise<Round> {
    const id = await draftOf(round.organiser, round.assessment.settings.indicatorSystemId);
    for (const [code, change] of Object.entries(changes)) {
      const node = typedNode(await systemOf(round.organiser, id), code);
      const indicator = { ...node, rule: node.rule && (change(node.rule) as typeof node.rule) };
      const { checks } = await edit(round.organiser, id, { op: 'change', code, indicator });
      expect(checks.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    const { revision } = await systemOf(round.organiser, id);
    const frozen = { expectedRevision: revision, reason: '按本市实际调整' };
    const response = await round.organiser.call('POST', `/indicator-systems/${id}/freeze`, frozen);
    expect(response.status, await response.clone().text()).toBe(200);
    return createRound(bench, { settings: { indicatorSystemId: id } });
  }
  const graded = (levels: GradedRule['levels']) => (): Rule => ({ method: 'graded', levels });
  const items =
    (change: (item: DeductionItem) => DeductionItem) =>
    (rule: Rule): Rule =>
      rule.method === 'deduct' ? { ...rule, items: rule.items.map(change) } : rule;
  const label = { zh: '等级', en: 'level' };
  /** Eight days late, two identities broken, five cells blank. */
  const late = () => {
    const content = faultyReport();
    const blank = { normativeDocuments: [null, null, null], licences: [null, null, 0] };
    const table2 = { ...content.table2, ...blank };
    return { content: { ...content, table2 }, publishedOn: '2020-04-08' };
  };

  it('is judged by its own levels, shares and counts', async () => {
    const changed = await roundWith({
      'B1-1': graded([
        { code: 'L1', label, coefficient: 1, days: 0 },
        { code: 'L2', label, coefficient: 0.8, days: 7 },
        { code: 'L3', label, coefficient: 0.4, days: 8 },
        { code: 'L4', label, coefficient: 0 },
      ]),
      'B2-2': items((item) => (item.code === 'blank-cells' ? { ...item, share: 0.25, every: 2 } : item)),
      'B3-1': items((item) => ({ ...item, share: 0.1, per: 'once' })),
    });
    await fileReport(changed.organiser, { unit: 'C04', year: 2019, ...late() });
    const { proposals } = await proposalsOf(changed.organiser, 'C04', changed);
    const marks = new Map(proposals.map((proposal) => [proposal.indicator, proposal.marks]));
    // By hand. B1-1: 0.4 × 2. B2-2: 2 − 2 × 0.25 × 2, for five cells at every two. B3-1: 3 − 0.1 × 3, however many.
    expect(['B1-1', 'B2-2', 'B3-1'].map((code) => marks.get(code))).toEqual(['0.8', '1', '2.7']);
    // By the template: half of 2; 2 − 0.05 × 2; 3 − 2 × 0.2 × 3.
    const { indicatorSystemId } = round.assessment.settings;
    const usual = await createRound(bench, { settings: { indicatorSystemId } });
    const before = (await proposalsOf(usual.organiser, 'C04', usual)).proposals;
    expect(
      before.filter(({ indicator }) => /B1-1|B2-2|B3-1/.test(indicator)).map((proposal) => proposal.marks),
    ).toEqual(['1', '1.9', '1.8']);
  });

  it('whose items cannot be told proposes nothing, says why, and says so while it is edited', async () => {
    const renamed = (item: DeductionItem) => ({ ...item, code: `own-${item.code}` });
    const changed = await roundWith({ 'B3-1': items(renamed) });
    const { proposals } = await proposalsOf(changed.organiser, 'C04', changed);
    const proposal = proposals.find(({ indicator }) => indicator === 'B3-1');
    expect(proposal).toMatchObject({ state: 'none', marks: null, input: null });
    expect(proposal?.sentence).toContain('identity');
    const system = changed.assessment.settings.indicatorSystemId;
    const checks = await changed.organiser.call('GET', `/indicator-systems/${system}/checks`);
    expect(((await checks.json()) as { checks: SystemCheck[] }).checks).toContainEqual(
      expect.objectContaining({ severity: 'advice', indicator: 'B3-1', field: 'judge' }),
    );
  });
});
