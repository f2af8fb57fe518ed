const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * One stop of the tabulator for all days of a year: the arrows go from day to day and, up and down, from week to week.
 * Without scripts every day is a stop.
 */
export function dayKeys(grid: HTMLElement): { destroy(): void } {
  const days = () => [...grid.querySelectorAll<HTMLAnchorElement>('a[data-day]')];
  const stopAt = (stop: HTMLAnchorElement | undefined) => {
    for (const each of days()) each.tabIndex = each === stop ? 0 : -1;
  };
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const all = days();
    const at = all.indexOf(event.target as HTMLAnchorElement);
    if (step === undefined || at < 0) return;
    const next = all[at + step];
    if (!next) return;
    event.preventDefault();
    stopAt(next);
    next.focus();
  };
  stopAt(days().find((each) => each.getAttribute('aria-current') === 'date') ?? days()[0]);
  grid.addEventListener('keydown', onKey);
  return { destroy: () => grid.removeEventListener('keydown', onKey) };
}
