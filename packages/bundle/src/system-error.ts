import { bundleError } from './bundle-error.ts';
import type { BundleError } from './bundle-error.ts';

/** The system's word for what went wrong, for example ENOENT. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Whether an error says that there is nothing of a name. */
export const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? '');

/** @param file inside the bundle; null for the bundle itself */
export const unreadable = (file: string | null, error: unknown): BundleError => {
  const code = systemCode(error) ?? '';
  return bundleError(file, {
    zh: `无法读取（${code}），请检查权限。`,
    en: `It cannot be read (${code}); check its permissions.`,
  });
};
