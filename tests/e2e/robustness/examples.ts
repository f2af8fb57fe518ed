import { defaultMethod, type EngineInput, type MethodInput, type Score } from '@gongping/scoring';

const units = Array.from({ length: 48 }, (_, at) => ({
  code: `U${at}`,
  name: '',
  kind: at < 20 ? 'county' : 'department',
}));
const families = ['A', 'B', 'C', 'D'].map((code) => ({ code, parent: null, name: code }));
const leaves = Array.from({ length: 36 }, (_, at) => {
  const parent = families[at % families.length]?.code ?? 'A';
  const marksByKind = { county: 1 + (at % 5), department: at % 7 === 0 ? 0 : 2 + (at % 3) };
  return { code: `${parent}-${at}`, parent, name: '', marksByKind };
});
const bonus = { code: 'X', parent: null, name: '', role: 'bonus' as const, marks: 5 };

/** Scores with many digits that are good at different things, so that the order depends on the weights. */
const scores = units.flatMap((unit, u): Score[] => [
  ...leaves.flatMap(({ code, marksByKind }, l): Score[] => {
    const marks = marksByKind[unit.kind === 'county' ? 'county' : 'department'];
    if (marks === 0) return [];
    const value = (u * 13 + l * 29) % 17 === 0 ? 'NA' : (marks * (70 + ((u * 31 + l * 17) % 29))) / 99;
    return [{ unit: unit.code, indicator: code, value }];
  }),
  ...(u % 9 === 0 ? [{ unit: unit.code, indicator: 'X', value: 1.5 }] : []),
]);

const example = (method: MethodInput): EngineInput => ({
  units,
  indicators: [...families, ...leaves, bonus],
  scores,
  components: [
    {
      code: 'social',
      weight: 0.2,
      values: Object.fromEntries(
        units.map(({ code }, u) => [code, u % 5 === 0 ? null : 60 + ((u * 7) % 37)]),
      ),
    },
  ],
  method: { ...defaultMethod, ...method },
});

/** What the kernel computes, in both ways of sharing out what is not applicable, and what the engine draws itself. */
export const examples: Readonly<Record<string, EngineInput>> = {
  'weighted means': example({}),
  'weighted means, N/A to the siblings': example({ notApplicable: 'siblings' }),
  'geometric means, ties at their mean rank': example({
    aggregation: 'geometric',
    ranking: { ...defaultMethod.ranking, ties: 'average' },
  }),
};
