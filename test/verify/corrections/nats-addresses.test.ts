import { correct, CorrectedParts } from '../../support/corrections';
import { configObject, deployment } from '../../support/facts';

const CLIENTS = '[{ name: client, port: 4222 }]';
const service = (id: string, ports = CLIENTS, spec = 'selector: { app: bus }'): string => {
  const [namespace, name] = id.split('/');
  return `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { ${spec}, ports: ${ports} }\n`;
};
const SERVER = service('messaging/bus');
const SHOP = service('shop/web', '[{ port: 80 }]');
const told = { server: { namespace: 'messaging', name: 'bus' } };

/** What a rule makes of the value of NATS_URL in a ConfigMap of the namespace shop: the value, or what is to decide. */
function corrected(code: string, url: string, state = SERVER, parts: CorrectedParts = {}, name = 'NATS_URL'): string {
  const { text, decisions } = correct(code, configObject('ConfigMap', 'settings', `{ ${name}: "${url}" }`), { state, ...parts });
  return decisions[0] ?? /: "(.*)"/.exec(text)![1];
}

const FULL = 'nats://bus.messaging.svc.cluster.local:4222';

describe('an IP address becomes the full name of the server:', () => {
  test.each([
    ['the only one that the state shows', 'nats://10.43.7.12:4222', SERVER, FULL],
    ['in disguise too', 'nats://3232298749:4222', SERVER, FULL],
    ['IPv6 in brackets', 'nats://[fd00::12]:4222', SERVER, FULL],
    ['IPv6 without a port', 'nats://[fd00::12]', SERVER, FULL],
    ['a missing scheme is put before it', '10.43.7.12:4222', SERVER, FULL],
    ['a missing port is put behind it', 'nats://10.43.7.12', SERVER, FULL],
    ['WebSocket stays, with its port', 'ws://10.43.7.12:4222', service('messaging/bus', '[{ port: 4222 }, { port: 8080 }]'), 'ws://bus.messaging.svc.cluster.local:4222'],
    ['user info and path stay', 'nats://$(NATS_USER):$(NATS_PASSWORD)@10.43.7.12:4222/a', SERVER, 'nats://$(NATS_USER):$(NATS_PASSWORD)@bus.messaging.svc.cluster.local:4222/a'],
    ['another port that the server serves stays', 'nats://10.43.7.12:4223', service('messaging/bus', '[{ port: 4222 }, { port: 4223 }]'), 'nats://bus.messaging.svc.cluster.local:4223'],
    ['a port that takes no clients goes', 'nats://10.43.7.12:8222', service('messaging/bus', '[{ port: 4222 }, { port: 8222 }]'), FULL],
    ['a port of UDP goes', 'nats://10.43.7.12:4223', service('messaging/bus', '[{ port: 4222 }, { port: 4223, protocol: UDP }]'), FULL],
    ['the Service that has the address', 'nats://10.43.7.12:4222', SERVER + service('messaging/other', '[{ port: 4222 }]', 'clusterIP: 10.43.7.12'), 'nats://other.messaging.svc.cluster.local:4222'],
    ['two addresses of a list become one', 'nats://10.43.7.12:4222,nats://10.43.7.13:4222', SERVER, FULL],
    ['other servers of a list stay', 'nats://old.shop.svc.cluster.local:4222,nats://10.43.7.13:4222', SERVER, `nats://old.shop.svc.cluster.local:4222,${FULL}`],
    ['two servers are to choose from', 'nats://10.43.7.12:4222', SERVER + service('data/nats'), 'choose the NATS server with --server NAMESPACE/NAME: data/nats or messaging/bus'],
    ['no server is known', 'nats://10.43.7.12:4222', SHOP, 'name the NATS server with --server NAMESPACE/NAME: neither the files nor the state of the cluster show one'],
    ['a headless Service beside a balanced one is none to choose', 'nats://10.43.7.12:4222', SERVER + service('messaging/pods', '[{ port: 4222 }]', 'clusterIP: None'), FULL],
  ])('%s', (_, url, state, expected) => {
    expect(corrected('URL101', url, state)).toBe(expected);
  });

  test('TLS stays, with the server that is told', () => {
    expect(corrected('URL101', 'tls://10.43.7.12:4222', SERVER, told)).toBe('tls://bus.messaging.svc.cluster.local:4222');
  });

  test.each([
    ['URL101', 'tls://10.43.7.12:4222'],
    ['URL104', 'tls://bus.messaging:4222'],
  ])('whether a certificate holds the name is to decide: %s %s', (code, url) => {
    expect(corrected(code, url)).toBe('confirm the NATS server with --server messaging/bus, if its certificate holds the name bus.messaging.svc.cluster.local');
  });

  test('a missing port behind a full name makes no certificate wrong', () => {
    expect(corrected('URL104', 'tls://bus.messaging.svc.cluster.local')).toBe('tls://bus.messaging.svc.cluster.local:4222');
  });

  test('the server of the options goes before what the state shows', () => {
    expect(corrected('URL101', 'nats://10.43.7.12:4222', service('data/nats') + service('data/other'), told)).toBe(FULL);
  });

  test('in the zone of the cluster', () => {
    expect(corrected('URL101', 'nats://10.43.7.12:4222', SERVER, { zone: 'shop.internal' })).toBe('nats://bus.messaging.svc.shop.internal:4222');
  });

  test('a server of the options that does not exist is refused', () => {
    expect(corrected('URL101', 'nats://10.43.7.12:4222', SERVER, { server: { namespace: 'messaging', name: 'buss' } }))
      .toBe('name a Service that exists with --server NAMESPACE/NAME: there is no Service buss in namespace messaging');
  });

  test('a server without a port for clients is to decide', () => {
    expect(corrected('URL101', 'nats://10.43.7.12:4222', service('messaging/bus', '[{ port: 5000 }, { port: 5001 }]'), told))
      .toBe('write the port that clients use into the address: Service messaging/bus has several, and none of them is 4222');
  });

  test('a host alone stays one, because its port has a variable of its own', () => {
    expect(corrected('URL101', '10.43.7.12', SERVER, {}, 'NATS_HOST')).toBe('bus.messaging.svc.cluster.local');
  });

  test('in a file within a ConfigMap, with nothing around it changed', () => {
    const file = 'data:\n  app.yaml: |\n    # url: nats://10.1.1.1:4222\n    nats:\n      url: "nats://10.43.7.12:4222"  # the bus\n';
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\n${file}`;
    expect(correct('URL101', text, { state: SERVER }).text).toBe(text.replace('nats://10.43.7.12:4222', FULL));
  });

  test('a password that hides the host is to move first, and no part of it is told', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata:\n  app.yaml: |\n    nats:\n      url: nats://127.1|KRET@10.43.7.12:4222\n';
    expect([...correct('URL101', text, { state: SERVER }).decisions, ...correct('URL102', text, { state: SERVER }).decisions])
      .toEqual(['move the credential into a Secret first: it has characters that hide the host']);
  });

  test('in a word of args', () => {
    const text = deployment('web', 'image: web:1.0.0, args: ["--nats=nats://10.43.7.12:4222", "--queue"]');
    expect(correct('URL101', text, { state: SERVER }).text).toBe(text.replace('nats://10.43.7.12:4222', FULL));
  });

  test('an address that is put together from variables is to decide', () => {
    const text = deployment('web', 'image: web:1.0.0, env: [{ name: BUS, value: 10.43.7.12 }, { name: NATS_URL, value: "nats://$(BUS):4222" }]');
    expect(correct('URL101', text, { state: SERVER }).decisions).toEqual(['correct the variables that the address is put together from']);
  });

  test('an address that only the cluster holds is to decide', () => {
    const text = deployment('web', 'image: web:1.0.0, env: [{ name: NATS_URL, valueFrom: { configMapKeyRef: { name: common, key: URL } } }]');
    expect(correct('URL101', text, { state: SERVER + configObject('ConfigMap', 'common', '{ URL: "nats://10.43.7.12:4222" }') }).decisions)
      .toEqual(['correct key URL of ConfigMap common where it is written: it is in none of the files, only in the cluster']);
  });

  const stream = '---\napiVersion: jetstream.nats.io/v1beta2\nkind: Stream\nmetadata: { name: orders, namespace: shop }\nspec: { name: ORDERS, servers: ["nats://10.43.7.12:4222"] }\n';

  test('a custom resource is to confirm, since it may link clusters', () => {
    expect(correct('URL101', stream, { state: SERVER }).decisions).toEqual(['confirm the NATS server with --server messaging/bus: this may be a link to another cluster']);
  });

  test('a custom resource is corrected where the server is told', () => {
    expect(correct('URL101', stream, { state: SERVER, ...told }).text).toBe(stream.replace('nats://10.43.7.12:4222', FULL));
  });

  describe('a program with two servers', () => {
    const two = (second: string): string => configObject('ConfigMap', 'settings', `{ NATS_URL: "nats://10.43.7.12:4222", TARGET_NATS_URL: "${second}" }`);

    test('is to decide where both are unknown', () => {
      const { decisions } = correct('URL101', two('nats://10.43.9.9:4222'), { state: SERVER });
      expect(decisions[0]).toBe('confirm the NATS server of NATS_URL with --server messaging/bus: TARGET_NATS_URL beside it names another one');
    });

    test('is corrected where the second is the known one', () => {
      expect(correct('URL101', two(FULL), { state: SERVER }).text).toBe(two(FULL).replace('nats://10.43.7.12:4222', FULL));
    });

    test('is corrected where both have the same address', () => {
      expect(correct('URL101', two('nats://10.43.7.12:4222'), { state: SERVER }).text).toBe(two(FULL).replace('nats://10.43.7.12:4222', FULL));
    });
  });
});

describe('the pod itself as a server', () => {
  const reader = (image: string): string => deployment('web', `image: "${image}", env: [{ name: NATS_URL, value: "nats://localhost:4222" }]`);

  test('becomes the only server where no container of the pod is one', () => {
    expect(correct('URL102', reader('web:1.0.0'), { state: SERVER }).text).toBe(reader('web:1.0.0').replace('nats://localhost:4222', FULL));
  });

  test('is to decide where nobody is known to read it', () => {
    expect(corrected('URL102', 'nats://localhost:4222')).toBe('name the NATS server with --server NAMESPACE/NAME, if what uses the address has none in its own pod or on its node');
  });

  test('becomes the server that is told also where nobody is known to read it', () => {
    expect(corrected('URL102', 'nats://0.0.0.0:4222', SERVER, told)).toBe(FULL);
  });

  test('is to decide where one reader has a server in its pod and another has none', () => {
    const user = (name: string, image: string): string => deployment(name, `image: "${image}", envFrom: [{ configMapRef: { name: settings } }]`);
    const text = configObject('ConfigMap', 'settings', '{ NATS_URL: "nats://localhost:4222" }') + user('web', 'web:1.0.0') + user('edge', 'nats:2.10');
    expect(correct('URL102', text, { state: SERVER, ...told }).decisions)
      .toEqual(['give Deployment edge an address of its own: it has a NATS server in its pod, and others that use the address have none']);
  });
});

describe('a name becomes the full one of the Service that it names:', () => {
  const own = service('shop/nats');
  test.each([
    ['a short one', 'nats://nats:4222', own, 'nats://nats.shop.svc.cluster.local:4222'],
    ['not the server that is told, where it resolves', 'nats://nats:4222', own + SERVER, 'nats://nats.shop.svc.cluster.local:4222'],
    ['of Service and namespace', 'nats://bus.messaging:4222', SERVER, FULL],
    ['without zone', 'nats://bus.messaging.svc:4222', SERVER, FULL],
    ['with a dot at the end', 'nats://bus.messaging.svc.cluster.local.:4222', SERVER, FULL],
    ['without scheme', 'bus.messaging.svc.cluster.local:4222', SERVER, FULL],
    ['without port', 'nats://bus.messaging.svc.cluster.local', SERVER, FULL],
    ['with nothing behind the colon', 'nats://bus.messaging.svc.cluster.local:', SERVER, FULL],
    ['without port, where clients use another', 'nats://bus.messaging.svc.cluster.local', service('messaging/bus', '[{ port: 5222 }]'), 'nats://bus.messaging.svc.cluster.local:5222'],
    ['without scheme and port, with a user', '$(NATS_TOKEN)@bus.messaging', SERVER, 'nats://$(NATS_TOKEN)@bus.messaging.svc.cluster.local:4222'],
    ['in upper case', 'NATS://Bus.Messaging.svc.cluster.local:4222', SERVER, FULL],
    ['with a slash at the end', `${FULL}/`, SERVER, FULL],
    ['with a port of its own', 'nats://bus.messaging:5222', SERVER, 'nats://bus.messaging.svc.cluster.local:5222'],
    ['a Service that nobody knows, by its namespace', 'nats://queue.messaging.svc:4222', '', 'nats://queue.messaging.svc.cluster.local:4222'],
    ['a list of one server', `nats://bus.messaging:4222,${FULL}`, SERVER, FULL],
    ['a Service whose ports do not tell the one for clients', 'nats://bus.messaging', service('messaging/bus', '[{ port: 1 }, { port: 2 }]'), 'nats://bus.messaging.svc.cluster.local'],
    ['over WebSocket', 'ws://bus.messaging:4222', SERVER, 'ws://bus.messaging.svc.cluster.local:4222'],
    ['over WebSocket without port, to decide', 'ws://nats.messaging', SERVER + service('messaging/nats'), 'write the port on which nats.messaging.svc.cluster.local takes WebSocket clients'],
    ['one pod, to decide', 'nats://bus-0.bus.messaging.svc:4222', SERVER, 'write the name of Service messaging/bus, or suppress URL104 with the reason why this pod is meant'],
    ['a list of two forms of a name with TLS, to decide', 'tls://bus.messaging:4222,tls://bus.messaging.svc:4222', SERVER, 'keep one server of the list, which the Service spreads over its pods'],
    ['several servers, to decide', `${FULL},nats://nats.shop.svc.cluster.local:4222`, SERVER, 'keep one server of the list, which the Service spreads over its pods'],
    ['a list with an IP address, to decide', 'nats://bus.messaging:4222,nats://10.1.1.1:4222', SERVER, 'keep one server of the list, which the Service spreads over its pods'],
  ])('%s', (_, url, state, expected) => {
    expect(corrected('URL104', url, state)).toBe(expected);
  });

  test('a host alone stays one', () => {
    expect(corrected('URL104', 'bus.messaging', SERVER, {}, 'NATS_HOST')).toBe('bus.messaging.svc.cluster.local');
  });

  describe('where nobody knows whether its Service exists,', () => {
    const unknown = SERVER.replaceAll('messaging', 'other').replaceAll('bus', 'nats');

    test.each(['nats', 'bus'])('the only server does not count, be it called so or not: %s', (name) => {
      expect(corrected('URL104', `nats://${name}:4222`, unknown))
        .toBe(`give the state of the cluster with --cluster-state, or the server with --server NAMESPACE/NAME: whether ${name} is a Service is not known`);
    });

    test('the server that is told counts', () => {
      expect(corrected('URL104', 'nats://nats:4222', '', told)).toBe(FULL);
    });

    test('a Service whose namespace an overlay says is to decide', () => {
      const files = service('shop/bus').replace(', namespace: shop', '') + configObject('ConfigMap', 'settings', '{ NATS_URL: "nats://bus:4222" }').replace(/\n? *namespace: \w+|, namespace: \w+/, '');
      expect(correct('URL104', files).decisions).toEqual(['give the namespace with --namespace: Service bus names none']);
    });

    test('the server that is told has to exist', () => {
      expect(corrected('URL104', 'nats://nats:4222', SERVER, { server: { namespace: 'messaging', name: 'buss' } })).toContain('name a Service that exists');
    });
  });
});

