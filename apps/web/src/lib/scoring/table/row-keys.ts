const controls = 'input:not([hidden]), button, textarea, a';

/**
 * Moves the focus to the same field one row up or down; false where there is none or the key is another.
 * Rows without fields (a conflict being settled) are passed over.
 */
export function moveBetweenRows(event: KeyboardEvent): boolean {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.isComposing || !(event.target instanceof HTMLElement)) return false;
  const row = event.target.closest('tr');
  const cell = event.target.closest('td, th');
  if (!row || !cell) return false;
  const column = [...row.cells].findIndex((one) => one === cell);
  const place = [...cell.querySelectorAll(controls)].indexOf(event.target);
  const rows = [...(row.parentElement?.children ?? [])];
  for (let at = rows.indexOf(row) + by; at >= 0 && at < rows.length; at += by) {
    const other = rows[at]?.children[column];
    const candidates = [...(other?.querySelectorAll<HTMLElement>(controls) ?? [])];
    const wanted = candidates[place] ?? candidates.at(-1);
    if (!wanted || rows[at]?.children.length !== row.cells.length) continue;
    wanted.focus();
    if (wanted instanceof HTMLInputElement && wanted.type === 'text') wanted.select();
    return true;
  }
  return false;
}
