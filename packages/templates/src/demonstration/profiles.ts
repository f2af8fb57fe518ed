/** How a unit fares in the demonstration: invented, and says nothing about the real unit. */
export interface UnitProfile {
  /** Third-party score aimed at in 2020, of 100; indicators come in steps, so it is met within a mark or two. */
  readonly target: number;
  /** Improvement on the year before; negative for a unit that got worse. */
  readonly gain: number;
  /** Valid answers in the public survey where they are fewer than usual. */
  readonly answers?: number;
  /** Unit whose findings weigh exactly as much: the two tie. */
  readonly twin?: string;
}

const profiles: Readonly<Record<string, UnitProfile>> = {
  C01: { target: 87.3, gain: 2.6 },
  C02: { target: 88.9, gain: 3.1 },
  C03: { target: 83.2, gain: 4.4 },
  C04: { target: 92.6, gain: 2.2 },
  C05: { target: 81.6, gain: -1.9 },
  C06: { target: 86.1, gain: 5.3 },
  C07: { target: 78.6, gain: 3.8 },
  C08: { target: 80.4, gain: 4.9 },
  C09: { target: 90.6, gain: 3.4 },
  C10: { target: 84.8, gain: 2.9 },
  D01: { target: 92.4, gain: 2.5 },
  D02: { target: 90.9, gain: 3.3 },
  D03: { target: 88.9, gain: 2.8 },
  D04: { target: 84.3, gain: 4.1 },
  D05: { target: 79.5, gain: -1.5 },
  D06: { target: 93.6, gain: 2.9 },
  D07: { target: 76.8, gain: 5.6 },
  D08: { target: 91.4, gain: 2.4 },
  D09: { target: 86.4, gain: 3.7 },
  D10: { target: 82.1, gain: 3.5 },
  D11: { target: 80.6, gain: -2.3 },
  D12: { target: 90.1, gain: 4.6 },
  D13: { target: 87.5, gain: 3.9 },
  D14: { target: 89.3, gain: 4.2 },
  D15: { target: 88.2, gain: 3.2 },
  D16: { target: 87.0, gain: 2.7 },
  D17: { target: 83.7, gain: 4.8 },
  D18: { target: 78.9, gain: -2.6 },
  D19: { target: 81.9, gain: 3.6 },
  D20: { target: 85.6, gain: 6.1 },
  D21: { target: 77.4, gain: -1.8 },
  D22: { target: 79.9, gain: 4.3 },
  D23: { target: 72.5, gain: 2.8, answers: 46 },
  D24: { target: 72.5, gain: 2.8, answers: 58, twin: 'D23' },
  D25: { target: 63.0, gain: 0.8, answers: 73 },
  D26: { target: 84.9, gain: 5.1 },
  D27: { target: 86.8, gain: 4.5 },
};

/** Of a unit without a profile of its own. */
const ordinary: UnitProfile = { target: 82, gain: 3 };

export function profileOf(unitCode: string): UnitProfile {
  return profiles[unitCode] ?? ordinary;
}

/** Score aimed at in a year: gains run on from 2020, within what a real assessment shows. */
export function targetOf(unitCode: string, year: number): number {
  const { target, gain } = profileOf(unitCode);
  return Math.min(96, Math.max(62, target + gain * (year - 2020)));
}