describe('a name that resolves to nothing becomes', () => {
  test.each([
    ['the Service of the same name elsewhere', 'nats://bus:4222', SHOP + SERVER + service('data/nats'), FULL],
    ['the only server', 'nats://event-bus:4222', SHOP + SERVER, FULL],
    ['the only server, also if the one of the same name serves no such port', 'nats://web:4222', service('other/web', '[{ port: 80 }]') + SERVER + service('shop/x'), 'choose the NATS server with --server NAMESPACE/NAME: messaging/bus or shop/x'],
    ['what is to decide between two of its name', 'nats://bus:4222', SHOP + SERVER + service('data/bus'), 'choose the NATS server with --server NAMESPACE/NAME: data/bus or messaging/bus'],
  ])('%s', (_, url, state, expected) => {
    expect(corrected('URL105', url, state)).toBe(expected);
  });

  test('what is to decide between the server that is told and another one of its name', () => {
    expect(corrected('URL105', 'nats://nats:4222', SHOP + SERVER + service('data/nats'), told)).toBe('write the full name of the Service that is meant: data/nats or messaging/bus');
  });

  test('the server that is told, where it is one of several of its name', () => {
    expect(corrected('URL105', 'nats://bus:4222', SHOP + SERVER + service('data/bus'), told)).toBe(FULL);
  });

  test('what its port is written as', () => {
    expect(corrected('URL105', 'nats://bus:4222', SHOP + service('messaging/bus', '[{ port: 4222 }, { port: 4223 }]'))).toBe(FULL);
  });
});

