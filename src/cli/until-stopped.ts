import { constants } from 'os';
import { Io } from './io';

/** Milliseconds in which signals are one: what a terminal sends, npx passes on to its child, who got it too. */
const ONE_SIGNAL = 250;

/**
 * Ctrl-C ends the work in an orderly way, and so does a terminal that is closed: what was made is removed. A second Ctrl-C ends the process at once, and tells
 * what is left.
 */
export async function untilStopped<T>(io: Io, left: () => readonly string[], work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let asked: number | undefined;
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (asked === undefined) {
      asked = Date.now();
      io.err('petrosa-nats: stopping\n');
      controller.abort();
    } else if (Date.now() - asked >= ONE_SIGNAL) {
      io.err(`petrosa-nats: ${['stopped', ...left()].join('; ')}\n`);
      process.exit(128 + constants.signals[signal]);
    }
  };
  const interrupt = (): void => stop('SIGINT');
  const terminate = (): void => stop('SIGTERM');
  // A terminal that is gone takes no message, and gives no second order.
  const hangUp = (): void => controller.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', hangUp);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', hangUp);
  }
}
