import { once } from 'events';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { connect } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { endByTerm, runScript, ScriptEnd } from './support/run-script';
import { blocksOf } from '../docs/support/pages';
import { selfSigned, startNats, startOther, stopServers } from '../support/servers';
import { describeWithTools } from '../support/tools';

const INFO = 'INFO {"server_id":"A","version":"2.10.22"}\r\n';

const BUS = { NATS_URL: 'nats://bus:4222', TRIES: '1' };
const FOUND = 'echo Address: 10.0.0.1';
const NOT_FOUND = 'echo "** server can not find it: NXDOMAIN"; exit 1';
const SILENT = 'echo ";; connection timed out; no servers could be reached"; exit 1';

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
  let full: number;
  beforeAll(async () => {
    const { key, cert } = selfSigned(folder);
    const rights = join(folder, 'rights.conf');
    writeFileSync(rights, 'authorization { users: [{ user: bot, password: pw, permissions: { publish: "ticks.>", subscribe: "ticks.>" } }] }\nno_auth_user: bot\n');
    const one = join(folder, 'one.conf');
    writeFileSync(one, 'max_connections: 1\n');
    [open, closed, byToken, tls, limited, full] = await Promise.all([
      startNats(), startNats('--user', 'bot', '--pass', HARD_PASSWORD), startNats('--auth', HARD_PASSWORD), startNats('--tls', '--tlskey', key, '--tlscert', cert),
      startNats('--config', rights), startNats('--config', one),
    ]);
  });
  afterAll(() => {
    stopServers();
    rmSync(folder, { recursive: true });
  });

  test('prints what docs/health.md shows', async () => {
    const [{ code: shown }] = blocksOf('docs/health.md').filter(({ code }) => code.startsWith('ok INFO'));
    const port = await startOther((socket) => {
      socket.write(INFO);
      socket.on('data', () => socket.write('PONG\r\n'));
    });
    const { lines } = await check(port);
    expect(`${lines.join('\n')}\n`.replace(`127.0.0.1:${port}`, 'nats-server.nats.svc.cluster.local:4222')).toBe(shown);
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

  test('ends with 20 where the server refuses it for another reason, whether it hears so before or after it speaks', async () => {
    const first = connect(full, '127.0.0.1');
    await once(first, 'data');
    const ends = await Promise.all(Array.from({ length: 10 }, () => check(full)));
    first.destroy();
    expect(new Set(ends.map(({ code, lines }) => [code, lines.at(-2)].join(' ')))).toEqual(new Set(["20 the server refuses login: -ERR 'maximum connections exceeded'"]));
  });

  test('ends with 20 where the server refuses a subject for another reason than a permission', async () => {
    const port = await startOther((socket) => {
      socket.write(INFO);
      socket.on('data', data => String(data).match(/SUB |PING/g)?.forEach(sent => socket.write(sent === 'PING' ? 'PONG\r\n' : "-ERR 'maximum subscriptions exceeded'\r\n")));
    });
    expect(await check(port, { SUBSCRIBE: 'ticks.>' }))
      .toMatchObject({ code: 20, lines: expect.arrayContaining(["the server refuses a subscription to ticks.>: -ERR 'maximum subscriptions exceeded'"]) });
  });

  test('ends with 15 where the server has refused the login before all of it was sent', async () => {
    const port = await startOther(socket => socket.end(`${INFO}-ERR 'Authorization Violation'\r\n`, () => socket.destroy()));
    expect(await check(port)).toMatchObject({ code: 15 });
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
    expect(await check(port, { ANSWER_SECONDS: '2' })).toMatchObject({ code: 13, lines: ['connected, but INFO, with which a NATS server begins, did not come within 2 s', expect.anything()] });
  });

  test('ends with 13 where the connection ends at once, and says so', async () => {
    const port = await startOther(socket => socket.end());
    expect(await check(port)).toMatchObject({ code: 13, lines: ['connected, but the connection ended before INFO, with which a NATS server begins, came', expect.anything()] });
  });

  test('ends with 13 where the connection ends after a while, and says so', async () => {
    const port = await startOther(socket => setTimeout(() => socket.end(), 1100));
    expect(await check(port, { ANSWER_SECONDS: '3' })).toMatchObject({ code: 13, lines: [expect.stringContaining('the connection ended'), expect.anything()] });
  });

  test('ends with 13 where a server waits for the client to speak first, as HTTP and a server that begins with TLS do', async () => {
    const port = await startOther(socket => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n')));
    expect(await check(port, { ANSWER_SECONDS: '1' })).toMatchObject({ code: 13 });
  });

  test('ends with 13 where the login is not answered', async () => {
    const port = await startOther(socket => socket.write(INFO));
    expect(await check(port, { ANSWER_SECONDS: '2' })).toMatchObject({ code: 13, lines: [expect.anything(), 'connected, but an answer to login did not come within 2 s', expect.anything()] });
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

  test('ends with 11 where nothing listens, and nc says so only when it is asked to', async () => {
    const nc = 'case $1 in -vv) echo "nc: bus (10.0.0.1:4222): Connection refused" >&2 ;; esac; exit 1';
    expect((await runScript('check-nats', BUS, { nc })).code).toBe(11);
  });

  test.each([
    ['the connection is not answered', 'nc: timed out'],
    ['the connection is not answered, and nc is the one of -vv', 'nc: bus (10.0.0.1:4222): Connection timed out'],
    ['there is no way to the server', "nc: can't connect to remote host (10.0.0.1): No route to host"],
    ['there is no way to the network of the server', "nc: can't connect to remote host (10.0.0.1): Network is unreachable"],
  ])('ends with 12 where %s', async (_, says) => {
    expect((await runScript('check-nats', BUS, { nc: `echo "${says}" >&2; exit 1`, nslookup: FOUND })).code).toBe(12);
  });

  test('ends with 12 where nslookup does not find the name, which nc has found by the search list', async () => {
    expect((await runScript('check-nats', BUS, { nc: 'echo "nc: timed out" >&2; exit 1', nslookup: NOT_FOUND })).code).toBe(12);
  });

  test('ends with 12 where an address does not answer, whatever the DNS does', async () => {
    expect((await runScript('check-nats', { ...BUS, NATS_URL: 'nats://10.0.0.1:4222' }, { nc: 'echo "nc: timed out" >&2; exit 1', nslookup: SILENT })).code).toBe(12);
  });

  test('ends with 10 where nc finds no address for the name', async () => {
    expect(await runScript('check-nats', { ...BUS, NATS_URL: 'nats://nobody.invalid:4222' }, { nslookup: NOT_FOUND }))
      .toEqual({ code: 10, lines: ['the name nobody.invalid does not exist, or has no address', 'failed: NATS at nobody.invalid:4222'] });
  });

  test.each([
    ['nc takes the time for that of the connection', 'echo "nc: timed out" >&2; exit 1'],
    ['nc finds no address', 'echo "nc: bad address bus" >&2; exit 1'],
    ['nc is ended before it says anything', 'exit 143'],
  ])('ends with 18 where no DNS answers and %s', async (_, nc) => {
    expect((await runScript('check-nats', BUS, { nc, nslookup: SILENT })).code).toBe(18);
  });

  test.each([
    ["nc: invalid option -- 'e'", 1],
    ['sh: nc: Permission denied', 126],
  ])('ends with 19 where nc says something else: %s', async (says, code) => {
    expect(await runScript('check-nats', BUS, { nc: `echo "${says}" >&2; echo usage >&2; exit ${code}` }))
      .toEqual({ code: 19, lines: [`nc ended with ${code}: ${says}`, 'failed: NATS at bus:4222'] });
  });

  test('ends with 19, and at once, where a command is missing', async () => {
    expect(await runScript('check-nats', BUS, { command: '[ "$2" != nslookup ]' })).toEqual({ code: 19, lines: ['there is no nslookup'] });
  });

  test('ends with 13 where the server closes the connection', async () => {
    const port = await startOther(socket => socket.write(INFO, () => socket.destroy()));
    expect((await check(port)).code).toBe(13);
  });

  test('is ended by SIGTERM at once', async () => {
    const { code, seconds } = await endByTerm('check-nats', { NATS_URL: 'nats://127.0.0.1:1', TRIES: '9' });
    expect([code, seconds < 5]).toEqual([143, true]);
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