describe('a host outside the cluster', () => {
  test.each([{}, told])('may be meant, so it is to decide, with %j', (parts) => {
    expect(corrected('URL106', 'nats://demo.nats.io:4222', SERVER, parts)).toBe(`write ${FULL} if the server runs in the cluster, else suppress URL106 with the reason`);
  });

  test('that is the machine of a developer becomes the server that is told', () => {
    expect(corrected('URL106', 'nats://host.docker.internal:4222', SERVER, told)).toBe(FULL);
  });

  test('that is the machine of a developer needs a server that is told', () => {
    expect(corrected('URL106', 'nats://host.docker.internal:4222')).toBe('name the NATS server with --server NAMESPACE/NAME');
  });
});

describe('a scheme that is none of NATS', () => {
  test.each([
    ['is plain NATS over HTTP with its port', 'http://bus.messaging.svc.cluster.local:4222', FULL],
    ['is plain NATS over TCP', 'tcp://bus.messaging.svc.cluster.local:4222', FULL],
    ['may be the monitoring over HTTP without a port', 'http://nats.messaging', 'write nats://, or the port of the monitoring if that is meant'],
    ['may be plain or not over HTTPS', 'https://bus.messaging.svc.cluster.local:4222', 'write tls:// if the server demands TLS, else nats://'],
  ])('%s', (_, url, expected) => {
    expect(corrected('URL107', url)).toBe(expected);
  });
});

