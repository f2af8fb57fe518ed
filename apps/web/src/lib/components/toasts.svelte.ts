export interface Toast {
  readonly id: number;
  readonly text: string;
  /** What takes the action back; shown as 撤销. */
  readonly undo?: () => void | Promise<void>;
}

const lifetime = 8000;

let last = 0;
let shown = $state<Toast[]>([]);

/** The bars at the foot of the page, oldest first. */
export function currentToasts(): readonly Toast[] {
  return shown;
}

/** Says that something was done, for 8 seconds, with a way back where there is one. */
export function showToast(text: string, undo?: Toast['undo']): void {
  const id = ++last;
  shown = [...shown, undo ? { id, text, undo } : { id, text }];
  setTimeout(() => dismissToast(id), lifetime);
}

export function dismissToast(id: number): void {
  shown = shown.filter((toast) => toast.id !== id);
}
