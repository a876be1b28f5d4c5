// Waits without giving way: what is under way on disk ends before anything else of its store begins.

const nobody = new Int32Array(new SharedArrayBuffer(4))

/** Stands still for so many milliseconds, without work for the processor. */
export const standStill = (milliseconds: number): void => void Atomics.wait(nobody, 0, 0, milliseconds)