describe('a URL with a part that cannot be right', () => {
  test.each([
    ['becomes the server whose name it holds', 'nats://bus.svc.cluster.local:4222', FULL],
    ['becomes the server whose name it holds with an underscore', 'nats://bus_.messaging:4222', 'confirm the NATS server with --server messaging/bus'],
    ['is to confirm where it holds another name', 'nats://queue.svc.cluster.local:4222', 'confirm the NATS server with --server messaging/bus'],
    ['is to confirm without a host', 'nats://:4222', 'confirm the NATS server with --server messaging/bus'],
    ['gets the port of its Service', 'nats://bus.messaging.svc.cluster.local:42222222', FULL],
    ['is to decide where its Service is not known', 'nats://queue.data.svc.cluster.local:42222222', 'write the port of queue.data.svc.cluster.local, for NATS usually 4222'],
  ])('%s', (_, url, expected) => {
    expect(corrected('URL108', url)).toBe(expected);
  });

  test('becomes the only server whose name has a dash for its underscore', () => {
    expect(corrected('URL108', 'nats://nats_server:4222', service('messaging/nats-server'))).toBe('nats://nats-server.messaging.svc.cluster.local:4222');
  });

  test('becomes the server that is told', () => {
    expect(corrected('URL108', 'nats://:4222', SERVER, told)).toBe(FULL);
  });

  test('is to decide without a server', () => {
    expect(corrected('URL108', 'nats://:4222', '')).toContain('neither the files nor the state of the cluster show one');
  });

  test('is to decide where its Service does not tell the port', () => {
    expect(corrected('URL108', 'nats://bus.messaging.svc.cluster.local:42222222', service('messaging/bus', '[{ port: 1 }, { port: 2 }]')))
      .toContain('write the port that clients use');
  });
});

