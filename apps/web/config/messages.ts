import { join } from 'node:path';

const site = join(import.meta.dirname, '..');

/** How Paraglide turns `messages/` into functions; one setting for the site and its tests. */
export const messageCompilation = {
  project: join(site, 'project.inlang'),
  outdir: join(site, 'src/lib/paraglide'),
  outputStructure: 'locale-modules' as const,
  // One decider: src/lib/server/locale.ts on the server (cookie, then Accept-Language), <html lang>
  // in the browser. Paraglide's own strategies read "zh" as unknown and could differ between the two.
  strategy: ['custom-request' as const, 'baseLocale' as const],
  emitReadme: false,
  // The output is a fixed set of files; removing them first would pull them from under a running check.
  cleanOutdir: false,
};
