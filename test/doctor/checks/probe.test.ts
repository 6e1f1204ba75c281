import { CheckResult, KubectlResult, Stopped } from '../../../src/doctor';
import { JsonObject, valueAt } from '../../../src/manifest';
import { examined } from '../support/examine';
import { FakeKubectl, forbidden, refusal, World } from '../support/fake-kubectl';
import { broker, configMap, FROM_CONFIG, HEALTHY, healthyBut, healthyWithout, ticker, tickerPod } from '../support/objects';

const PROBE = { image: 'busybox:1.36.1' };
const LOGIN = { NATS_USER: { secret: 'ticker-nats', key: 'user' }, NATS_PASSWORD: { secret: 'ticker-nats', key: 'password' } };

/** The two results of a probe, and what it left behind. */
interface Probed {
  readonly dns: CheckResult;
  readonly handshake: CheckResult;
  readonly kubectl: FakeKubectl;
}

async function probed(world: Partial<World>, asked: Parameters<typeof examined>[1] = {}): Promise<Probed> {
  const kubectl = asked.kubectl ?? new FakeKubectl({ objects: HEALTHY, ...world });
  const { results } = await examined({ objects: HEALTHY }, { probe: PROBE, ...asked, kubectl });
  const of = (id: string): CheckResult => results.find(result => result.id === id)!;
  return { dns: of('probe-dns'), handshake: of('probe-handshake'), kubectl };
}

const envOf = (pod: JsonObject): unknown[] => (valueAt(pod, ['spec', 'containers', 0, 'env']) as JsonObject[]).map(({ name }) => name);

const end = (code: number, log: string): Partial<World> => ({ probe: { code, log: `${log}\nfailed: NATS at broker.messaging.svc.cluster.local:4222\n` } });

test('without --probe no pod is made, and the option is told', async () => {
  const { dns, handshake, kubectl } = await probed({}, { probe: undefined });
  expect([dns, handshake, kubectl.made]).toMatchObject([
    { status: 'skipped', detail: 'not tried from a pod', hint: '--probe makes a temporary pod that tries it' },
    { status: 'skipped', detail: 'not tried from a pod' },
    [],
  ]);
});

test('a server that answers passes, with what it says', async () => {
  const { dns, handshake } = await probed({ probe: { code: 0, log: 'ok INFO from nats-server 2.10.22\nok login\npassed: NATS at broker.messaging.svc.cluster.local:4222\n' } });
  expect([dns, handshake]).toMatchObject([{ status: 'ok', detail: 'broker.messaging.svc.cluster.local' }, { status: 'ok', detail: 'INFO from nats-server 2.10.22, login' }]);
});

test('a name that does not exist fails, and keeps the handshake from being judged', async () => {
  const { dns, handshake } = await probed(end(10, 'the name broker.messaging.svc.cluster.local does not exist, or has no address'));
  expect([dns, handshake]).toMatchObject([
    { status: 'failed', detail: 'the name broker.messaging.svc.cluster.local does not exist, or has no address', hint: 'kubectl get service broker -n messaging' },
    { status: 'skipped', blockedBy: 'probe-dns' },
  ]);
});

test('a name outside the cluster that does not exist is to be a Service', async () => {
  const { dns } = await probed({ ...end(10, 'the name nats.nowhere.example.com does not exist, or has no address'), objects: healthyBut(configMap({ NATS_URL: 'nats://nats.nowhere.example.com:4222' })) });
  expect(dns.hint).toBe('write the full name of a Service');
});

test('a DNS that does not answer is issue 3', async () => {
  const { dns } = await probed(end(18, 'the DNS does not answer for broker.messaging.svc.cluster.local'));
  expect(dns).toMatchObject({ status: 'failed', issue: { number: 3, solution: 'check the NetworkPolicies: kubectl describe networkpolicy -n shop' } });
});

test.each([
  [11, 'connection refused', { number: 2, solution: 'check endpoints and NATS pods: kubectl get endpointslices,pods -n messaging' }],
  [12, 'no connection within 5 s', { number: 3, solution: 'check the NetworkPolicies: kubectl describe networkpolicy -n shop; kubectl describe networkpolicy -n messaging' }],
])('exit code %s is a common issue', async (code, said, issue) => {
  expect((await probed(end(code, said))).handshake).toMatchObject({ status: 'failed', detail: said, issue });
});

test('a refused connection to no Service names no namespace', async () => {
  const { handshake } = await probed({ ...end(11, 'connection refused'), objects: healthyBut(configMap({ NATS_URL: 'nats://10.2.2.2:4222' })) });
  expect(handshake.issue?.solution).toBe('check endpoints and NATS pods');
});

