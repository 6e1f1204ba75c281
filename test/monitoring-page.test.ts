import { alerted, metricRules } from './monitoring/support';
import { pythonOf, runPython } from './support/python';
import { describeWithTools } from './support/tools';

/** A server that comes, goes and comes again, with a program that publishes a message each time; after each, what Prometheus would get. */
const SCENARIO = `
import asyncio, socket, subprocess
from prometheus_client import generate_latest

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]

async def start():
    server = subprocess.Popen(["nats-server", "-a", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL)
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return server
        except ConnectionRefusedError:
            await asyncio.sleep(0.05)

async def until(connected):
    while CONNECTED._value.get() != connected:
        await asyncio.sleep(0.05)

async def message(nc):
    try:
        await publish(nc, "quotes.new", b"1", 0.2)
    except Exception:
        pass
    print(generate_latest().decode() + "----")

async def main():
    server = await start()
    nc = await connect(f"nats://127.0.0.1:{port}")
    await message(nc)
    server.kill()
    await until(0)
    await message(nc)
    server = await start()
    await until(1)
    await message(nc)
    await nc.close()
    server.kill()

asyncio.run(asyncio.wait_for(main(), 20))
`;

describeWithTools('the metrics of docs/monitoring.md', ['nats-server', 'python'], () => {
  let scrapes: string[];
  beforeAll(async () => {
    const { code, out, err } = await runPython(pythonOf('docs/monitoring.md')('prometheus_client'), SCENARIO);
    if (code !== 0) throw new Error(err);
    scrapes = out.split('----');
  });

  const values = (series: string) => scrapes.slice(0, 3).map(scrape => scrape.split('\n').find(line => line.startsWith(`${series} `))?.split(' ')[1]);

  test('are all that the alerts ask for', () => {
    const rules = metricRules(alerted({ clientMetrics: { connected: 'nats_connected', reconnections: 'nats_reconnections_total' }, settings: { publishStopped: { enabled: true } } }));
    const asked = new Set(rules.filter(({ labels }) => labels.workload).flatMap(({ expr }) => [...expr.matchAll(/\w+(?=\{)/g)].map(([metric]) => metric)));
    const given = new Set(scrapes[0].match(/^\w+/gm));
    expect([asked.size, [...asked].filter(metric => !given.has(metric))]).toEqual([4, []]);
  });

  test.each([
    ['nats_connected', ['1.0', '0.0', '1.0']],
    ['nats_reconnections_total', ['0.0', '0.0', '1.0']],
    ['messaging_client_sent_messages_total{error_type="",messaging_system="nats"}', ['1.0', '1.0', '2.0']],
    ['messaging_client_sent_messages_total{error_type="ConnectionReconnectingError",messaging_system="nats"}', [undefined, '1.0', '1.0']],
    ['messaging_client_operation_duration_seconds_count{messaging_system="nats"}', ['1.0', '2.0', '3.0']],
  ])('%s follows the connection', (series, expected) => {
    expect(values(series)).toEqual(expected);
  });
});
