import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { alerted, logRules, looksFor, ruleOf } from './support';
import { runScript } from '../probe/support/run-script';
import { describeWithTools } from '../support/tools';

describeWithTools('what the wait for a server that never comes prints', ['busybox'], () => {
  const rule = ruleOf(logRules(alerted()), 'NatsConnectFailedLogged');
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const clock = join(folder, 'clock');
  let lines: readonly string[];
  beforeAll(async () => {
    writeFileSync(clock, '0\n');
    // Each question takes 100 s of this clock.
    const date = `read now < ${clock}; echo "$((now + 100))" > ${clock}; echo "$now"`;
    ({ lines } = await runScript('wait-for-nats', { NATS_URL: 'nats://127.0.0.1:1', DEADLINE_SECONDS: '700' }, { date, sleep: 'exit 0' }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const REASON = 'connection refused: nothing listens behind 127.0.0.1:1';

  test('is the reason, a reminder of it every five minutes, and the end', () => {
    expect(lines).toEqual([
      `waiting for NATS at 127.0.0.1:1: ${REASON}`,
      `still waiting for NATS at 127.0.0.1:1 after 300 s: ${REASON}`,
      `still waiting for NATS at 127.0.0.1:1 after 600 s: ${REASON}`,
      `gave up on NATS at 127.0.0.1:1 after 700 s: ${REASON}`,
    ]);
  });

  test('is what the alert looks for, but for the first line, which a normal start may have as well', () => {
    expect(lines.map(line => looksFor(rule, line))).toEqual([false, true, true, true]);
  });
});