test.each([
  [13, 'look at the load of the server, at proxies on the way, and at the port of the URL: HTTP, and a server that begins with TLS, wait for the client to speak'],
  [14, 'look at the port of the URL'],
  [17, 'write the scheme that the server takes: tls:// or nats://'],
  [20, 'look at the limits of the server, such as max_connections'],
])('exit code %s fails with what to look at, and the name resolves', async (code, hint) => {
  const { dns, handshake } = await probed(end(code, 'what was said'));
  expect([dns, handshake]).toMatchObject([{ status: 'ok' }, { status: 'failed', detail: 'what was said', hint }]);
});

test('a refused login of the workload fails', async () => {
  const { handshake } = await probed({ ...end(15, 'the server refuses login: -ERR \'Authorization Violation\''), objects: healthyBut(ticker({ ...FROM_CONFIG, ...LOGIN })) });
  expect(handshake).toMatchObject({ status: 'failed', hint: 'look at the Secret of the workload, and at the users of the server' });
});

test.each([
  ['a password without a user', { NATS_PASSWORD: LOGIN.NATS_PASSWORD }],
  ['a password whose user is known in the pod alone', { NATS_PASSWORD: LOGIN.NATS_PASSWORD, NATS_USER: { value: '$(TEAM)-ticker' } }],
  ['a password that is written out', { NATS_USER: LOGIN.NATS_USER, NATS_PASSWORD: { value: 'hunter2' } }],
])('%s is no login, and is not tried', async (_, login) => {
  const { handshake, kubectl } = await probed({ ...end(15, 'the server refuses login'), objects: healthyBut(ticker({ ...FROM_CONFIG, ...login })) });
  expect([handshake, envOf(kubectl.made[0])]).toMatchObject([{ status: 'ok', detail: 'INFO came; the server wants a login, which was not tried' }, ['NATS_URL', 'TRIES']]);
});

test('a login of which each container has a half is none', async () => {
  const [user, password] = Object.entries(LOGIN)
    .map(([name, { secret, key }]) => ({ name, env: [{ name, valueFrom: { secretKeyRef: { name: secret, key } } }] }));
  const { spec, ...deployment } = ticker();
  const template = valueAt(spec, ['template']) as JsonObject;
  const containers = [...valueAt(template, ['spec', 'containers']) as JsonObject[], user, password];
  const objects = healthyBut({ ...deployment, spec: { template: { ...template, spec: { containers } } } });
  expect(envOf((await probed({ ...end(0, ''), objects })).kubectl.made[0])).toEqual(['NATS_URL', 'TRIES']);
});

test('a server that wants a login which the probe has not still answers', async () => {
  expect((await probed(end(15, 'the server refuses login'))).handshake).toMatchObject({ status: 'ok', detail: 'INFO came; the server wants a login, which was not tried' });
});

test.each([
  [19, "nc ended with 1: nc: invalid option -- 'e'", ": nc ended with 1: nc: invalid option -- 'e'"],
  [127, 'sh: nc: not found', ': sh: nc: not found'],
  [1, '', ''],
])('exit code %s says nothing about name and server', async (code, log, told) => {
  const { dns, handshake } = await probed({ probe: { code, log } });
  expect([dns, handshake]).toMatchObject([
    { status: 'unchecked', detail: `the probe ended with exit code ${code}` },
    { status: 'unchecked', detail: `the probe ended with exit code ${code}${told}` },
  ]);
});

