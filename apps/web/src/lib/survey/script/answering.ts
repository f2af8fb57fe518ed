import type { Answers } from '../answers.ts';
import type { PageFacts } from '../page-facts.ts';
import { receiptPath } from '../paths.ts';
import { carried, forget, openWith } from './credentials.ts';
import { deliver } from './delivery.ts';
import type { Kept, Sending } from './kept.ts';
import { toggle, type AnswerPage } from './page.ts';
import { Questions } from './questions.ts';
import { nextTurn, solve } from './work.ts';

/** Milliseconds that a staffed device shows a receipt before the next person begins. */
const receiptMs = 12_000;
/** Older stamps are none any more before the answers are sent. */
const oldestPageMs = 20 * 3_600_000;

/** Somebody answers on this page. */
export function answering(page: AnswerPage, kept: Kept): void {
  const { form, facts } = page;
  const { slug, unit, staffed, words } = facts;
  const questions = new Questions(page);
  const status = document.getElementById('status');
  const button = document.getElementById('send');
  const asked = button?.textContent ?? '';
  let given: PageFacts = page.given;
  let work: Promise<string | null> | null = null;
  let busy = false;

  const tell = (sentence: string) => {
    if (status) status.textContent = sentence;
  };
  /** What was sent stays as it was sent. */
  const freeze = (frozen: boolean) => {
    busy = frozen;
    page.questions.disabled = frozen;
    if (!button) return;
    button.ariaDisabled = frozen ? 'true' : null;
    button.textContent = frozen ? words.sending : asked;
  };
  const begin = () => (work ??= given.challenge ? solve(given.challenge, nextTurn) : Promise.resolve(null));
  const keep = () => {
    const { key, stamp, challenge } = given;
    if (!staffed) kept.keepDraft(unit, { answers: questions.read(), page: { key, stamp, challenge } });
  };

  function change(): void {
    void begin();
    questions.refresh();
    keep();
  }

  async function submit(): Promise<void> {
    if (busy) return;
    const { answers, errors } = questions.check(questions.read());
    questions.showErrors(errors);
    if (Object.keys(errors).length > 0) return;
    const everything = questions.read();
    freeze(true);
    tell('');
    const sending: Sending = {
      unit,
      key: given.key,
      body: JSON.stringify(bodyOf(answers, await begin())),
      answers: everything,
    };
    const isKept = kept.keepSending(sending);
    kept.dropDraft(unit);
    await carry(sending, isKept);
  }

  function bodyOf(answers: Answers, proof: string | null) {
    const homepage = form.querySelector<HTMLInputElement>('[name="homepage"]')?.value ?? '';
    const { stamp, token, channel, secret } = given;
    return {
      unit,
      answers,
      ...(stamp === '' ? {} : { stamp }),
      ...(proof === null ? {} : { proof }),
      ...(homepage === '' ? {} : { homepage }),
      token,
      channel,
      secret,
    };
  }

  async function carry(sending: Sending, isKept: boolean): Promise<void> {
    freeze(true);
    const onLost = () => {
      if (staffed && isKept) nextPerson(words.waitingStaffed);
      else tell(isKept ? words.waiting : words.waitingUnkept);
    };
    const outcome = await deliver(sending, { kept, slug, onLost });
    // A staffed device has gone on meanwhile.
    if (given.key !== sending.key) return;
    freeze(false);
    tell('');
    if (outcome.kind === 'stored') return arrived(outcome.receipt);
    const { code, detail, errors } = outcome.problem;
    const byItem = Object.entries(errors).map(([path, sentence]) => [path.replace('answers.', ''), sentence]);
    questions.showErrors(
      Object.fromEntries(byItem),
      code === 'idempotency-mismatch' ? words.sentBefore : detail,
    );
    keep();
  }

  function arrived(receipt: string): void {
    toggle('asking', false);
    toggle('arrived', true);
    const number = document.getElementById('receipt-number');
    if (number) number.textContent = receipt;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('#arrived h1')?.focus();
    if (staffed) {
      const timer = setTimeout(start, receiptMs);
      document.getElementById('next')?.addEventListener('click', () => {
        clearTimeout(timer);
        start();
      });
      return;
    }
    forget(slug);
    // Loading the page anew shows the receipt again.
    history.replaceState(null, '', receiptPath(slug, { receipt, unit }));
  }

  function start(): void {
    const from = carried(slug);
    if (from) openWith(from, from.start);
    else location.reload();
  }

  /** Without the network the same page begins anew. */
  function nextPerson(sentence: string): void {
    given = { ...given, key: newKey() };
    form.reset();
    freeze(false);
    questions.showErrors({});
    questions.refresh();
    tell(sentence);
    window.scrollTo(0, 0);
  }

  function resume(): void {
    const waiting = staffed ? undefined : kept.sendings().find((one) => one.unit === unit);
    if (waiting) {
      given = { ...given, key: waiting.key };
      questions.write(waiting.answers);
      questions.refresh();
      void carry(waiting, true);
      return;
    }
    const draft = staffed ? null : kept.draft(unit);
    const before = questions.read();
    if (draft && Object.keys(before).length === 0) {
      if (isFresh(draft.page.stamp)) given = { ...given, ...draft.page };
      questions.write(draft.answers);
      toggle('restored', true);
    }
    questions.refresh();
  }

  document.querySelector('#restored button')?.addEventListener('click', () => {
    kept.dropDraft(unit);
    given = page.given;
    work = null;
    questions.write({});
    questions.refresh();
    toggle('restored', false);
  });
  for (const sentence of document.querySelectorAll<HTMLElement>('[data-condition]')) sentence.hidden = true;
  form.addEventListener('input', change);
  form.addEventListener('submit', (event) => {
    // The switch of languages sends the form to another address.
    if (event.submitter !== null && event.submitter !== button) return;
    event.preventDefault();
    void submit();
  });
  toggle('progress', true);
  resume();
}

function isFresh(stamp: string): boolean {
  const seconds = Number.parseInt(stamp.slice(0, 8), 16);
  return Date.now() - seconds * 1000 < oldestPageMs;
}

/** Not `randomUUID`, which plain http does not have. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
