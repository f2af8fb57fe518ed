/** The look of a text-like control: a boundary one can see (3:1), vermilion when its value is refused. */
export const controlClass =
  'w-full rounded-6 border border-edge bg-surface px-3 text-text placeholder:text-faint hover:border-ink ' +
  'focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-muted aria-invalid:border-vermilion';