describe('the pod', () => {
  const made = async (world: Partial<World> = {}, asked = {}): Promise<JsonObject> => (await probed({ ...end(0, ''), ...world }, asked)).kubectl.made[0];

  test('has the namespace and the labels of the workload, without those of its controller', async () => {
    expect((await made()).metadata).toMatchObject({ namespace: 'shop', labels: { app: 'ticker' }, name: expect.stringMatching(/^petrosa-nats-doctor-[0-9a-f]{8}$/) });
    expect(valueAt(await made(), ['metadata', 'labels', 'pod-template-hash'])).toBeUndefined();
  });

  test('is made by nobody that counts pods, and goes with the one it stands for', async () => {
    expect(valueAt(await made(), ['metadata', 'ownerReferences'])).toEqual([{ apiVersion: 'v1', kind: 'Pod', name: 'ticker-5d9c-x7k2p', uid: 'uid-ticker-5d9c-x7k2p', controller: true }]);
  });

  test('belongs to the Deployment where no pod runs', async () => {
    const pod = await made({ objects: healthyWithout('Pod ticker-5d9c-x7k2p') });
    expect(pod.metadata).toMatchObject({ ownerReferences: [{ kind: 'Deployment', name: 'ticker', uid: 'uid-ticker', controller: true }], labels: { app: 'ticker' } });
  });

  test('is never ready, is nobody, and ends by itself', async () => {
    expect((await made()).spec).toMatchObject({
      restartPolicy: 'Never',
      activeDeadlineSeconds: 120,
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 65534 },
      containers: [{ image: 'busybox:1.36.1', readinessProbe: { exec: { command: ['false'] } }, securityContext: { readOnlyRootFilesystem: true } }],
    });
  });

  test('finds names as the pods do', async () => {
    const pod = tickerPod();
    const objects = healthyBut({ ...pod, spec: { ...pod.spec as JsonObject, dnsPolicy: 'None', dnsConfig: { nameservers: ['10.96.0.10'] } } });
    expect((await made({ objects })).spec).toMatchObject({ dnsPolicy: 'None', dnsConfig: { nameservers: ['10.96.0.10'] } });
  });

  test('gets the URL without its credentials', async () => {
    const objects = healthyBut(configMap({ NATS_URL: 'tls://mia:hunter2@broker.messaging.svc.cluster.local:4222' }));
    expect(valueAt(await made({ objects }), ['spec', 'containers', 0, 'env', 0])).toEqual({ name: 'NATS_URL', value: 'tls://broker.messaging.svc.cluster.local:4222' });
  });

  test('gets an IPv6 address in brackets', async () => {
    const objects = healthyBut(configMap({ NATS_URL: 'nats://[fd00::40]:4222' }));
    expect(valueAt(await made({ objects }), ['spec', 'containers', 0, 'env', 0, 'value'])).toBe('nats://[fd00::40]:4222');
  });

  test('goes to the server that is named', async () => {
    const pod = await made({ objects: healthyBut(ticker({ NATS_URL: { secret: 'ticker-nats', key: 'url' } })) }, { server: { namespace: 'messaging', name: 'broker' } });
    expect(valueAt(pod, ['spec', 'containers', 0, 'env', 0])).toEqual({ name: 'NATS_URL', value: 'nats://broker.messaging.svc.cluster.local:4222' });
  });

  test('gets the login by reference alone', async () => {
    const pod = await made({ objects: healthyBut(ticker({ ...FROM_CONFIG, ...LOGIN, NATS_TOKEN: { value: 'hunter2' } })) });
    expect(valueAt(pod, ['spec', 'containers', 0, 'env'])).toEqual([
      expect.objectContaining({ name: 'NATS_URL' }),
      expect.objectContaining({ name: 'TRIES' }),
      { name: 'NATS_USER', valueFrom: { secretKeyRef: { name: 'ticker-nats', key: 'user' } } },
      { name: 'NATS_PASSWORD', valueFrom: { secretKeyRef: { name: 'ticker-nats', key: 'password' } } },
    ]);
  });

  test('gets a user that is written out', async () => {
    const pod = await made({ objects: healthyBut(ticker({ ...FROM_CONFIG, ...LOGIN, NATS_USER: { value: 'app' } })) });
    expect(valueAt(pod, ['spec', 'containers', 0, 'env', 2])).toEqual({ name: 'NATS_USER', value: 'app' });
  });

  test('gets a token by reference', async () => {
    const pod = await made({ objects: healthyBut(ticker({ ...FROM_CONFIG, NATS_TOKEN: LOGIN.NATS_PASSWORD })) });
    expect(valueAt(pod, ['spec', 'containers', 0, 'env', 2])).toEqual({ name: 'NATS_TOKEN', valueFrom: { secretKeyRef: { name: 'ticker-nats', key: 'password' } } });
  });

  test('is made once for both checks, whose commands it shows', async () => {
    const { dns, handshake, kubectl } = await probed(end(0, ''));
    const name = valueAt(kubectl.made[0], ['metadata', 'name']);
    expect(kubectl.made).toHaveLength(1);
    for (const { commands } of [dns, handshake]) expect(commands).toContainEqual(['kubectl', 'delete', 'pod', name, '-n', 'shop', '--ignore-not-found', '--wait=false']);
  });

  test('is not made where its controller would take it for one of its own', async () => {
    const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p', 'Deployment ticker'), ticker(FROM_CONFIG, 'StatefulSet')];
    const { dns, kubectl } = await probed({ objects, ...end(0, '') }, { workloads: [{ name: 'ticker' }] });
    expect([dns.status, dns.detail, kubectl.made]).toEqual(['unchecked', expect.stringContaining('would take the probe for one of its own'), []]);
  });

  test('is not made for a server that speaks WebSocket, or is not known', async () => {
    const worlds = [configMap({ NATS_URL: 'wss://broker.messaging.svc.cluster.local:4222' }), ticker({})].map(object => probed({ objects: healthyBut(object), ...end(0, '') }));
    expect((await Promise.all(worlds)).map(({ dns, handshake, kubectl }) => [dns.detail, handshake.detail, kubectl.made.length])).toEqual([
      ['the probe speaks no WebSocket', 'the probe speaks no WebSocket', 0],
      ['the URL is not known, so that no server is', 'the URL is not known, so that no server is', 0],
    ]);
  });
});