describe('a variable of a shell', () => {
  const env = (entries: string): string => deployment('web', `image: web:1.0.0, env: [${entries}]`);

  test('becomes one of Kubernetes where it is set before', () => {
    const text = env('{ name: HOST, value: bus }, { name: PORT, value: "4222" }, { name: NATS_URL, value: "nats://${HOST}:$PORT" }');
    expect(correct('URL109', text).text).toBe(text.replace('${HOST}:$PORT', '$(HOST):$(PORT)'));
  });

  test('is to decide where it is set behind', () => {
    expect(correct('URL109', env('{ name: NATS_URL, value: "nats://${HOST}:4222" }, { name: HOST, value: bus }')).decisions)
      .toEqual(['set HOST in env above NATS_URL, or write the URL out: no entry above it sets the variable']);
  });

  test('is to decide where the URL holds variables of both kinds', () => {
    expect(correct('URL109', env('{ name: A, value: x }, { name: NATS_URL, value: "nats://${A}.$(A):4222" }')).decisions)
      .toEqual(['write the URL out: it is put together from several variables']);
  });
});

describe('a port that the server does not serve', () => {
  test.each([
    ['becomes the one that leads to it', 'nats://bus.messaging:14222', '[{ port: 4222 }, { port: 5222, targetPort: 14222 }]', 'nats://bus.messaging:5222'],
    ['becomes the one for clients', 'nats://bus.messaging:4223', '[{ port: 4222 }, { port: 8222 }]', 'nats://bus.messaging:4222'],
    ['becomes the only one for clients', 'nats://bus.messaging:4223', '[{ port: 5222 }, { port: 8222 }]', 'nats://bus.messaging:5222'],
    ['becomes the one for clients where it takes none', 'nats://bus.messaging:8222', '[{ port: 4222 }, { port: 8222 }]', 'nats://bus.messaging:4222'],
    ['is put behind a URL without one', 'nats://bus.messaging', '[{ port: 5222 }]', 'nats://bus.messaging:5222'],
    ['is to choose from several', 'nats://bus.messaging:4222', '[{ name: a, port: 1 }, { port: 2 }]', 'write one of the ports of Service messaging/bus into the address: 1 (a) or 2'],
  ])('%s', (_, url, ports, expected) => {
    expect(corrected('URL110', url, service('messaging/bus', ports))).toBe(expected);
  });

  test('is to decide where it stands elsewhere than its host', () => {
    expect(corrected('URL110', 'bus.messaging', service('messaging/bus', '[{ port: 5222 }]'), {}, 'NATS_HOST')).toBe('write port 5222 where the port of NATS_HOST stands');
  });
});

