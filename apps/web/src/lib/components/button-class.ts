export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'small' | 'large';

const shape =
  'inline-flex items-center justify-center gap-2 rounded-6 border font-medium whitespace-nowrap no-underline transition-colors select-none disabled:opacity-50 aria-disabled:opacity-50';

const kinds = {
  primary: 'border-ink bg-ink text-on-ink hover:border-ink-strong hover:bg-ink-strong',
  secondary: 'border-edge bg-surface text-text hover:border-ink hover:text-ink',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-ink-soft',
  danger: 'border-vermilion bg-vermilion text-on-vermilion hover:opacity-90',
} as const satisfies Record<ButtonKind, string>;

const sizes = {
  small: 'h-7 px-2 text-12',
  normal: 'h-9 px-3 text-14',
  large: 'h-12 px-6 text-16',
} as const satisfies Record<ButtonSize, string>;

/** The look of everything that acts, so that a link and a button cannot drift apart. */
export function buttonClass(kind: ButtonKind, size: ButtonSize): string {
  return `${shape} ${kinds[kind]} ${sizes[size]}`;
}