test('a probe that takes a while is asked for again', async () => {
  const kubectl = new FakeKubectl({ objects: HEALTHY, ...end(12, 'no connection') });
  const answer = kubectl.run.bind(kubectl);
  let asked = 0;
  kubectl.run = (args, options) => (args[1] === 'pod' && args[0] === 'get' && asked++ < 2 ? Promise.resolve({ type: 'ended', code: 0, out: '{}', err: '' }) : answer(args, options));
  expect((await probed({}, { kubectl })).handshake).toMatchObject({ status: 'failed', detail: 'no connection' });
});

describe('beside containers that the cluster added', () => {
  const beside = (proxy: JsonObject, probe: JsonObject) => ({
    probe: { code: 0, log: 'ok login' },
    instead: { 'get pod petrosa': { type: 'ended', code: 0, out: JSON.stringify({ status: { containerStatuses: [{ name: 'istio-proxy', state: proxy }, { name: 'probe', state: probe }] } }), err: '' } },
  } as const);

  test('the probe ends by itself', async () => {
    const { handshake, kubectl } = await probed(beside({ running: {} }, { terminated: { exitCode: 0 } }));
    expect([handshake.status, kubectl.commands.some(command => /^logs petrosa\S* -n shop -c probe$/.test(command))]).toEqual(['ok', true]);
  });

  test('the end of another is none', async () => {
    const { dns } = await probed(beside({ terminated: { exitCode: 0 } }, { waiting: { reason: 'ErrImagePull' } }));
    expect(dns).toMatchObject({ status: 'unchecked', detail: expect.stringContaining('ErrImagePull') });
  });
});

