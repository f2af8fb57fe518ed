/** What the thread that reads pages is given. */
export interface PageOrder {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly charset: string | null;
}
