import { answering } from './answering.ts';
import { settleEntrance } from './credentials.ts';
import { deliver } from './delivery.ts';
import { keptOn } from './kept.ts';
import { answerPage, fieldText, fill } from './page.ts';

/*
 * The only script of the pages on which people answer. Everything works without it; with it questions that do not apply
 * are hidden, answers stay on the device until they have arrived, and the browser does its proof of work.
 */
const slug = location.pathname.split('/')[2] ?? '';
const kept = keptOn(() => localStorage, slug);
const page = answerPage();
const isReceipt = location.pathname.endsWith('/receipt');
const field = fieldText(document.getElementById('answers') ?? document.getElementById('chooser'));

if (isReceipt || settleEntrance(slug, field)) {
  if (page) answering(page, kept);
  // What other pages could not send: that of this unit is taken up by the page itself.
  for (const sending of kept.sendings()) {
    const own = page !== null && !page.facts.staffed && sending.unit === page.facts.unit;
    if (!own) void deliver(sending, { kept, slug, onLost: () => undefined }).then(tellDelivered);
  }
  narrowUnits();
  offerCopy();
}

/** The list of units narrows as one types. */
function narrowUnits(): void {
  const search = document.querySelector<HTMLInputElement>('#unit-search');
  const rows = [...document.querySelectorAll<HTMLElement>('[data-text]')];
  search?.addEventListener('input', () => {
    const words = search.value.trim().toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.dataset['text']?.includes(word));
    for (const section of document.querySelectorAll<HTMLElement>('#chooser section'))
      section.hidden = section.querySelector('li:not([hidden])') === null;
    const found = document.querySelector<HTMLElement>('[data-found]');
    const count = rows.filter((row) => !row.hidden).length;
    if (found) found.textContent = fill(found.dataset['found'] ?? '', { count });
  });
}

/** The receipt's number to the clipboard, where the browser lets a page do that. */
function offerCopy(): void {
  const button = document.querySelector<HTMLElement>('[data-copy]');
  if (!button || !window.isSecureContext) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const number = document.getElementById('receipt-number')?.textContent ?? '';
    void navigator.clipboard.writeText(number).then(() => {
      button.textContent = button.dataset['copy'] ?? '';
    });
  });
}

function tellDelivered(outcome: Awaited<ReturnType<typeof deliver>>): void {
  const place = document.querySelector<HTMLElement>('[data-delivered]');
  if (!place || page?.facts.staffed) return;
  if (outcome.kind === 'stored')
    place.textContent = fill(place.dataset['delivered'] ?? '', { receipt: outcome.receipt });
  else place.textContent = outcome.problem.detail;
}
