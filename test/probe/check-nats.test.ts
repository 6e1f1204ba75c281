import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { runScript, ScriptEnd } from './support/run-script';
import { selfSigned, startNats, startOther, stopServers } from '../support/servers';
import { describeWithTools } from '../support/tools';

const INFO = 'INFO {"server_id":"A","version":"2.10.22"}\r\n';

/** Of characters that mean something to a shell or to JSON. */
const HARD_PASSWORD = 'a"b\\c d$e';

function check(port: number, env: Readonly<Record<string, string>> = {}, scheme = 'nats'): Promise<ScriptEnd> {
  return runScript('check-nats', { NATS_URL: `${scheme}://127.0.0.1:${port}`, TRIES: '1', ...env });
}

describeWithTools('the check of a connection', ['busybox', 'nats-server', 'openssl'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-nats-'));
  let open: number;
  let closed: number;
  let byToken: number;
  let tls: number;
  let limited: number;
  beforeAll(async () => {
    const { key, cert } = selfSigned(folder);
    const rights = join(folder, 'rights.conf');
    writeFileSync(rights, 'authorization { users: [{ user: bot, password: pw, permissions: { publish: "ticks.>", subscribe: "ticks.>" } }] }\nno_auth_user: bot\n');
    [open, closed, byToken, tls, limited] = await Promise.all([
      startNats(), startNats('--user', 'bot', '--pass', HARD_PASSWORD), startNats('--auth', HARD_PASSWORD), startNats('--tls', '--tlskey', key, '--tlscert', cert),
      startNats('--config', rights),
    ]);
  });
  afterAll(() => {
    stopServers();
    rmSync(folder, { recursive: true });
  });

  test('passes where the server answers', async () => {
    expect(await check(open)).toEqual({ code: 0, lines: [expect.stringMatching(/^ok INFO from nats-server \d+\.\d+\.\d+$/), 'ok login', `passed: NATS at 127.0.0.1:${open}`] });
  });

  test('logs in by name and password, whatever characters they have', async () => {
    expect((await check(closed, { NATS_USER: 'bot', NATS_PASSWORD: HARD_PASSWORD })).code).toBe(0);
  });

  test('logs in by token', async () => {
    expect((await check(byToken, { NATS_TOKEN: HARD_PASSWORD })).code).toBe(0);
  });

  test('ends with 15 where the login is refused', async () => {
    expect(await check(closed, { NATS_USER: 'bot', NATS_PASSWORD: 'wrong' }))
      .toMatchObject({ code: 15, lines: [expect.anything(), "the server refuses login: -ERR 'Authorization Violation'", expect.anything()] });
  });

  test('prints no credential of the URL', async () => {
    expect(await runScript('check-nats', { NATS_URL: `nats://bot:secret@127.0.0.1:${closed}`, TRIES: '1' }))
      .toMatchObject({ code: 15, lines: expect.not.arrayContaining([expect.stringContaining('secret')]) });
  });

  test('ends with 17 where only the server takes TLS', async () => {
    expect(await check(tls)).toMatchObject({ code: 17 });
  });

  test('ends with 17 where only the URL says TLS', async () => {
    expect(await check(open, {}, 'tls')).toMatchObject({ code: 17 });
  });

  test('passes without a login where both say TLS', async () => {
    expect(await check(tls, {}, 'tls')).toMatchObject({ code: 0, lines: expect.arrayContaining([expect.stringContaining('the login is not tried')]) });
  });

  test('subscribes and publishes where it is told subjects', async () => {
    expect((await check(open, { SUBSCRIBE: 'ticks.* ticks.>', PUBLISH: 'ticks.btc' })).lines.slice(2, 5))
      .toEqual(['ok a subscription to ticks.*', 'ok a subscription to ticks.>', 'ok a message to ticks.btc']);
  });

  test('ends with 16 where a subject is refused', async () => {
    expect(await check(limited, { SUBSCRIBE: 'ticks.>', PUBLISH: 'orders.new' })).toMatchObject({
      code: 16,
      lines: expect.arrayContaining(['ok a subscription to ticks.>', expect.stringContaining('the server refuses a message to orders.new: -ERR \'Permissions Violation')]),
    });
  });

  test('ends with 13 where nothing is said', async () => {
    const port = await startOther(() => undefined);
    expect(await check(port, { ANSWER_SECONDS: '2' })).toMatchObject({ code: 13, lines: [expect.stringContaining('nothing came within 2 s'), expect.anything()] });
  });

  test('ends with 13 where the login is not answered', async () => {
    const port = await startOther(socket => socket.write(INFO));
    expect(await check(port, { ANSWER_SECONDS: '2' })).toMatchObject({ code: 13, lines: [expect.anything(), expect.stringContaining('login was not answered within 2 s'), expect.anything()] });
  });

  test('passes where the server is slow', async () => {
    const port = await startOther((socket) => {
      setTimeout(() => socket.write(INFO), 300);
      socket.on('data', () => setTimeout(() => socket.write('PING\r\nPONG\r\n'), 300));
    });
    expect((await check(port, { ANSWER_SECONDS: '3' })).code).toBe(0);
  });

  test('ends with 14 where something else answers', async () => {
    expect((await check(await startOther(socket => socket.end('HTTP/1.1 400 Bad Request\r\n')))).code).toBe(14);
  });

  test('ends with 11 where nothing listens', async () => {
    expect(await check(1)).toEqual({ code: 11, lines: ['connection refused: nothing listens behind 127.0.0.1:1', 'failed: NATS at 127.0.0.1:1'] });
  });

  test('ends with 12 where the connection is not answered', async () => {
    expect(await runScript('check-nats', { NATS_URL: 'nats://bus:4222', TRIES: '1' }, { nc: 'exit 1', nslookup: 'echo Address: 10.0.0.1' })).toMatchObject({ code: 12 });
  });

  test('ends with 10 where nobody has the name', async () => {
    expect(await runScript('check-nats', { NATS_URL: 'nats://nobody.invalid:4222', TRIES: '1' }, { nslookup: 'echo "** server can not find it: NXDOMAIN"; exit 1' }))
      .toEqual({ code: 10, lines: ['the name nobody.invalid does not exist', 'failed: NATS at nobody.invalid:4222'] });
  });

  test('ends with 10 where the name has no address', async () => {
    expect(await runScript('check-nats', { NATS_URL: 'nats://nobody.invalid:4222', TRIES: '1' }, { nslookup: 'echo "*** can not find nobody.invalid: No answer"; exit 1' }))
      .toMatchObject({ code: 10, lines: ['the name nobody.invalid has no address: its Service has no ready pods', expect.anything()] });
  });

  test('ends with 18 where no DNS answers, which nc may take for a connection without an answer', async () => {
    const others = { nc: 'exit 1', nslookup: 'echo ";; connection timed out; no servers could be reached"; exit 1' };
    expect(await runScript('check-nats', { NATS_URL: 'nats://bus:4222', TRIES: '1' }, others)).toMatchObject({ code: 18 });
  });

  test('ends with 18 where no DNS answers', async () => {
    expect(await runScript('check-nats', { NATS_URL: 'nats://nobody.invalid:4222', TRIES: '1' }, { nslookup: 'echo ";; connection timed out; no servers could be reached"; exit 1' }))
      .toMatchObject({ code: 18 });
  });

  test('is tried again as often as it is told', async () => {
    let connections = 0;
    const port = await startOther((socket) => {
      connections++;
      socket.end('no\r\n');
    });
    await runScript('check-nats', { NATS_URL: `nats://127.0.0.1:${port}`, TRIES: '3' }, { sleep: 'exit 0' });
    expect(connections).toBe(3);
  });

  test('passes as soon as a try does', async () => {
    let connections = 0;
    const port = await startOther((socket) => {
      connections++;
      if (connections === 1) socket.end('no\r\n');
      else socket.write(`${INFO}PONG\r\n`);
    });
    expect((await runScript('check-nats', { NATS_URL: `nats://127.0.0.1:${port}`, TRIES: '3' }, { sleep: 'exit 0' })).code).toBe(0);
  });
});
