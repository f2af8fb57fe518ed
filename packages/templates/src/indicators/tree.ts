import type { LocalText, Rule } from '@gongping/scoring';
import type { IndicatorRole, TemplateIndicator, UnitKind } from '../types.ts';

const KINDS = ['county', 'department'] as const satisfies readonly UnitKind[];

type Leaf = Omit<
  TemplateIndicator,
  'parent' | 'level' | 'role' | 'rule' | 'unitKinds' | 'enabledByDefault'
> & { readonly rule: Rule };

/** Writes a leaf; its place in the tree and its role come from the group it is put in. */
export function leaf(parts: Leaf): Leaf {
  return parts;
}

/** A level-2 node and the level-3 leaves below it, before their family is known. */
interface Group {
  readonly code: string;
  readonly name: LocalText;
  readonly leaves: readonly Leaf[];
}

export function group(code: string, name: LocalText, leaves: readonly Leaf[]): Group {
  return { code, name, leaves };
}

/** A family that counts towards the 100, with its groups and leaves: parents before children. */
export function family(
  code: string,
  name: LocalText,
  groups: readonly Group[],
): readonly TemplateIndicator[] {
  const nodes = groups.flatMap((each) => [
    innerNode(each, { parent: code, level: 2, role: 'score' }, each.leaves),
    ...each.leaves.map((one) => placed(one, { parent: each.code, level: 3, role: 'score' })),
  ]);
  const all = groups.flatMap(({ leaves }) => leaves);
  return [innerNode({ code, name }, { parent: null, level: 1, role: 'score' }, all), ...nodes];
}

/** A top node outside the 100 with its leaves directly below it. */
export function outside(
  code: string,
  name: LocalText,
  part: { readonly role: 'bonus' | 'veto'; readonly leaves: readonly Leaf[] },
): readonly TemplateIndicator[] {
  const { role, leaves } = part;
  return [
    innerNode({ code, name }, { parent: null, level: 1, role }, leaves),
    ...leaves.map((one) => placed(one, { parent: code, level: 2, role })),
  ];
}

interface Place {
  readonly parent: string | null;
  readonly level: 1 | 2 | 3;
  readonly role: IndicatorRole;
}

function placed(one: Leaf, place: Place): TemplateIndicator {
  return { ...one, ...place, unitKinds: kindsOf([one]), enabledByDefault: place.role !== 'veto' };
}

function innerNode(
  node: Pick<TemplateIndicator, 'code' | 'name'>,
  place: Place,
  leaves: readonly Leaf[],
): TemplateIndicator {
  return {
    code: node.code,
    name: node.name,
    ...place,
    unitKinds: kindsOf(leaves),
    marks: { county: null, department: null },
    rule: null,
    ruleText: '',
    evidenceWanted: '',
    naCondition: null,
    clauses: [...new Set(leaves.flatMap(({ clauses }) => clauses))].toSorted((a, b) => a - b),
    quote: '',
    legalBasis: null,
    enabledByDefault: place.role !== 'veto',
  };
}

function kindsOf(leaves: readonly Leaf[]): readonly UnitKind[] {
  return KINDS.filter((kind) => leaves.some(({ marks }) => marks[kind] !== null));
}
