import { describe, expect, it } from 'vitest';
import { editNodes, type NodeEdit } from './edit-nodes.ts';
import { longestRising } from './longest-rising.ts';
import { smallTree } from './nodes.fixture.ts';
import type { NodeContent, SystemContent } from './system-content.ts';
import { systemDifference } from './system-difference.ts';

const nodes = editNodes(smallTree, { op: 'move', code: 'A', parent: null, before: null }).nodes;
const system = (content: readonly NodeContent[] = nodes): SystemContent => ({
  title: { zh: '体系', en: 'System' },
  notice: { documentNumber: '', title: '', issuer: '', date: '', preamble: '', clauses: [] },
  leadTasks: [],
  nodes: content,
});
const after = (...edits: NodeEdit[]) =>
  systemDifference(system(), system(edits.reduce((tree, edit) => editNodes(tree, edit).nodes, nodes)));
const changed = (code: string, changes: Partial<NodeContent>) =>
  systemDifference(
    system(),
    system(nodes.map((each) => (each.code === code ? { ...each, ...changes } : each))),
  );

describe('the difference of two versions', () => {
  it('is nothing between a version and itself', () => {
    expect(systemDifference(system(), system())).toEqual({
      marks: [
        { kind: 'county', from: '100', to: '100' },
        { kind: 'department', from: '0', to: '0' },
      ],
      added: [],
      removed: [],
      moved: [],
      changed: [],
      notice: [],
    });
  });

  it('names what came and what went', () => {
    const difference = after({ op: 'retire', code: 'A2' }, { op: 'add', parent: 'A1', before: null });
    expect(difference.added).toMatchObject([{ code: 'A1-3', parent: 'A1' }]);
    expect(difference.removed).toMatchObject([
      { code: 'A2', parent: 'A', isLeaf: false },
      { code: 'A2-1', parent: 'A2', isLeaf: true },
    ]);
    expect(difference.marks[0]).toEqual({ kind: 'county', from: '100', to: '90' });
    expect(difference.moved).toEqual([]);
  });

  it('tells a move to another parent once, not of what is below', () => {
    const difference = after({ op: 'move', code: 'A1', parent: 'A2', before: null });
    expect(difference.moved).toMatchObject([{ code: 'A1', from: 'A', to: 'A2' }]);
    expect(difference.changed).toEqual([]);
  });

  it('tells a new order by the fewest nodes that explain it', () => {
    const difference = after({ op: 'move', code: 'A2', parent: 'A', before: 'A1' });
    expect(difference.moved).toMatchObject([{ code: 'A2', from: 'A', to: 'A' }]);
  });

  it('tells fields from and to, rules entry by entry', () => {
    const items = (share: number) => [
      { code: 'late', label: { zh: '逾期', en: 'Late' }, share, per: 'once' as const },
    ];
    const [first, second] = [0.2, 0.5].map((share) =>
      system(
        nodes.map((each) =>
          each.code === 'A2-1'
            ? {
                ...each,
                countyMarks: share === 0.2 ? '10' : '12',
                rule: { method: 'deduct', items: items(share) },
              }
            : each,
        ),
      ),
    );
    expect(systemDifference(first ?? system(), second ?? system()).changed).toMatchObject([
      {
        code: 'A2-1',
        fields: [
          { column: 'marks_county', entry: null, from: '10', to: '12' },
          { column: 'value', entry: 'deduction late', from: '0.2', to: '0.5' },
        ],
      },
    ]);
    expect(changed('A2-1', { legalBasis: '条例' }).changed).toMatchObject([
      { fields: [{ column: 'legal_basis', from: '', to: '条例' }] },
    ]);
  });

  it('recognises a node under a new code by its name, and its children with it', () => {
    const tree = nodes.map((each) =>
      each.code === 'A2'
        ? { ...each, code: 'A7' }
        : each.parentCode === 'A2'
          ? { ...each, parentCode: 'A7' }
          : each,
    );
    const difference = systemDifference(system(), system(tree));
    expect([difference.added, difference.removed, difference.moved]).toEqual([[], [], []]);
    expect(difference.changed).toMatchObject([
      { code: 'A7', fields: [{ column: 'code', from: 'A2', to: 'A7' }] },
    ]);
  });
});

describe('the longest rising run', () => {
  it.each([
    [[], []],
    [
      [2, 0, 1],
      [1, 2],
    ],
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [[3, 2, 1], [2]],
    [
      [0, 3, 1, 2],
      [0, 2, 3],
    ],
  ])('of %j stands at %j', (numbers, places) => {
    expect([...longestRising(numbers)].toSorted()).toEqual(places);
  });
});
