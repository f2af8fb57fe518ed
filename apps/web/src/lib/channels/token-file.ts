import type { IssuedTokens } from '@gongping/contracts';

/** Tokens as a CSV file that spreadsheets open as UTF-8. */
export function tokenFile({ tokens }: IssuedTokens, origin: string): Blob {
  const header = ['holder', 'email', 'unit', 'token', 'address'];
  const rows = tokens.map(({ holder, email, unit, token, path }) => [
    holder,
    email ?? '',
    unit ?? '',
    token,
    `${origin}${path}`,
  ]);
  const text = [header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
