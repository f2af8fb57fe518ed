import { fileTypeFromBuffer } from 'file-type';

/** Kinds of file that evidence may be, by media type, with the ending their names carry. */
const allowedKinds: Readonly<Record<string, { ending: string; inline: boolean }>> = {
  'image/png': { ending: 'png', inline: true },
  'image/jpeg': { ending: 'jpg', inline: true },
  'image/webp': { ending: 'webp', inline: true },
  'application/pdf': { ending: 'pdf', inline: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    ending: 'docx',
    inline: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', inline: false },
};

export type FileKind =
  | { readonly allowed: true; readonly mediaType: string; readonly ending: string }
  /** `found` names what was seen, for example `ZIP`; null where nothing was recognised. */
  | { readonly allowed: false; readonly found: string | null };

/** Says what a file is by its bytes: its name and the type that the sender claims count for nothing. */
export async function recogniseFile(bytes: Uint8Array): Promise<FileKind> {
  const type = await fileTypeFromBuffer(bytes);
  const kind = type && allowedKinds[type.mime];
  if (!type || !kind) return { allowed: false, found: type?.ext.toUpperCase() ?? null };
  return { allowed: true, mediaType: type.mime, ending: kind.ending };
}

/** True for kinds that a browser may show in its own window: images and PDF. */
export function mayShowInline(mediaType: string): boolean {
  return allowedKinds[mediaType]?.inline ?? false;
}
