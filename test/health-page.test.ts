import { pythonOf, runPython } from './support/python';
import { startNats, startOther, stopServers } from './support/servers';
import { describeWithTools } from './support/tools';

const snippetWith = pythonOf('docs/health.md');

describeWithTools('the Python of docs/health.md', ['nats-server', 'python'], () => {
  afterAll(stopServers);

  const health = (port: number) => runPython(snippetWith('check_nats_health'), `print(asyncio.run(check_nats_health("nats://127.0.0.1:${port}", 1)))`);

  test('says that a server answers', async () => {
    expect((await health(await startNats())).out).toBe('True');
  });

  test('says that nothing listens', async () => {
    expect(await health(1)).toMatchObject({ out: 'False', err: expect.stringContaining('NATS health check failed: ') });
  });

  test('says that a server does not answer in time, and does not wait on', async () => {
    expect(await health(await startOther(() => undefined))).toMatchObject({ code: 0, out: 'False', err: expect.stringContaining('NATS health check failed: TimeoutError') });
  });

  test('drains at the end of the pod', async () => {
    const port = await startNats();
    const end = await runPython(snippetWith('drain_timeout'), 'import os', 'async def main():',
      `  running = asyncio.create_task(run("nats://127.0.0.1:${port}"))`, '  await asyncio.sleep(0.5)', '  os.kill(os.getpid(), signal.SIGTERM)', '  await running', '  print("drained")', 'asyncio.run(main())');
    expect(end).toMatchObject({ code: 0, out: 'drained' });
  });

  test.each([[true, 200], [false, 503]])('tells the readiness of a connection that is %p', async (connected, status) => {
    const { out } = await runPython(
      'import asyncio, sys, types', 'web = types.SimpleNamespace(Response=lambda status=200, text="": status)', 'sys.modules["aiohttp"] = types.SimpleNamespace(web=web)',
      snippetWith('is_connected'), `print(asyncio.run(ready(types.SimpleNamespace(is_connected=${connected ? 'True' : 'False'}))(None)))`);
    expect(out).toBe(String(status));
  });
});
