/** Waits for a promise until the signal aborts; the promise itself goes on. */
export function unlessAborted<Value>(
  value: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return value;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    void value.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
  });
}

/** Waits for a number of milliseconds. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return unlessAborted(over, signal).finally(() => clearTimeout(timer));
}

/**
 * Runs with a timeout and the caller's abort signal, and always removes its listener from that signal.
 *
 * @param late the error to throw after the timeout
 */
export async function limited<Value>(
  run: (controller: AbortController) => Promise<Value>,
  milliseconds: number,
  late: Error,
  user: AbortSignal | undefined,
): Promise<Value> {
  const controller = new AbortController();
  const { signal } = controller;
  // A longer timer would fire at once.
  const timer = setTimeout(() => controller.abort(late), Math.min(milliseconds, 2 ** 31 - 1));
  const abort = () => controller.abort(user?.reason);
  user?.addEventListener("abort", abort);
  try {
    user?.throwIfAborted();
    return await unlessAborted(run(controller), signal);
  } finally {
    clearTimeout(timer);
    user?.removeEventListener("abort", abort);
  }
}
