/** What the owner of the embedded database tells its thread at the start. */
export interface EmbeddedSettings {
  /** Folder of the PostgreSQL files; null keeps the database in memory. */
  folder: string | null;
  /** Uncompressed tar of a data folder to begin with. */
  template: Uint8Array<ArrayBuffer> | null;
  listen: { path: string } | { loopback: true };
}

export type EmbeddedRequest = { type: 'dump' } | { type: 'close' };

export type EmbeddedReply =
  | { type: 'ready'; address: string }
  | { type: 'dumped'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'closed' }
  | { type: 'failed'; message: string };
