/** Keys of options in their order: nine digits, then letters. */
export const optionKeys = [...'123456789abcdefghijklmnopqrstu'];

/**
 * Keying in without a mouse: a digit chooses the option of that number in the question one is at. It is done to the
 * controls of the form themselves, so that what is seen, read out and sent is the same.
 */
export function keySheets(form: HTMLFormElement): { destroy(): void } {
  const groups = () => [...form.querySelectorAll<HTMLElement>('[data-item]')];
  const isTyping = (target: EventTarget | null) =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));

  function move(from: HTMLElement, by: 1 | -1): void {
    const all = groups();
    const next = all[all.indexOf(from) + by];
    next?.querySelector<HTMLElement>('input:checked, input, select, textarea')?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const group = event.target.closest<HTMLElement>('[data-item]');
    if (!group) return;
    const isLong = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && !(isLong && event.shiftKey)) {
      event.preventDefault();
      move(group, event.shiftKey ? -1 : 1);
      return;
    }
    if (isTyping(event.target)) return;
    const inputs = [...group.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(group, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === '0') {
      for (const input of inputs) input.checked = false;
    } else {
      const chosen = inputs[optionKeys.indexOf(event.key.toLowerCase())];
      if (!chosen) return;
      event.preventDefault();
      chosen.checked = chosen.type === 'radio' || !chosen.checked;
      chosen.focus();
      if (chosen.type === 'radio') move(group, 1);
    }
  }

  form.addEventListener('keydown', press);
  return { destroy: () => form.removeEventListener('keydown', press) };
}
