import { ChildProcess, execFileSync, spawn } from 'child_process';
import { once } from 'events';
import { AddressInfo, createServer, Server, Socket } from 'net';
import { join } from 'path';

const stops: (() => void)[] = [];

/** Ends all servers that were started. */
export function stopServers(): void {
  stops.splice(0).forEach(stop => stop());
}

/** A real NATS server with some options; its port. */
export async function startNats(...options: string[]): Promise<number> {
  const server = spawn('nats-server', ['-a', '127.0.0.1', '-p', '-1', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  stops.push(() => server.kill());
  return portOf(server);
}

/** A key and a certificate that it signs itself, made in a folder. */
export function selfSigned(folder: string): { key: string; cert: string } {
  const [key, cert] = ['key.pem', 'cert.pem'].map(file => join(folder, file));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key, cert };
}

/** Something that is no NATS server, and does what it is told with each connection; its port. */
export async function startOther(serve: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** Its log is read to the end, since it ends itself where nobody reads. */
function portOf(server: ChildProcess): Promise<number> {
  let log = '';
  return new Promise((resolve, reject) => {
    server.stderr!.on('data', (text) => {
      log += text;
      const [, port] = /Listening for client connections on 127\.0\.0\.1:(\d+)[\s\S]*Server is ready/.exec(log) ?? [];
      if (port) resolve(Number(port));
    });
    server.on('close', () => reject(new Error(`nats-server did not start:\n${log}`)));
  });
}
