const longestName = 200;

/**
 * A name to keep and to offer for download: the last part of a path, without control and invisible format
 * characters (a right-to-left override makes `gpj.exe` read as something else), of 200 characters at the most,
 * ending as its kind of file ends.
 *
 * @param ending of the kind that the bytes show, without the dot: `pdf`
 */
export function cleanFilename(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const name = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  const endings = ending === 'jpg' ? ['jpg', 'jpeg'] : [ending];
  const suffix = endings.find((each) => name.toLowerCase().endsWith(`.${each}`));
  const stem = suffix === undefined ? name : name.slice(0, -suffix.length - 1);
  const tail = suffix === undefined ? `.${ending}` : name.slice(-suffix.length - 1);
  return [...(stem || 'evidence')].slice(0, longestName - tail.length).join('') + tail;
}

/**
 * The header `Content-Disposition` with the name in UTF-8 (RFC 6266, RFC 5987) and in ASCII for old programs.
 */
export function contentDisposition(disposition: 'inline' | 'attachment', filename: string): string {
  const ascii = filename.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(filename).replaceAll(/['()*]/g, percentEncode);
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
