import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
// Loaded here, so that the first test has not to wait for it.
import '../../src/cli/doctor';
import { forbidden, World } from '../doctor/support/fake-kubectl';
import { kubectlProgram, writeProgram } from '../doctor/support/kubectl-program';
import { HEALTHY, healthyWithout } from '../doctor/support/objects';
import { runIn, RunResult } from '../support/command-line';

const SELECTION = { workloads: [{ kind: 'Deployment', name: 'ticker' }], where: { namespace: 'shop' } };
const WELL: World = {
  objects: HEALTHY,
  environments: { 'ticker-5d9c-x7k2p': 'nats://broker.messaging.svc.cluster.local:4222' },
  raw: { 'varz': {}, 'connz?limit=10000': { connections: [{ ip: '10.1.0.5' }] }, 'state=closed&limit=10000': { connections: [] } },
};
const folders: string[] = [];
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true })));

/** Runs `petrosa-nats doctor` with the kubectl of a folder. */
function doctorWith(folder: string, argv: readonly string[]): Promise<RunResult> {
  return runIn({}, ['doctor', ...argv], { env: { PATH: `${folder}:${process.env.PATH}` } });
}

async function doctor(world: World, argv: readonly string[]): Promise<RunResult> {
  const folder = await kubectlProgram(world, SELECTION);
  folders.push(folder);
  return doctorWith(folder, ['deployment/ticker', '-n', 'shop', ...argv]);
}

function scripted(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  folders.push(folder);
  writeProgram(folder, script);
  return folder;
}

test('ends in 0 where nothing fails, with the verdict as last line', async () => {
  const { code, out, err } = await doctor(WELL, []);
  expect([code, out.split('\n').at(-2), err]).toEqual([0, '√ 17 passed, 0 failed, 0 warnings, 2 skipped', '']);
});

test('ends in 1 where something fails', async () => {
  const { code, out } = await doctor({ ...WELL, objects: healthyWithout('Service broker') }, ['-o', 'short']);
  expect([code, out]).toEqual([1, expect.stringMatching(/^shop\/deployment\/ticker × service-exists: Service broker exists in no namespace \(common issue 1, /)]);
});

test('ends in 2 where something could not be checked', async () => {
  const { code, out } = await doctor({ ...WELL, instead: { 'get events': forbidden('list', 'events', 'shop') } }, ['-o', 'json']);
  expect([code, JSON.parse(out)]).toMatchObject([2, { verdict: 'unchecked' }]);
});

test('a warning ends in 1 with --fail-on warning alone', async () => {
  const world = { ...WELL, logs: { 'ticker-5d9c-x7k2p': 'NATS connection lost' } };
  expect([(await doctor(world, ['-o', 'short'])).code, (await doctor(world, ['-o', 'short', '--fail-on', 'warning'])).code]).toEqual([0, 1]);
});

test('the server that is named is looked at', async () => {
  const { code, out } = await doctor(WELL, ['--server', 'messaging/broker', '-o', 'short', '--wait', '1s']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^√ 17 passed/)]);
});

test('a context and a kubeconfig are given to each command, and shown', async () => {
  const folder = scripted('echo "$*" >> "$0.log"; echo "error: You must be logged in to the server (Unauthorized)" >&2; exit 1');
  const { code, err } = await doctorWith(folder, ['deployment/ticker', '--context', 'prod', '--kubeconfig', '/k.yaml']);
  expect([code, err, readFileSync(join(folder, 'kubectl.log'), 'utf8').split('\n')[0]]).toEqual([
    2, 'petrosa-nats: You must be logged in to the server (Unauthorized)\n', '--context prod --kubeconfig /k.yaml get deployments -o json',
  ]);
});

test('a command that hangs is ended in time', async () => {
  const { code, err } = await doctorWith(scripted('exec sleep 60'), ['deployment/ticker', '-A', '--timeout', '200ms']);
  expect([code, err]).toEqual([2, 'petrosa-nats: the cluster does not answer within 0.2 s; --timeout gives it longer\n']);
});

test('without kubectl one line says so', async () => {
  const { code, err } = await runIn({}, ['doctor', 'ticker'], { env: { PATH: '/nowhere' } });
  expect([code, err]).toEqual([2, 'petrosa-nats: kubectl does not run: there is no program kubectl in the PATH\n']);
});

