import { fillText, messageTexts, type Language, type MessageKind } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';

type Values = Readonly<Record<string, string | LocalText>>;

/** The values of a message in one language. */
export function valuesIn(values: Values, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value[language],
    ]),
  );
}

/** A message in words. */
export function wordMessage(
  { kind, values, assessment }: { kind: string; values: Values; assessment: string },
  language: Language,
): { title: string; body: string } {
  const { title, body } = messageTexts[kind as MessageKind][language];
  const filled = { ...valuesIn(values, language), assessment };
  return { title: capital(fillText(title, filled)), body: fillText(body, filled) };
}

/** Names of phases are words inside a sentence: at its beginning they need a capital. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
