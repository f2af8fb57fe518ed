import { formatDateTime } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CellEditor } from '../cell-editor.svelte.ts';
import { presentMoment } from './capture-time.ts';
import { fileProblem, titleOfFile } from './file-check.ts';
import { uploadFile } from './upload-file.ts';

export interface RunningUpload {
  readonly id: number;
  readonly name: string;
  readonly sent: number;
  readonly total: number;
  readonly cancel: () => void;
}

/** Files on their way to a leaf's evidence, and what was refused. */
export class Uploads {
  running = $state.raw<readonly RunningUpload[]>([]);
  problems = $state.raw<readonly string[]>([]);
  #slug: string;
  #last = 0;

  constructor(slug: string) {
    this.#slug = slug;
  }

  /** Sends the files to the leaf that `cell` is now, even if the page goes on to another one meanwhile. */
  add(cell: CellEditor, files: Iterable<File>): void {
    this.problems = [];
    for (const file of files) {
      const problem = fileProblem(file);
      if (problem === null) void this.#send(cell, file);
      else this.#report(refusals[problem]({ name: file.name }));
    }
  }

  /** A picture from the clipboard has no name of its own. */
  addPasted(cell: CellEditor, files: readonly File[]): void {
    const named = files.map((file) => {
      if (!file.type.startsWith('image/') || !/^image\.\w+$/.test(file.name)) return file;
      const ending = file.name.split('.').at(-1) ?? 'png';
      const name = m.evidence_pasted({ time: formatDateTime(presentMoment()).replaceAll(':', '') });
      return new File([file], `${name}.${ending}`, { type: file.type });
    });
    this.add(cell, named);
  }

  dismiss(): void {
    this.problems = [];
  }

  async #send(cell: CellEditor, file: File): Promise<void> {
    const id = ++this.#last;
    const content = { file, title: titleOfFile(file.name), capturedAt: presentMoment() };
    const upload = uploadFile({ ...cell.place, slug: this.#slug }, content, (sent, total) => {
      this.running = this.running.map((one) => (one.id === id ? { ...one, sent, total } : one));
    });
    this.running = [
      ...this.running,
      { id, name: file.name, sent: 0, total: file.size, cancel: upload.cancel },
    ];
    const outcome = await upload.done;
    this.running = this.running.filter((one) => one.id !== id);
    if (outcome === null) return;
    if (outcome.ok) cell.addEvidence(outcome.evidence);
    else this.#report(sentenceOf(file.name, outcome.problem.detail));
  }

  #report(sentence: string): void {
    this.problems = [...this.problems, sentence];
  }
}

/** The server's sentence does not name the file. */
function sentenceOf(name: string, detail: string): string {
  return detail === '' ? m.evidence_unreachable({ name }) : m.evidence_refused({ name, detail });
}

const refusals = {
  type: m.evidence_type_refused,
  size: m.evidence_size_refused,
  empty: m.evidence_empty_refused,
};
