/** The look of what floats below a button: menus, lists of suggestions. */
export const menuClass =
  'z-50 max-h-96 min-w-48 overflow-y-auto rounded-6 border border-line bg-raised p-1 text-14 shadow-float outline-none';

export const menuItemClass =
  'flex w-full cursor-pointer items-center gap-2 rounded-6 px-3 py-2 text-left text-text no-underline outline-none ' +
  'data-highlighted:bg-ink-soft data-highlighted:text-ink';
