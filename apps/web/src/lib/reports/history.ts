/** States that can be gone back to and forward again. */
export interface StateHistory<State> {
  readonly past: readonly State[];
  readonly future: readonly State[];
  /** The field of the last change: letters typed into one field are one change. */
  readonly field: string | null;
}

const mostStates = 200;

export const newHistory = <State>(): StateHistory<State> => ({ past: [], future: [], field: null });

/** Notes the state before a change. */
export function noteChange<State>(
  { past, field: last }: StateHistory<State>,
  { before, field }: { before: State; field: string },
): StateHistory<State> {
  return { past: last === field ? past : [...past, before].slice(-mostStates), future: [], field };
}

/** The state before the last change; null where there is none. */
export function goBack<State>(
  { past, future }: StateHistory<State>,
  now: State,
): { history: StateHistory<State>; state: State } | null {
  if (past.length === 0) return null;
  const state = past[past.length - 1] as State;
  return { state, history: { past: past.slice(0, -1), future: [...future, now], field: null } };
}

/** The state that was gone back from; null where there is none. */
export function goForward<State>(
  { past, future }: StateHistory<State>,
  now: State,
): { history: StateHistory<State>; state: State } | null {
  if (future.length === 0) return null;
  const state = future[future.length - 1] as State;
  return { state, history: { past: [...past, now], future: future.slice(0, -1), field: null } };
}
