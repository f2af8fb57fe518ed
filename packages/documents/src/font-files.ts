import { fileURLToPath } from 'node:url';

const fontFile = (weight: string): string =>
  fileURLToPath(new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve('@embedpdf/fonts-sc')));

/** They lie in the package beside its entry; a document takes along only the characters that it uses. */
export const fontFiles = { normal: fontFile('Regular'), bold: fontFile('Bold') } as const;