describe('another zone', () => {
  test.each([
    ['that is mistyped becomes the one of the cluster', 'nats://bus.messaging.svc.cluster.locl:4222', SERVER, {}, FULL],
    ['that goes on behind the one of the cluster is cut', 'nats://bus.messaging.svc.cluster.local.example.com:4222', SERVER, {}, FULL],
    ['that is a dot becomes the one of the cluster', 'nats://bus.messaging.svc.:4222', SERVER, {}, FULL],
    ['stays of one pod', 'nats://bus-0.bus.messaging.svc.cluster.locl:4222', SERVER, {}, 'nats://bus-0.bus.messaging.svc.cluster.local:4222'],
    ['of a Service that does not exist becomes the only server', 'nats://old.messaging.svc.cluster.locl:4222', SERVER, {}, FULL],
    ['may be the right one', 'nats://bus.messaging.svc.prod.internal:4222', SERVER, {}, 'give the zone of the cluster with --zone prod.internal, or write bus.messaging.svc.cluster.local'],
    ['becomes the server that is told', 'nats://old.data.svc.prod.internal:4222', SERVER, told, FULL],
    ['of another server is to decide', 'http://old.messaging.svc.cluster.locl', SERVER, {}, 'name a Service that exists'],
    ['of another server becomes the one of the cluster', 'http://bus.messaging.svc.cluster.locl', SERVER, {}, 'http://bus.messaging.svc.cluster.local'],
  ])('%s', (_, url, state, parts, expected) => {
    expect(corrected('URL114', url, state, parts, url.startsWith('http') ? 'BILLING_URL' : 'NATS_URL')).toBe(expected);
  });
});

