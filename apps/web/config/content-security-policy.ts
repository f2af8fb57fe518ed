import type { sveltekit } from '@sveltejs/kit/vite';

type CspDirectives = NonNullable<
  NonNullable<NonNullable<Parameters<typeof sveltekit>[0]>['csp']>['directives']
>;

/**
 * Directives of the Content-Security-Policy header; SvelteKit adds the nonce of each response to
 * `script-src` and `style-src-elem`.
 *
 * `style-src-attr 'unsafe-inline'` cannot be avoided: SvelteKit's route announcer and the SVG that
 * charts draw carry `style` attributes. It allows no script and no style sheet.
 */
export const contentSecurityPolicy = {
  'default-src': ['self'],
  'script-src': ['self'],
  'style-src': ['self'],
  'style-src-elem': ['self'],
  'style-src-attr': ['unsafe-inline'],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'object-src': ['none'],
  'base-uri': ['none'],
  'frame-ancestors': ['none'],
  'form-action': ['self'],
} satisfies CspDirectives;