describe('the pod is removed', () => {
  const image = (reason: string) => ({ 'get pod petrosa': { type: 'ended', code: 0, out: JSON.stringify({ status: { containerStatuses: [{ name: 'probe', state: { waiting: { reason } } }] } }), err: '' } } as const);

  test('after it ended', async () => {
    expect((await probed(end(12, 'no connection'))).kubectl.pods.size).toBe(0);
  });

  test('where its image cannot be pulled', async () => {
    const { dns, kubectl } = await probed({ instead: image('ErrImagePull') });
    expect([dns.detail, dns.hint, kubectl.pods.size]).toEqual(['the probe does not start: ErrImagePull', '--probe-image names another image', 0]);
  });

  test('where it does not end in time', async () => {
    expect((await probed({})).kubectl.pods.size).toBe(0);
  });

  test('where the cluster does not say whether it made it', async () => {
    const { kubectl } = await probed({ instead: { 'create -n': { type: 'timeout', seconds: 10 } } });
    expect(kubectl.commands.some(command => command.startsWith('delete pod petrosa-nats-doctor-'))).toBe(true);
  });

  test('where its log cannot be read', async () => {
    const { kubectl } = await probed({ ...end(0, ''), instead: { 'logs petrosa': refusal('Error from server: Get "https://10.0.0.1:10250/containerLogs": dial tcp: no route to host\n') } });
    expect(kubectl.pods.size).toBe(0);
  });

  describe('and where the cluster refuses both to make it and to remove it', () => {
    const refused = refusal('Error from server (Forbidden): error when creating "STDIN": pods "p" is forbidden: exceeded quota: small\n');
    const both = { 'create -n': refused, 'delete pod': forbidden('delete', 'pods', 'shop') };

    test('why it was not made is all', async () => {
      const { dns } = await probed({ instead: { ...both, '--ignore-not-found -o name': { type: 'ended', code: 0, out: '', err: '' } } });
      expect(dns.detail).toBe('error when creating "STDIN": pods "p" is forbidden: exceeded quota: small');
    });

    test.each<[string, KubectlResult]>([
      ['it is there all the same', { type: 'ended', code: 0, out: 'pod/petrosa-nats-doctor-0\n', err: '' }],
      ['nobody knows', { type: 'timeout', seconds: 10 }],
    ])('why it was not made comes first where %s', async (_, there) => {
      const { dns } = await probed({ instead: { ...both, '--ignore-not-found -o name': there } });
      expect(dns.detail).toMatch(/^error when creating .* exceeded quota: small; the probe cannot be removed: no right to delete pods in namespace shop; kubectl delete pod petrosa-\S+ -n shop$/);
    });
  });

  test('and where neither its log can be read nor it be removed, both are told', async () => {
    const { dns } = await probed({ ...end(0, ''), instead: { 'logs petrosa': { type: 'timeout', seconds: 10 }, 'delete pod': forbidden('delete', 'pods', 'shop') } });
    expect([dns.detail, dns.hint]).toEqual([expect.stringMatching(/^no answer within 10 s.*; the probe cannot be removed: no right to delete pods/), 'try again, with a longer --timeout']);
  });

  test('and where it cannot be when the user asks to stop, that is told', async () => {
    const kubectl = new FakeKubectl({ objects: HEALTHY, instead: { 'delete pod': forbidden('delete', 'pods', 'shop') } });
    const answer = kubectl.run.bind(kubectl);
    // What runs beside the probe has nothing to say.
    kubectl.run = (args, options) => (args[1] === 'endpointslices' ? Promise.reject(new Stopped()) : answer(args, options));
    await expect(examined({ objects: HEALTHY }, { probe: PROBE, kubectl, sleep: () => Promise.reject(new Stopped()) })).rejects.toThrow(/^the probe cannot be removed: /);
  });

  test('when the user asks to stop', async () => {
    const kubectl = new FakeKubectl({ objects: HEALTHY });
    const stopped = examined({ objects: HEALTHY }, { probe: PROBE, kubectl, sleep: () => Promise.reject(new Error('stopped')) });
    await expect(stopped).rejects.toThrow('stopped');
    expect([kubectl.made.length, kubectl.pods.size]).toEqual([1, 0]);
  });

  test('and where it cannot be, the command to do it is told', async () => {
    const { dns } = await probed({ ...end(0, ''), instead: { 'delete pod': forbidden('delete', 'pods', 'shop') } });
    expect(dns).toMatchObject({
      status: 'unchecked',
      detail: expect.stringMatching(/^the probe cannot be removed: no right to delete pods in namespace shop; kubectl delete pod petrosa-nats-doctor-[0-9a-f]{8} -n shop$/),
    });
  });

  test('and an error of this program on the way is told as one', async () => {
    const kubectl = new FakeKubectl({ objects: HEALTHY, ...end(0, '') });
    const answer = kubectl.run.bind(kubectl);
    kubectl.run = (args, options) => (args[0] === 'delete' ? Promise.reject(new Error('a mistake')) : answer(args, options));
    await expect(probed({}, { kubectl })).rejects.toThrow('a mistake');
  });

  test('and as long as it may be there, the command to remove it is known', async () => {
    const standing = new Set<readonly string[]>();
    const kubectl = new FakeKubectl({ objects: HEALTHY, ...end(0, '') });
    const answer = kubectl.run.bind(kubectl);
    const seen = new Map<string, string[]>();
    kubectl.run = (args, options) => {
      seen.set(args[0], [...standing].map(words => words.join(' ')));
      return answer(args, options);
    };
    await probed({}, { kubectl, probe: { ...PROBE, standing } });
    const removal = [expect.stringMatching(/^delete pod petrosa-nats-doctor-[0-9a-f]{8} -n shop$/)];
    expect([seen.get('create'), seen.get('delete'), standing.size]).toEqual([removal, removal, 0]);
  });

  test('without the right to make it there is none, and the right is named', async () => {
    const { dns, kubectl } = await probed({ instead: { 'create -n': forbidden('create', 'pods', 'shop') } });
    expect([dns.detail, kubectl.commands.some(command => command.startsWith('delete'))]).toEqual(['no right to create pods in namespace shop', false]);
  });
});

test('a Service that is not there does not keep the probe from trying', async () => {
  const { dns } = await probed({ ...end(10, 'the name does not exist'), objects: healthyWithout('Service broker') });
  expect(dns).toMatchObject({ status: 'failed' });
});

test('an ambiguous server of the URL is tried as it is written', async () => {
  const { kubectl } = await probed({ ...end(0, ''), objects: healthyBut(configMap({ NATS_URL: 'broker.messaging' }), broker()) });
  expect(valueAt(kubectl.made[0], ['spec', 'containers', 0, 'env', 0, 'value'])).toBe('nats://broker.messaging:4222');
});
