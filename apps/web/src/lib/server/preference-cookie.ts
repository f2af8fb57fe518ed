const aYear = 365 * 24 * 60 * 60;

/** How the choice of a language or of colours is kept. */
export function preferenceCookie({ protocol }: Pick<URL, 'protocol'>) {
  return {
    path: '/',
    maxAge: aYear,
    sameSite: 'lax',
    httpOnly: true,
    secure: protocol === 'https:',
  } as const;
}
