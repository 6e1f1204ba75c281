import { untilStopped } from '../../src/cli/until-stopped';

afterEach(() => jest.restoreAllMocks());

const COMMAND = 'the probe may be left: kubectl delete pod p -n shop';

/** What is printed and how the process ends, after signals that come some milliseconds after the start. */
async function after(signals: readonly [NodeJS.Signals, number][], left: readonly string[] = [COMMAND]): Promise<[string, unknown[]]> {
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as () => never);
  const now = jest.spyOn(Date, 'now');
  let printed = '';
  const io = { out: () => undefined, err: (text: string) => { printed += text; }, stdin: () => Promise.resolve(''), env: {}, isTTY: false };
  await untilStopped(io, () => left, async () => {
    for (const [signal, time] of signals) {
      now.mockReturnValue(time);
      process.emit(signal);
    }
  });
  return [printed, exit.mock.calls.flat()];
}

test('a second signal ends the process, with the command that removes what is left', async () => {
  expect(await after([['SIGINT', 0], ['SIGINT', 500]])).toEqual([`petrosa-nats: stopping\npetrosa-nats: stopped; ${COMMAND}\n`, [130]]);
});

test('where nothing is left, it only ends', async () => {
  expect(await after([['SIGINT', 0], ['SIGTERM', 500]], [])).toEqual(['petrosa-nats: stopping\npetrosa-nats: stopped\n', [143]]);
});

test('a signal that comes twice at once is one', async () => {
  expect(await after([['SIGINT', 0], ['SIGINT', 20]])).toEqual(['petrosa-nats: stopping\n', []]);
});

test('a terminal that is closed twice ends nothing at once', async () => {
  expect(await after([['SIGHUP', 0], ['SIGHUP', 500]])).toEqual(['', []]);
});

test('when the work has ended, no signal is listened to', async () => {
  const listeners = (): number[] => (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(signal => process.listenerCount(signal));
  const before = listeners();
  await after([]);
  expect(listeners()).toEqual(before);
});
