import type { DraftIndicator } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { editNodes, type NodeEdit } from './edit-nodes.ts';
import { EditRefusal } from './edit-sentences.ts';
import { node, smallTree } from './nodes.fixture.ts';
import type { NodeContent } from './system-content.ts';

const codes = (nodes: readonly NodeContent[]) => nodes.map(({ code }) => code).join(' ');
const after = (edit: NodeEdit, nodes = smallTree) => editNodes(nodes, edit);
const refusal = (edit: NodeEdit, nodes = smallTree): string => {
  try {
    editNodes(nodes, edit);
  } catch (error) {
    if (error instanceof EditRefusal) return error.sentence.en;
    throw error;
  }
  return '';
};

function typed(content: NodeContent, changes: Partial<DraftIndicator> = {}): DraftIndicator {
  const { parentCode: parent, level: _level, countyMarks: county, departmentMarks, ...rest } = content;
  return { ...rest, parent, marks: { county, department: departmentMarks }, ...changes } as DraftIndicator;
}
const leaf = node('A1-2', 'A1', '30');

describe('adding', () => {
  it('puts a node after its siblings under the next free code', () => {
    const { nodes, selected } = after({ op: 'add', parent: 'A1', before: null });
    expect(selected).toBe('A1-3');
    expect(codes(nodes)).toBe('A A1 A1-1 A1-2 A1-3 A2 A2-1');
    expect(nodes.find(({ code }) => code === 'A1-3')).toMatchObject({ level: 3, rule: null });
  });

  it('puts a node before another, and a family at the end', () => {
    expect(codes(after({ op: 'add', parent: 'A1', before: 'A1-2' }).nodes)).toBe(
      'A A1 A1-1 A1-3 A1-2 A2 A2-1',
    );
    expect(codes(after({ op: 'add', parent: null, before: null }).nodes)).toBe('A A1 A1-1 A1-2 A2 A2-1 B');
  });

  it('is refused below what is scored', () => {
    expect(refusal({ op: 'add', parent: 'A1-1', before: null })).toContain('rule of scoring');
  });
});

describe('changing', () => {
  it('takes a new code to the children', () => {
    const renamed = after({ op: 'change', code: 'A1', indicator: typed(node('A9', 'A')) });
    expect(renamed.selected).toBe('A9');
    expect(codes(renamed.nodes)).toBe('A A9 A1-1 A1-2 A2 A2-1');
    expect(renamed.nodes.filter(({ parentCode }) => parentCode === 'A9')).toHaveLength(2);
  });

  it('refuses a code that is taken and a rule above other nodes', () => {
    expect(refusal({ op: 'change', code: 'A1-2', indicator: typed({ ...leaf, code: 'A1-1' }) })).toContain(
      '“A1-1”',
    );
    const scored = typed(node('A1', 'A', '5'));
    expect(refusal({ op: 'change', code: 'A1', indicator: scored })).toContain('stand below');
  });

  it('gives what is below the role of the top, and headings the kinds of their leaves', () => {
    const role = after({ op: 'change', code: 'A', indicator: typed({ ...node('A', null), role: 'bonus' }) });
    expect(role.nodes.every((each) => each.role === 'bonus')).toBe(true);
    const both = typed(leaf, { unitKinds: ['department'], marks: { county: '30', department: '20' } });
    const kinds = after({ op: 'change', code: 'A1-2', indicator: both });
    expect(kinds.nodes.find(({ code }) => code === 'A1')?.unitKinds).toEqual(['county', 'department']);
    // Marks for a kind that it is not for are dropped.
    expect(kinds.nodes.find(({ code }) => code === 'A1-2')).toMatchObject({
      countyMarks: null,
      departmentMarks: '20',
    });
  });
});

describe('moving', () => {
  it('goes to another parent with everything below', () => {
    const { nodes } = after({ op: 'move', code: 'A1', parent: 'A2', before: 'A2-1' });
    expect(codes(nodes)).toBe('A A2 A1 A1-1 A1-2 A2-1');
    expect(nodes.find(({ code }) => code === 'A1-1')?.level).toBe(4);
  });

  it('goes up and down among its siblings', () => {
    expect(codes(after({ op: 'move', code: 'A2', parent: 'A', before: 'A1' }).nodes)).toBe(
      'A A2 A2-1 A1 A1-1 A1-2',
    );
    expect(codes(after({ op: 'move', code: 'A1-1', parent: 'A1', before: null }).nodes)).toBe(
      'A A1 A1-2 A1-1 A2 A2-1',
    );
    expect(after({ op: 'move', code: 'A1', parent: 'A', before: 'A1' }).nodes).toHaveLength(6);
  });

  it('is refused below itself, below what is scored, and of what is not there', () => {
    expect(refusal({ op: 'move', code: 'A', parent: 'A1', before: null })).toContain('below itself');
    expect(refusal({ op: 'move', code: 'A2', parent: 'A2', before: null })).toContain('below itself');
    expect(refusal({ op: 'move', code: 'A2', parent: 'A1-1', before: null })).toContain('rule of scoring');
    expect(refusal({ op: 'move', code: 'Q', parent: null, before: null })).toContain('“Q”');
  });
});

describe('copying', () => {
  it('takes everything below along under codes of its own', () => {
    const { nodes, selected } = after({ op: 'copy', code: 'A1', parent: 'A', before: 'A2' });
    expect(selected).toBe('A3');
    expect(codes(nodes)).toBe('A A1 A1-1 A1-2 A3 A3-1 A3-2 A2 A2-1');
    expect(nodes.find(({ code }) => code === 'A3-2')).toMatchObject({ countyMarks: '30', parentCode: 'A3' });
  });

  it('may go below itself: what is copied is what was there', () => {
    expect(codes(after({ op: 'copy', code: 'A2', parent: 'A2', before: null }).nodes)).toBe(
      'A A1 A1-1 A1-2 A2 A2-1 A3 A3-1',
    );
  });
});

describe('retiring', () => {
  it('leaves a node out with everything below and selects the next one', () => {
    const { nodes, selected } = after({ op: 'retire', code: 'A1' });
    expect([codes(nodes), selected]).toEqual(['A A2 A2-1', 'A2']);
    expect(after({ op: 'retire', code: 'A2-1' }).selected).toBe('A2');
  });

  it('is taken back by restoring what was there', () => {
    const { nodes } = after({ op: 'retire', code: 'A1' });
    const restored = editNodes(nodes, { op: 'restore', indicators: smallTree.map((each) => typed(each)) });
    expect(restored.nodes).toEqual(
      editNodes(smallTree, { op: 'retire', code: 'A2' }).nodes.concat(
        restored.nodes.filter(({ code }) => code.startsWith('A2')),
      ),
    );
    expect(codes(restored.nodes)).toBe(codes(smallTree));
  });
});

describe('restoring', () => {
  it('refuses what is no tree', () => {
    const restore = (nodes: readonly NodeContent[]): NodeEdit => ({
      op: 'restore',
      indicators: nodes.map((each) => typed(each)),
    });
    expect(refusal(restore([...smallTree, node('A', null)]))).toContain('“A”');
    expect(refusal(restore([...smallTree, node('B', 'C'), node('C', 'B')]))).toContain('own ancestor');
    expect(refusal(restore([...smallTree, node('B', 'A1-1', '1')]))).toContain('stand below');
  });
});
