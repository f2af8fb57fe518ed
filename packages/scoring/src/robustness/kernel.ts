import { kernelCode } from './kernel-code.ts';

/** What the compiled code of `kernel/` offers; addresses are in bytes. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  placeWeights(from: number): void;
  drawFactors(draw: number): void;
  fillWeights(set: number): void;
  place(from: number): void;
  fillKeys(from: number, to: number, set: number): void;
  placeGroup(from: number): void;
  rankGroup(draw: number, lanes: number, set: number): void;
  compareRows(one: number, other: number, draws: number): number;
  countRanks(row: number, draws: number, counts: number): void;
}

/** The parts of the platform that are used here, which the language's own types do not know. */
interface Platform {
  readonly atob?: (text: string) => string;
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** A fresh instance, or null where the platform has no WebAssembly with SIMD, or forbids it. */
export const openKernel = (): KernelExports | null => {
  const { atob, WebAssembly } = globalThis as unknown as Platform;
  if (atob === undefined || WebAssembly === undefined) return null;
  try {
    const code = Uint8Array.from(atob(kernelCode), (byte) => byte.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(code)).exports as KernelExports;
  } catch {
    return null;
  }
};

const PAGE = 65_536;
/** Doubles and registers are read fastest from such addresses. */
const ALIGNMENT = 16;

/** Arrays in the kernel's memory: reserved first, then opened together, since growing the memory moves them. */
export class KernelMemory {
  readonly #kernel: KernelExports;
  /** The first page is the code's own. */
  #end = PAGE;

  constructor(kernel: KernelExports) {
    this.#kernel = kernel;
  }

  /** Sets bytes aside. @returns their address */
  reserve(bytes: number): number {
    const address = this.#end;
    this.#end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return address;
  }

  /** Grows the memory to what was reserved. @throws RangeError where the platform does not have it */
  open(): ArrayBuffer {
    const missing = Math.ceil(this.#end / PAGE) - this.#kernel.memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#kernel.memory.grow(missing);
    return this.#kernel.memory.buffer;
  }
}
