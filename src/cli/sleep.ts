import { Stopped } from '../doctor';

/**
 * Waits some seconds.
 * @throws Stopped  when the user asks to stop meanwhile, or did before
 */
export function sleep(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onStop = (): void => {
      clearTimeout(timer);
      reject(new Stopped());
    };
    const timer = setTimeout(() => {
      stop.removeEventListener('abort', onStop);
      resolve();
    }, seconds * 1000);
    if (stop.aborted) onStop();
    else stop.addEventListener('abort', onStop, { once: true });
  });
}
