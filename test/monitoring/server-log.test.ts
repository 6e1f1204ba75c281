import { spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { connect, Socket } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { linePattern } from '../../src/monitoring/private/log-queries';
import { logTexts } from '../../src/monitoring/private/metric-names';
import { describeWithTools } from '../support/tools';

const CONFIGURATION = 'listen: "127.0.0.1:-1"\nmax_connections: 1\nauthorization { user: quotes, password: made-up }\n';

/** A connection that says hello with a password, once the server has answered it. */
async function login(port: number, password: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'data');
  socket.write(`CONNECT {"verbose":false,"user":"quotes","pass":"${password}"}\r\nPING\r\n`);
  await once(socket, 'data');
  return socket;
}

describeWithTools('a real server that refuses clients', ['nats-server'], () => {
  let lines: string[];
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nats-'));
    writeFileSync(join(folder, 'nats.conf'), CONFIGURATION);
    const server = spawn('nats-server', ['-c', join(folder, 'nats.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    server.stderr.on('data', (text) => { log += text; });
    const logged = async (pattern: RegExp) => {
      while (!pattern.test(log)) await once(server.stderr, 'data');
      return pattern.exec(log)!;
    };
    const port = Number((await logged(/Listening for client connections on 127\.0\.0\.1:(\d+)[^]*Server is ready/))[1]);
    const wrong = await login(port, 'wrong');
    await logged(/cid:.*\n/);
    const right = await login(port, 'made-up');
    const tooMany = connect(port, '127.0.0.1');
    tooMany.on('error', () => undefined);
    await logged(/cid:.*\n[^]*cid:.*\n/);
    [wrong, right, tooMany].forEach(socket => socket.destroy());
    server.kill();
    rmSync(folder, { recursive: true });
    lines = log.split('\n');
  });

  test('logs each refusal in a line that the alert looks for, and nothing else in such lines', () => {
    const pattern = new RegExp(linePattern(logTexts().refused).replace('(?i)', ''), 'i');
    expect(lines.filter(line => pattern.test(line)).map(line => line.replace(/.*cid:\d+ - /, ''))).toEqual(['authentication error', 'maximum connections exceeded']);
  });
});
