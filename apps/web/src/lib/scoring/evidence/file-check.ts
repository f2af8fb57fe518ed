/** Endings and kinds of evidence files; the server looks at the bytes and has the last word. */
export const acceptedFiles = '.png,.jpg,.jpeg,.webp,.pdf,.docx,.xlsx';
export const largestFile = 20 * 1024 * 1024;

const endings = new Set(acceptedFiles.split(','));

/** Why a file cannot be evidence, before it is sent; null where it may be. */
export function fileProblem(file: {
  readonly name: string;
  readonly size: number;
}): 'type' | 'size' | 'empty' | null {
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? '';
  if (!endings.has(ending)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > largestFile ? 'size' : null;
}

/** The name without its ending, as the title of the evidence. */
export function titleOfFile(name: string): string {
  return name.replace(/\.[^.]+$/, '').slice(0, 200) || name;
}
