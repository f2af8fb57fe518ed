import type { UnitKind } from '../types.ts';
import { randomStream } from './random.ts';
import { achievements, measures, problems } from './report-words.ts';

type Rows = Readonly<Record<string, readonly number[]>>;

/** An annual report on the form of 2019, in the format of files. */
export interface DemonstrationReport {
  readonly form: 'v2019';
  readonly year: number;
  readonly unit: { readonly name: string; readonly kind: UnitKind };
  readonly title: string;
  readonly table2: Rows;
  readonly table3: Rows;
  readonly table4: Rows;
  readonly text: Readonly<Record<'1' | '2' | '3' | '4' | '5' | '6', string>>;
}

export interface ReportingUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly year: 2019 | 2020;
  /** Among the units that report, counted from 0. */
  readonly position: number;
}

const FIRST_YEAR = 2019;
const refused = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `R3.3.${number}`);
const unavailable = [1, 2, 3].map((number) => `R3.4.${number}`);
const notProcessed = [1, 2, 3, 4, 5].map((number) => `R3.5.${number}`);

/** Reports of 2020 with something to find. */
const faults: Readonly<Record<string, 'text' | 'identity' | 'carried'>> = {
  C04: 'text',
  C07: 'identity',
  D02: 'text',
  D05: 'carried',
  D16: 'identity',
};

interface Requests {
  readonly received: number;
  readonly carriedOver: number;
  readonly carriedOn: number;
}

/** Requests of natural persons and of businesses in a year; what is carried over is what the year before carried on. */
function requestsOf({ code, kind, year }: ReportingUnit): readonly [Requests, Requests] {
  const of = (applicant: string): Requests => {
    const at = (each: number) => {
      const stream = randomStream('reports', code, applicant, each);
      const most = (kind === 'county' ? 40 : 14) / (applicant === 'business' ? 3 : 1);
      return { received: stream.integer(2, Math.trunc(most)), carriedOn: stream.integer(0, 2) };
    };
    const carriedOver = at(year - 1).carriedOn;
    return { ...at(year), carriedOver };
  };
  return [of('person'), of('business')];
}

const row = ([person, business]: readonly [number, number]): number[] => [
  person,
  business,
  0,
  0,
  0,
  0,
  person + business,
];
const nothing = [0, 0, 0, 0, 0, 0, 0];

function requestTable(unit: ReportingUnit, fault: string | undefined): Rows {
  const [person, business] = requestsOf(unit);
  const both = (pick: (of: Requests) => number) => row([pick(person), pick(business)]);
  const handled = ({ received, carriedOver, carriedOn }: Requests) => received + carriedOver - carriedOn;
  // A part cannot be provided, the others are disclosed.
  const lacking = (of: Requests) => Math.trunc(handled(of) / 4);
  const table: Record<string, number[]> = {
    R1: both(({ received }) => received),
    R2: both(({ carriedOver }) => carriedOver),
    'R3.1': both((of) => handled(of) - lacking(of)),
    'R3.2': [...nothing],
    ...Object.fromEntries([...refused, ...unavailable, ...notProcessed].map((key) => [key, [...nothing]])),
    'R3.4.1': both(lacking),
    'R3.6': [...nothing],
    'R3.7': both(handled),
    R4: both(({ carriedOn }) => carriedOn),
  };
  if (fault === 'identity') table['R3.7'] = both((of) => handled(of) + (of === person ? 1 : 0));
  if (fault !== 'carried') return table;
  // Two more than last year carried on; with as many more handled, everything else holds.
  const more = (key: string) => (table[key] = row([(table[key]?.[0] ?? 0) + 2, table[key]?.[1] ?? 0]));
  for (const key of ['R2', 'R3.1', 'R3.7']) more(key);
  return table;
}

/** Stocks go on from the year before: items and their change, documents and those disclosed. */
function disclosureTable({ code, year }: ReportingUnit): Rows {
  const items = (key: string): [number, number, number] => {
    const stream = randomStream('items', code, key);
    const first = stream.integer(3, 60);
    const changes = [stream.integer(-2, 3), stream.integer(-2, 3)];
    const decisions = randomStream('decisions', code, key, year).integer(0, 900);
    return [
      year === FIRST_YEAR ? first : first + (changes[0] ?? 0),
      changes[year - FIRST_YEAR] ?? 0,
      decisions,
    ];
  };
  const documents = (each: number) => randomStream('documents', code, each).integer(0, 9);
  const before = randomStream('documents', code).integer(10, 80);
  const disclosed = Array.from({ length: year - FIRST_YEAR + 1 }, (_, i) => documents(FIRST_YEAR + i));
  const all = disclosed.reduce((sum, count) => sum + count, before);
  const [feesBefore, feesChange] = items('fees');
  return {
    rules: [0, 0, 0],
    normativeDocuments: [documents(year), documents(year), all],
    licences: items('licences'),
    otherServices: items('services'),
    penalties: items('penalties'),
    coercion: items('coercion'),
    fees: [feesBefore, feesChange],
    procurement: [randomStream('procurement', code, year).integer(2, 40), 120],
  };
}

function caseTable({ code, year }: ReportingUnit): Rows {
  const stream = randomStream('cases', code, year);
  const group = (most: number): number[] => {
    const [upheld, corrected] = [stream.integer(0, most), stream.integer(0, 1)];
    return [upheld, corrected, 0, 0, upheld + corrected];
  };
  return { review: group(2), lawsuitDirect: group(1), lawsuitAfterReview: [0, 0, 0, 0, 0] };
}

/** What a unit of the demonstration reports for a year: sound, unless the unit is one of those with a fault. */
export function demonstrationReport(unit: ReportingUnit): DemonstrationReport {
  const { code, name, kind, year, position } = unit;
  const fault = year === FIRST_YEAR ? undefined : faults[code];
  const table3 = requestTable(unit, fault);
  const table4 = caseTable(unit);
  const received = table3['R1']?.[6] ?? 0;
  const told = fault === 'text' ? received + 3 : received;
  const words = <T>(list: readonly T[], step: number) => list[(position * step + year) % list.length] as T;
  return {
    form: 'v2019',
    year,
    unit: { name, kind },
    title: `${name}${year}年政府信息公开工作年度报告`,
    table2: disclosureTable(unit),
    table3,
    table4,
    text: {
      1: `本报告由${name}按照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自${year}年1月1日至${year}年12月31日。\n${year}年，${words(achievements, 1)}；${words(achievements, 3)}。全年新收政府信息公开申请${told}件，因政府信息公开引发的行政复议${table4['review']?.[4] ?? 0}件。`,
      2: '',
      3: '',
      4: '',
      5: `（一）存在的问题。一是${words(problems, 1)}；二是${words(problems, 4)}。\n（二）改进情况。${words(measures, 2)}；${words(measures, 5)}。`,
      6: '没有其他需要报告的事项。',
    },
  };
}