describe('of a list, a rule changes the server that it is about alone:', () => {
  const other = 'nats://old.shop.svc.cluster.local:4222';
  const unknown = service('messaging/bus') + service('shop/old', '[{ port: 4222 }, { port: 4223, targetPort: 9999 }]');

  test.each([
    ['URL101', 'nats://10.43.7.12:4222', FULL, told],
    ['URL102', 'nats://localhost:4222', FULL, told],
    ['URL105', 'nats://bus:4222', FULL, told],
    ['URL106', 'nats://host.docker.internal:4222', FULL, told],
    ['URL107', 'http://bus.messaging.svc.cluster.local:4222', FULL, {}],
    ['URL108', 'nats://bus.svc.cluster.local:4222', FULL, told],
    ['URL110', 'nats://bus.messaging:5222', 'nats://bus.messaging:4222', {}],
    ['URL114', 'nats://bus.messaging.svc.cluster.locl:4222', FULL, {}],
  ])('%s %s', (code, url, expected, parts) => {
    expect(corrected(code, `${other},${url}`, unknown, parts)).toBe(`${other},${expected}`);
  });

  test('a server that is to decide stays, while another of the list is corrected', () => {
    const { text, decisions } = correct('URL101', configObject('ConfigMap', 'settings', '{ NATS_URL: "nats://10.43.7.12:4222,nats://10.43.7.13:4222" }'),
      { state: service('messaging/bus', CLIENTS, 'clusterIP: 10.43.7.12') + service('data/bus') });
    expect([decisions, /: "(.*)"/.exec(text)![1]]).toEqual([['choose the NATS server with --server NAMESPACE/NAME: data/bus or messaging/bus'], `${FULL},nats://10.43.7.13:4222`]);
  });
});

test('a server elsewhere whose ports do not tell the one for clients is to decide', () => {
  expect(corrected('URL105', 'nats://bus:5000', SHOP + service('messaging/bus', '[{ port: 5000 }, { port: 5001 }]'))).toContain('write the port that clients use');
});

test('a NATS box that is no server gets the server that is told', () => {
  const text = deployment('box', 'image: "natsio/nats-box:0.14", args: ["--server=nats://10.43.7.12:4222"]');
  expect(correct('URL101', text, { state: SERVER }).text).toBe(text.replace('nats://10.43.7.12:4222', FULL));
});

test('another NATS server of a program that has nothing to do with the address is no reason to ask', () => {
  const image = 'containers: [{ name: main, image: a:1, env: [{ name: OTHER_NATS_URL, value: "nats://old.shop.svc.cluster.local:4222" }] }]';
  const other = `---\napiVersion: v1\nkind: Pod\nmetadata: { name: other, namespace: shop }\nspec: { ${image} }\n`;
  expect(correct('URL101', configObject('ConfigMap', 'settings', '{ NATS_URL: "nats://10.43.7.12:4222" }') + other, { state: SERVER }).text).toContain(`"${FULL}"`);
});
