import { sleep } from '../../src/cli/sleep';
import { Stopped } from '../../src/doctor';

test('a sleep ends by itself, and a stop after it is none of its business', async () => {
  const stop = new AbortController();
  await sleep(0.01, stop.signal);
  expect(() => stop.abort()).not.toThrow();
});

test('a sleep ends when the user asks to stop', async () => {
  const stop = new AbortController();
  const slept = sleep(60, stop.signal);
  stop.abort();
  await expect(slept).rejects.toBeInstanceOf(Stopped);
});

test('nobody falls asleep who was asked to stop', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(sleep(60, stop.signal)).rejects.toBeInstanceOf(Stopped);
});
