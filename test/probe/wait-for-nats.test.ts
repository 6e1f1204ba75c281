import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { endByTerm, runScript, ScriptEnd } from './support/run-script';
import { blocksOf } from '../docs/support/pages';
import { startNats, startOther, stopServers } from '../support/servers';
import { describeWithTools } from '../support/tools';

const INFO = 'INFO {"server_id":"A","version":"2.10.22"}\r\n';

function wait(port: number, seconds = 0): Promise<ScriptEnd> {
  return runScript('wait-for-nats', { NATS_URL: `nats://127.0.0.1:${port}`, DEADLINE_SECONDS: String(seconds) }, { sleep: 'exit 0' });
}

describeWithTools('the wait for a server', ['busybox', 'nats-server'], () => {
  afterAll(stopServers);

  test('ends where the server answers', async () => {
    const port = await startNats();
    expect(await wait(port)).toEqual({ code: 0, lines: [`NATS at 127.0.0.1:${port} answers`] });
  });

  test('ends where the server asks for a login, which it does not have', async () => {
    expect((await wait(await startNats('--auth', 'secret'))).code).toBe(0);
  });

  test('ends where the server asks for TLS', async () => {
    const port = await startOther(socket => socket.write(INFO.replace('}', ',"tls_required":true}')));
    expect((await wait(port)).code).toBe(0);
  });

  test('goes on until the server answers, and says once why it waits', async () => {
    let connections = 0;
    const port = await startOther((socket) => {
      connections++;
      if (connections < 4) socket.end('HTTP/1.1 503 Service Unavailable\r\n');
      else socket.write(`${INFO}PONG\r\n`);
    });
    expect(await wait(port, 30)).toEqual({
      code: 0,
      lines: [`waiting for NATS at 127.0.0.1:${port}: connected, but what answers is no NATS server: it does not begin with INFO`, `NATS at 127.0.0.1:${port} answers`],
    });
  });

  test.each([
    ['the server ends the connection after INFO', INFO, 'connected, but the connection ended before PONG came'],
    ['the server refuses', `${INFO}-ERR 'maximum connections exceeded'\r\n`, "the server refuses the connection: -ERR 'maximum connections exceeded'"],
  ])('fails at the deadline where %s', async (_, says, reason) => {
    const port = await startOther(socket => socket.end(says));
    expect(await wait(port)).toMatchObject({ code: 1, lines: [expect.anything(), `gave up on NATS at 127.0.0.1:${port} after 0 s: ${reason}`] });
  });

  test('fails at the deadline where the server says no more than INFO', async () => {
    const port = await startOther(socket => socket.write(INFO));
    expect((await wait(port)).lines[0]).toBe(`waiting for NATS at 127.0.0.1:${port}: connected, but PONG did not come within 3 s`);
  });

  test('says that the connection is refused', async () => {
    expect((await wait(1)).lines[0]).toBe('waiting for NATS at 127.0.0.1:1: connection refused: nothing listens behind 127.0.0.1:1');
  });

  test('tells a DNS that does not answer from a port that does not', async () => {
    const env = { NATS_URL: 'nats://bus:4222', DEADLINE_SECONDS: '0' };
    const nc = 'echo "nc: timed out" >&2; exit 1';
    const silent = await runScript('wait-for-nats', env, { nc, nslookup: 'echo ";; connection timed out; no servers could be reached"; exit 1' });
    const dropped = await runScript('wait-for-nats', env, { nc, nslookup: 'echo "Address: 10.0.0.1"' });
    expect([silent.lines[0], dropped.lines[0]]).toEqual([
      'waiting for NATS at bus:4222: the DNS does not answer: a network policy has to admit UDP 53 and TCP 53',
      'waiting for NATS at bus:4222: no connection within 3 s: a network policy drops it, or nothing has the address',
    ]);
  });

  test('prints what docs/health.md shows', async () => {
    const [{ code: shown }] = blocksOf('docs/health.md').filter(({ code }) => code.startsWith('waiting for NATS'));
    const folder = mkdtempSync(join(tmpdir(), 'tries-'));
    const tries = join(folder, 'tries');
    const says = ['nc: bad address', '', 'Connection refused'].map((text, i) => `${i}) echo "${text}" >&2; exit 1;;`);
    const nc = `[ -e ${tries} ] && read -r n < ${tries} || n=0\necho $((n + 1)) > ${tries}\ncase $n in ${says.join(' ')} esac`;
    const env = { NATS_URL: 'nats://nats-server.nats.svc.cluster.local:4222', DEADLINE_SECONDS: '60' };
    const { lines } = await runScript('wait-for-nats', env, { nc, nslookup: 'exit 1', sleep: 'exit 0' });
    rmSync(folder, { recursive: true });
    expect(`${lines.join('\n')}\n`).toBe(shown);
  });

  test('is ended by SIGTERM at once', async () => {
    const { code, seconds } = await endByTerm('wait-for-nats', { NATS_URL: 'nats://127.0.0.1:1', DEADLINE_SECONDS: '60' });
    expect([code, seconds < 5]).toEqual([143, true]);
  });
});
