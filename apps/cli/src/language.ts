/** The language of the terminal, from the usual variables. */
export function terminalLanguage(env: NodeJS.ProcessEnv): 'zh' | 'en' {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
