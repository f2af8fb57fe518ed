/** A piece of a text: words, or a figure that stands there by the name of what it is bound to. */
export type TextPart =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'figure'; readonly key: string };

const FIGURE = /\{\{([^{}\n]{1,120})\}\}/g;

/** Blanks in the name of a figure do not matter. */
const evenKey = (key: string): string => key.trim().replaceAll(/\s+/g, ' ');

/** How a figure is written in a text: `{{group county average}}`. */
export const figureToken = (key: string): string => `{{${key}}}`;

/** A text as its words and figures, in order. */
export const textParts = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(FIGURE)) {
    const [token, key = ''] = match;
    if (match.index > from) parts.push({ kind: 'words', text: text.slice(from, match.index) });
    parts.push({ kind: 'figure', key: evenKey(key) });
    from = match.index + token.length;
  }
  if (from < text.length) parts.push({ kind: 'words', text: text.slice(from) });
  return parts;
};

/** The figures of some texts, each once, in the order in which they first stand there. */
export const figureKeys = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts.flatMap((text) => textParts(text).flatMap((part) => (part.kind === 'figure' ? [part.key] : []))),
  ),
];

/** A text with its figures filled in; one without a value stays as it is written. */
export const fillText = (text: string, valueOf: (key: string) => string | null): string =>
  textParts(text)
    .map((part) => (part.kind === 'words' ? part.text : (valueOf(part.key) ?? figureToken(part.key))))
    .join('');
