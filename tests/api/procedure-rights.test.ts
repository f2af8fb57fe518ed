import { phase, phaseRights, type Phase, type PhaseAction, type Role } from '@gongping/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Call } from '../support/app.ts';
import { actions } from '../support/procedure-actions.ts';
import { createProcedureRound, type ProcedureRound } from '../support/procedure-round.ts';

/**
 * Who may do what in which phase: O organiser, E evaluator, R reviewer, L liaison, D leader. A small letter: they
 * oversee it, in any phase. Every cell is asked for through the API, as everybody.
 */
// prettier-ignore
const table: Record<PhaseAction, string> = {
  //                       plan self scor arbi feed appl finl publ
  'settings.change':       'O    O    O    O    O    O    O    -',
  'phase.change':          'O    O    O    O    O    O    O    O',
  'assignment.change':     'O    O    O    -    -    -    -    -',
  'claim.write':           '-    L    -    -    -    -    -    -',
  'claim.submit':          '-    L    -    -    -    -    -    -',
  'claim.reopen':          '-    O    -    -    -    -    -    -',
  'claim.compare':         'or   or   Eor  Eor  Eor  Eor  Eor  Eor',
  'calibration.set':       'O    O    O    -    -    -    -    -',
  'calibration.write':     '-    -    E    -    -    -    -    -',
  'calibration.submit':    '-    -    E    -    -    -    -    -',
  'calibration.close':     '-    -    O    O    O    O    O    -',
  'guidance.write':        '-    -    O    O    -    -    -    -',
  'score.write':           '-    -    E    -    -    -    -    -',
  'rating.return':         '-    -    O    -    -    -    -    -',
  'arbitration.rule':      '-    -    R    R    -    -    -    -',
  'na.approve':            '-    -    RO   RO   RO   RO   RO   -',
  'na.reject':             '-    -    RO   RO   -    -    -    -',
  'request.write':         'EO   EO   EO   EO   -    -    -    -',
  'problems.read':         '-    -    -    -    LERO LERO LERO LERO',
  'rectification.request': '-    -    -    -    EO   EO   EO   -',
  'rectification.answer':  '-    -    -    -    L    L    L    L',
  'appeal.write':          '-    -    -    -    -    L    -    -',
  'appeal.rule':           '-    -    -    -    -    RO   -    -',
  'response.decide':       'O    O    O    O    O    O    O    -',
  'publish':               '-    -    -    -    -    -    O    O',
};

const letters: Record<Role, string> = {
  organiser: 'O',
  evaluator: 'E',
  reviewer: 'R',
  liaison: 'L',
  leader: 'D',
};
const rows = Object.entries(table) as [PhaseAction, string][];
const cellOf = (action: PhaseAction, at: Phase) =>
  table[action].split(/ +/u)[phase.options.indexOf(at)] ?? '';

interface Somebody {
  readonly name: string;
  readonly role: Role;
  /** Whether the unit is theirs to score or to speak for. */
  readonly own: boolean;
  readonly call: Call;
}

const bench = useBench();
let round: ProcedureRound;
let everybody: Somebody[];

beforeAll(async () => {
  round = await createProcedureRound(bench);
  const { organiser, evaluator, stranger, reviewer, liaison, neighbour, leader } = round;
  everybody = [
    { name: 'the leader', role: 'leader', own: false, call: leader.call },
    { name: "another unit's liaison", role: 'liaison', own: false, call: neighbour.call },
    { name: 'an evaluator of other units', role: 'evaluator', own: false, call: stranger.call },
    { name: 'the liaison', role: 'liaison', own: true, call: liaison.call },
    { name: 'the evaluator', role: 'evaluator', own: true, call: evaluator.call },
    { name: 'the reviewer', role: 'reviewer', own: true, call: reviewer.call },
    { name: 'the organiser', role: 'organiser', own: true, call: organiser.call },
  ];
});

/** What the table makes of somebody who asks. */
function expected(action: PhaseAction, at: Phase, { role, own }: Somebody): string {
  const letter = letters[role];
  const cell = cellOf(action, at);
  if (!table[action].toUpperCase().includes(letter)) return '403 forbidden';
  const isTheirs = own || (role === 'evaluator' && actions[action].ofEveryEvaluator === true);
  if (!isTheirs) return '404 not-found';
  if (cell.toUpperCase().includes(letter)) return 'allowed';
  return actions[action].shows ? 'not shown' : '409 wrong-phase';
}

async function outcomeOf(response: Response, action: PhaseAction): Promise<string> {
  const text = await response.text();
  const body = text === '' ? {} : (JSON.parse(text) as { code?: string; detail?: string });
  if (!response.ok) return `${response.status} ${body.code}`;
  const shows = actions[action].shows?.(body) ?? true;
  return shows ? 'allowed' : 'not shown';
}

/** Everybody's attempt at an action in a phase; what it needs is put back after each that was allowed. */
async function attempts(action: PhaseAction, at: Phase): Promise<Record<string, string>> {
  const { ready, ask } = actions[action];
  const prepare = async () => {
    await round.enter(at);
    await ready?.(bench.database.db, round);
  };
  const outcomes: Record<string, string> = {};
  await prepare();
  for (const { name, call } of [{ name: 'nobody', call: bench.anonymous }, ...everybody]) {
    const [method, path, body] = ask(round, at);
    outcomes[name] = await outcomeOf(await call(method, path, body), action);
    if (outcomes[name] === 'allowed') await prepare();
  }
  return outcomes;
}

describe('the table of phases, roles and actions', () => {
  it('is the one that the services refuse by', () => {
    const written = rows.map(([action]) => {
      const phases = phase.options.filter((at) => /[A-Z]/u.test(cellOf(action, at)));
      const roles = (Object.keys(letters) as Role[]).filter((role) => table[action].includes(letters[role]));
      return [action, { roles: roles.sort(), phases }];
    });
    const refusedBy = Object.entries(phaseRights).map(([action, { roles, phases }]) => {
      return [action, { roles: [...roles].sort(), phases }];
    });
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(refusedBy));
  });

  it('gives every role of a row the same phases, as the rights do', () => {
    for (const [action, row] of rows) {
      const cells = new Set(row.split(/ +/u).map((cell) => cell.replaceAll(/[a-z-]/gu, '')));
      cells.delete('');
      expect(cells.size, action).toBe(1);
      expect(row.split(/ +/u), action).toHaveLength(phase.options.length);
    }
  });
});

for (const [action] of rows) {
  describe(action, () => {
    for (const at of phase.options) {
      it(`in ${at}: ${cellOf(action, at)}`, async () => {
        const wanted = everybody.map((one) => [one.name, expected(action, at, one)]);
        expect(await attempts(action, at)).toEqual({
          nobody: '401 not-signed-in',
          ...Object.fromEntries(wanted),
        });
      });
    }
  });
}
