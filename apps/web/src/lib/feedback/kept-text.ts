const place = (key: string) => `gongping.feedback/${key}`;

/** What was typed in this tab before a session ended or the page was reloaded; empty without any. */
export function readText(key: string): string {
  return sessionStorage.getItem(place(key)) ?? '';
}

/** Keeps what is being typed; an empty text forgets it. */
export function keepText(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(place(key));
    else sessionStorage.setItem(place(key), text);
  } catch {
    // Full or forbidden: the text is still on the page.
  }
}