test('a kubectl that cannot be run is told so', async () => {
  const folder = scripted('');
  chmodSync(join(folder, 'kubectl'), 0o644);
  const { code, err } = await runIn({}, ['doctor', 'ticker'], { env: { PATH: folder } });
  expect([code, err]).toEqual([2, 'petrosa-nats: kubectl does not run: spawn kubectl EACCES\n']);
});

test.each([
  [['a/b/c'], '\'a/b/c\' names no workload'],
  [['kind/name'], '\'kind/name\' names no workload'],
  [['deployment/'], '\'deployment/\' names no workload'],
  [['secret@x/y'], '(not shown, it may hold a credential) names no workload'],
  [['replicaset/x'], '\'replicaset/x\' names no workload'],
  [['ticker', '--server', 'nats'], '--server \'nats\' names no Service; write NAMESPACE/NAME, such as nats/nats-server'],
  [['ticker', '--timeout', 'soon'], '--timeout \'soon\' is no duration; write one such as 30s or 2m'],
  [['ticker', '--wait', '-1s'], '--wait \'-1s\' is no duration'],
  [['ticker', '--timeout', '0s'], '--timeout \'0s\' is no duration'],
  [['ticker', '-n', 'No Namespace'], '--namespace \'No Namespace\' is no name of a namespace'],
  [['ticker', '-n', 'shop', '-A'], '--namespace and --all-namespaces exclude each other'],
])('%j is refused', async (argv, message) => {
  expect(await runIn({}, ['doctor', ...argv])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
});

/** A folder with a kubectl of a cluster in which a probe is made by a script, and does not end. */
async function withProbe(create: string): Promise<string> {
  const folder = await kubectlProgram({ ...WELL, instead: { 'get pod petrosa': { type: 'ended', code: 0, out: '{}', err: '' } } }, SELECTION);
  folders.push(folder);
  const recorded = readFileSync(join(folder, 'kubectl'), 'utf8').replace('#!/bin/sh\n', '');
  writeProgram(folder, `
[ "$1" != --context ] || shift 2
case "$*" in
create*) touch "$0.made"; ${create};;
"get pod petrosa"*) echo '{}'; exit 0;;
"delete pod petrosa"*) touch "$0.removed"; exit 0;;
esac
${recorded}`);
  return folder;
}

test.each<[NodeJS.Signals, string]>([
  ['SIGINT', 'petrosa-nats: stopping\npetrosa-nats: stopped\n'],
  ['SIGTERM', 'petrosa-nats: stopping\npetrosa-nats: stopped\n'],
  // Nobody reads it.
  ['SIGHUP', 'petrosa-nats: stopped\n'],
])('%s removes the probe, and ends in 2', async (signal, said) => {
  const folder = await withProbe('exit 0');
  const made = setInterval(() => {
    if (!existsSync(join(folder, 'kubectl.made'))) return;
    clearInterval(made);
    process.emit(signal);
  }, 20);
  const { code, err } = await doctorWith(folder, ['deployment/ticker', '-n', 'shop', '--probe']);
  expect([code, err, existsSync(join(folder, 'kubectl.removed'))]).toEqual([2, said, true]);
});

test('a second Ctrl-C while the probe is made tells how to remove it', async () => {
  const folder = await withProbe('until [ -e "$0.exited" ]; do sleep 0.02; done; exit 0');
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => writeFileSync(join(folder, 'kubectl.exited'), '')) as unknown as () => never);
  const made = setInterval(() => {
    if (!existsSync(join(folder, 'kubectl.made'))) return;
    clearInterval(made);
    process.emit('SIGINT');
    setTimeout(() => process.emit('SIGINT'), 400);
  }, 20);
  const { err } = await doctorWith(folder, ['deployment/ticker', '-n', 'shop', '--context', 'prod', '--probe']);
  expect([err, exit.mock.calls]).toEqual([
    expect.stringMatching(/^petrosa-nats: stopping\npetrosa-nats: stopped; the probe may be left: kubectl --context prod delete pod petrosa-nats-doctor-\w+ -n shop\n/), [[130]],
  ]);
  exit.mockRestore();
});
