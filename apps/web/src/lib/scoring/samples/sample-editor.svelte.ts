import type { Sample, SampleFinding } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';
import { writeSample, type SampleOutcome } from './sample-client.ts';

/** A pause in typing after which what was typed is sent. */
const pause = 600;

/** A drawn sample while somebody fills it in: shown at once, sent after a pause, one write at a time. */
export class SampleEditor {
  sample = $state.raw<Sample>() as Sample;
  /** Why the last change is not kept yet; empty where nothing is amiss. */
  problem = $state('');
  unsaved = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #write: (sample: Sample) => Promise<SampleOutcome>;

  constructor(slug: string, sample: Sample) {
    this.sample = sample;
    this.#write = (each) => writeSample(slug, each);
  }

  change(place: number, to: { finding?: SampleFinding; remark?: string }): void {
    const items = this.sample.items.map((item, at) => (at === place ? { ...item, ...to } : item));
    this.sample = { ...this.sample, items };
    this.unsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending || !this.unsaved) return;
    this.#sending = true;
    const sent = this.sample;
    const outcome = await this.#write(sent);
    this.#sending = false;
    if (!outcome.ok) {
      this.problem = outcome.problem.detail || m.sample_unreachable();
      // Seen now: who saves again means it.
      if (outcome.current) this.sample = { ...this.sample, revision: outcome.current.revision };
      return;
    }
    this.problem = '';
    // What was typed meanwhile stays, on the newer revision.
    const { revision, updatedAt } = outcome.sample;
    this.unsaved = this.sample !== sent;
    this.sample = { ...this.sample, revision, updatedAt };
    if (this.unsaved) await this.save();
  }
}
