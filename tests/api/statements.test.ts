import { buildOpenApiDocument } from '@gongping/api';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';
import { cityReportContent } from '../support/city-report.ts';
import { invitedChannel, paperChannel } from '../support/large-round/channels.ts';
import { insertLargeRounds, type LargeRounds } from '../support/large-round/large-round.ts';

/**
 * No page may ask the database more often because there is more in it. Every route that answers a GET is asked in a round
 * of three units and then, in the same database, in one of twelve with four times as many leaves: more units, people,
 * claims, ratings, scores, evidence, cases, appeals, messages, entries of the log.
 */
const bench = useBench();

type Name = 'claiming' | 'scoring' | 'appeal' | 'final';
type Rounds = LargeRounds<Name>;

let small: Rounds;
let large: Rounds;

const roundsFrom = (year: number) =>
  ({
    final: { year, phase: 'final' },
    appeal: { year: year + 1, phase: 'appeal' },
    scoring: { year: year + 2, phase: 'scoring' },
    claiming: { year: year + 3, phase: 'self_assessment' },
  }) as const;

async function prepare(size: { units: number; leaves: number }, year: number): Promise<Rounds> {
  const rounds = await insertLargeRounds(bench.database.db, size, roundsFrom(year));
  // Twice, so that there is a version before the newest to compare it with.
  for (const reason of ['', '复核后更正']) {
    const published = await ask(rounds.cookies.organiser, `/assessments/${year}/publications`, { reason });
    expect(published.status, await published.clone().text()).toBe(201);
  }
  await publishReport(rounds.cookies.organiser, year);
  return rounds;
}

/** The annual report of the city, with figures of the round. */
async function publishReport(cookie: string, year: number): Promise<void> {
  const path = `/city-reports/${year}`;
  const draft = { expectedRevision: 0, content: cityReportContent(year) };
  const kept = await ask(cookie, `${path}/draft`, draft, 'PUT');
  expect(kept.status, await kept.clone().text()).toBe(200);
  const published = await ask(cookie, `${path}/publications`, { expectedRevision: 1, reason: '' });
  expect(published.status, await published.clone().text()).toBe(201);
}

function ask(cookie: string, path: string, body?: unknown, method = 'POST'): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const request = body === undefined ? {} : { method, body: JSON.stringify(body) };
  return Promise.resolve(bench.app.request(`/api/v1${path}`, { headers, ...request }));
}

/** These read the log in stretches of a fixed length, so that it never is in memory as a whole. */
const inStretches = /\/audit\/(export\.\w+|verification)$/;

type Methods = Readonly<Record<string, { readonly 'x-access': unknown }>>;
const { paths: routes } = buildOpenApiDocument() as { paths: Readonly<Record<string, Methods>> };
const paths = Object.keys(routes).filter((path) => routes[path]?.['get'] && !inStretches.test(path));
/** Answers everybody alike; only the session is somebody's own. */
const isPublic = (path: string): boolean =>
  path !== '/session' && routes[path]?.['get']?.['x-access'] === 'public';

/** A link that these rounds do not have, and files, which are read in pieces however many there are. */
const elsewhere = [
  '/setup/{token}',
  '/assessments/{slug}/evidence/{id}/file',
  // One sheet has two entries, however many sheets there are.
  '/assessments/{slug}/survey/paper/{channel}/sheets/{sheet}',
  '/assessments/{slug}/publications/{version}/report-archives/{id}/reports.zip',
  // These rounds have no filed reports; a version of one is a row, however many there are.
  '/unit-reports/{unit}/{year}/versions/{version}',
  '/unit-reports/{unit}/{year}/versions/{version}/file',
  '/unit-reports/{unit}/{year}/versions/{version}/workbook.xlsx',
];

function addressOf(path: string, rounds: Rounds, name: Name): string {
  const { places } = rounds;
  const of = places[name];
  const isOfSystem = path.startsWith('/indicator-systems/');
  const invitation = path.includes('/invitations/') ? of.invitation : undefined;
  const about: Record<string, string> = {
    channel: path.includes('/paper/') ? paperChannel : invitedChannel,
    slug: of.slug,
    unit: path.includes('/arbitration/') ? of.caseUnit : of.unit,
    indicator: path.includes('/arbitration/') ? of.caseLeaf : of.leaf,
    id: invitation ?? (isOfSystem ? of.system : path.includes('/appeals/') ? of.appeal : of.page),
    from: of.system,
    system: of.system,
    year: path.startsWith('/calendar/') ? '2020' : places.final.slug,
    version: 'latest',
  };
  const address = path.replaceAll(/\{(\w+)\}/g, (_whole, place: string) => about[place] ?? 'none');
  // There is no version before the first: it is compared with itself.
  return /\/publications\/[^/]+\/[^/]+\/changes$/.test(path) ? `${address}?from=1` : address;
}

const personas = ['organiser', 'evaluator', 'reviewer', 'leader', 'liaison'] as const;

/** What has no round in its address is asked in one of the rounds, what is public by one person. */
function isAsked({ name, persona, path }: { name: Name; persona: string; path: string }): boolean {
  if (isPublic(path) && persona !== personas[0]) return false;
  return name === 'scoring' || path.includes('{slug}');
}

/** Statements of every route that answers, by round, person and path; those of `wanted` where it is given. */
async function statements(
  rounds: Rounds,
  wanted?: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    for (const persona of personas) {
      const cookie = rounds.cookies[persona];
      // A session that is asked for again may be prolonged by the first request.
      await ask(cookie, '/session');
      for (const name of ['claiming', 'scoring', 'appeal', 'final'] as const) {
        for (const path of paths) {
          const key = `${name} ${persona} ${path}`;
          if (wanted ? !wanted.has(key) : !isAsked({ name, persona, path })) continue;
          spy.mockClear();
          const response = await ask(cookie, addressOf(path, rounds, name));
          await response.arrayBuffer();
          if (wanted) expect(response.status, key).toBe(200);
          // What a new connection begins with is no statement of the page.
          const asked = spy.mock.calls.filter(([query]) => !String(query).includes('set_config'));
          if (response.status === 200) counts.set(key, asked.length);
        }
      }
    }
  } finally {
    spy.mockRestore();
  }
  return counts;
}

let few: Map<string, number>;

beforeAll(async () => {
  small = await prepare({ units: 3, leaves: 10 }, 2021);
  few = await statements(small);
  large = await prepare({ units: 12, leaves: 40 }, 2031);
}, 120_000);

describe('the statements of a page', () => {
  it('are counted for every route', () => {
    const answered = new Set([...few.keys()].map((key) => key.split(' ').at(-1)));
    expect(paths.filter((path) => !answered.has(path))).toEqual(elsewhere);
  });

  it('are as many in a large round as in a small one', { timeout: 120_000 }, async () => {
    const many = await statements(large, few);
    const differing = [...many].filter(([key, count]) => few.get(key) !== count);
    expect(differing.map(([key, count]) => `${key}: ${few.get(key)} and ${count}`)).toEqual([]);
  });

  it('are few', () => {
    const most = [...few].filter(([, count]) => count > MOST);
    expect(most).toEqual([]);
  });
});

/** More than this and a page should ask for less, or for more at once. */
const MOST = 40;
