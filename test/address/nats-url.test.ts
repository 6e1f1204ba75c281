import { domainToASCII } from 'node:url';
import * as fc from 'fast-check';
import { NatsUrl, NatsUrlClass, NatsUrlContext, ServiceNameFormat } from '../../src/address';
import { anyCharacter } from '../support/any-character';

const SERVER = { service: 'nats-server', namespace: 'nats' };
const FULL = 'nats://nats-server.nats.svc.cluster.local:4222';

function classify(text: string, context?: NatsUrlContext): string {
  return NatsUrl.parse(text, context).urlClass;
}

function canonical(text: string, context?: NatsUrlContext): string | undefined {
  return NatsUrl.parse(text, context).canonical;
}

describe('classes', () => {
  test.each<[NatsUrlClass, string[]]>([
    [NatsUrlClass.FULL, [FULL, 'nats-server.nats.svc.cluster.local', 'TLS://Nats.NATS.svc.cluster.local:4222/', 'n.1.svc.cluster.local:']],
    [NatsUrlClass.FULL_TRAILING_DOT, ['nats://nats-server.nats.svc.cluster.local.:4222']],
    [NatsUrlClass.WITHOUT_ZONE, ['nats-server.nats.svc:4222']],
    [NatsUrlClass.NAMESPACED_SHORT, ['nats://nats-server.nats:4222', 'nats.nats-io', 'nats-01.nats', 'nats.1a']],
    [NatsUrlClass.BARE_SHORT, ['nats-server:4222', 'nats', 'nats-0', 'nats:4222/', 'svc']],
    [NatsUrlClass.HEADLESS_POD, ['nats-0.nats-headless.nats.svc.cluster.local', 'nats-0.nats-headless.nats.svc', 'a.b.c.svc.cluster.local.']],
    [NatsUrlClass.AMBIGUOUS, ['nats-0.nats:4222', 'nats-10.nats', 'nats-0.nats.platform']],
    [NatsUrlClass.SUSPECT, [
      'nats-0.nats.svc:4222', 'nats-0.platform.svc.cluster.local', 'nats-0.platform.svc.cluster.local.', 'nats.svc',
      'nats.svc.cluster.local', 'nats-server.nats.cluster.local', 'a.b.c.d.svc.cluster.local', 'a.b.c.d.svc',
      'a.b.c.cluster.local', 'nats.pod',
    ]],
    [NatsUrlClass.IP, ['nats://192.168.194.253:4222', '10.0.0.5', '[fd00::1]:4222', 'fd00::1', '[::ffff:10.0.0.5]', '[fe80::1%25eth0]']],
    [NatsUrlClass.IP_IN_DISGUISE, [
      '3232298749', '0xC0A8C2FD', '0300.0250.0302.0375', '127.1', '10.0.0.5.', '0:4222', '１０.0.0.5',
      '10-0-0-5.nats.pod.cluster.local', '10-0-0-5.nats.pod', '10-0-0-5.nats.nats.svc.cluster.local',
    ]],
    [NatsUrlClass.LOCALHOST, ['localhost', 'LocalHost.', 'nats.localhost:4222', 'ip6-localhost', 'ip6-loopback', 'localhost.localdomain', '127.0.0.53', '[::1]:4222']],
    [NatsUrlClass.BIND_ADDRESS, ['0.0.0.0:4222', '[::]:4222']],
    [NatsUrlClass.CREDENTIALS, ['u:p@nats', 'tok@nats', 'http://u:p@nats', 'u:$PW@nats', ' u:p@nats ', '@nats', 'u:p@x:4222,y', 'a,u:p@b']],
    [NatsUrlClass.KUBERNETES_VARIABLE, ['nats://$(USER):$(PW)@nats.nats.svc.cluster.local:4222', '$(URL)', 'nats://nats:$(PORT)', '$(S)://nats']],
    [NatsUrlClass.SHELL_VARIABLE, ['${NATS_HOST}', 'nats://$NATS_HOST:4222', '${NATS_URL:-nats://nats:4222}', '$(A):${B}']],
    [NatsUrlClass.LIST, ['nats://a:4222,nats://b:4222', 'a, b', `${FULL},`]],
    [NatsUrlClass.WRONG_SCHEME, ['http://nats-srv:4222', `http${FULL.slice(4)}`, 'redis://10.0.0.5', 'http://']],
    [NatsUrlClass.EXTERNAL, [
      'host.docker.internal', 'nats.example.com', 'acme.org', 'acme.net', 'nats-0.acme.com', '9gag.io', 'nats.example.com.', 'nats-server.nats.',
      'x.svc.example.com', 'nats-0.a.b.internal',
    ]],
    [NatsUrlClass.LOOKALIKE, [
      'x.nats.svc.cluster.local.evil.com', 'nats-server.nats.svc.other.zone', 'nats-server.nats.svc.cluster', 'nats-server.nats.svc.',
      'p-0.nats.nats.svc.evil.com', 'nats-server.nats.svc.evilcluster.local',
    ]],
    [NatsUrlClass.INVALID, [
      '', ' ', ',', '://', '://nats', '//nats', 'nats://', 'nats://:4222', 'nats_srv:4222', '1nats', 'h:0', 'h:65536', 'h:99999', 'h:x', 'h/x', 'h?x', 'h#x',
      ` ${FULL}`, `${FULL}\n`, 'na ts', 'nats..nats', '-nats', '1.2.3.4.5', '256.1', 'nats.10', '[nats]', '[10.0.0.5]', '[::1', '[::1]x', '1::2::3',
      'ｎａｔｓ', 'na%74s', 'nats\\', 'nats\u0000', 'nats{{ x }}', `${'a'.repeat(64)}`, '1nats.nats.svc', '_x.nats.nats.svc.cluster.local', 'h:$',
      'nats.0x1f', 'x::1]:4222',
    ]],
  ])('%s', (expected, texts) => {
    expect(texts.map(text => [text, classify(text)])).toEqual(texts.map(text => [text, expected]));
  });

  test('the zone is the context\'s', () => {
    const context = { zone: 'k8s.example.org' };
    expect(classify('nats-server.nats.svc.k8s.example.org', context)).toBe(NatsUrlClass.FULL);
    expect(classify(FULL, context)).toBe(NatsUrlClass.LOOKALIKE);
  });

  test('a declared server whose name ends like a pod is not suspect', () => {
    const context = { server: { service: 'nats-0', namespace: 'platform' } };
    expect(classify('nats-0.platform.svc.cluster.local', context)).toBe(NatsUrlClass.FULL);
    expect(classify('nats-0.nats.svc.cluster.local', context)).toBe(NatsUrlClass.SUSPECT);
    expect(classify('nats-1.platform.svc.cluster.local', context)).toBe(NatsUrlClass.SUSPECT);
  });

  test.each([
    [`u:p@${FULL.slice(7)}`, NatsUrlClass.FULL], ['http://10.0.0.5', NatsUrlClass.IP], [`${FULL} `, NatsUrlClass.FULL],
    ['u:p@a,b', NatsUrlClass.LIST], ['nats://nats:$(PORT)', NatsUrlClass.BARE_SHORT], ['$(HOST)', NatsUrlClass.KUBERNETES_VARIABLE],
  ])('the host of %j is %s', (text, expected) => {
    expect(NatsUrl.parse(text).hostClass).toBe(expected);
  });

  // A regular expression that backtracks would not come to an end here.
  test.each(['a', 'a.', '1', '$(', '$(a', ':', '0', '[', 'a-'])('a million characters of %j are no address', part => {
    expect([NatsUrlClass.INVALID, NatsUrlClass.KUBERNETES_VARIABLE]).toContain(classify(part.repeat(1e6 / part.length)));
  });
});

describe('parts', () => {
  test('a full name has Service, namespace, zone, host and port', () => {
    expect(NatsUrl.parse(FULL)).toMatchObject({
      scheme: 'nats', host: 'nats-server.nats.svc.cluster.local', port: 4222, service: 'nats-server', namespace: 'nats', zone: 'cluster.local',
    });
  });

  test('a headless pod has its name', () => {
    expect(NatsUrl.parse('nats-0.nats-headless.nats.svc')).toMatchObject({ pod: 'nats-0', service: 'nats-headless', namespace: 'nats' });
  });

  test('a look-alike has its zone and no Service', () => {
    const { service, zone } = NatsUrl.parse('nats-server.nats.svc.evil.com');
    expect([service, zone]).toEqual([undefined, 'evil.com']);
  });

  test('a URL without a port gets 4222', () => {
    expect(NatsUrl.parse('tls://nats').port).toBe(4222);
  });

  test('a URL without a scheme has none', () => {
    expect(NatsUrl.parse('nats:4222').scheme).toBeUndefined();
  });

  test.each(['nats://$(HOST):4222', 'nats_srv', 'a,b'])('%s has no host', text => {
    expect(NatsUrl.parse(text).host).toBeUndefined();
  });

  test('the members of a list are URLs in their order', () => {
    expect(NatsUrl.parse('tls://a:1, b ,').members.map(member => [member.scheme, member.host, member.port])).toEqual([['tls', 'a', 1], [undefined, 'b', 4222]]);
  });

  test('a list of URLs with user info has members', () => {
    expect(NatsUrl.parse('nats://u:p@a,nats://u:p@b').members.map(member => member.host)).toEqual(['a', 'b']);
  });

  test('white space and empty parts are no part of the members', () => {
    expect(NatsUrl.parse('a, , b').members.map(member => member.urlClass)).toEqual([NatsUrlClass.BARE_SHORT, NatsUrlClass.BARE_SHORT]);
  });

  test('a list with user info may have white space', () => {
    expect(NatsUrl.parse('nats://u:p@a, nats://u:p@b').members).toHaveLength(2);
  });

  test.each(['nats://u:p@a,b@nats', 'nats://u:p@a,-x://b@nats'])('%s has a comma in its password and is no list', text => {
    const { host, members } = NatsUrl.parse(text);
    expect([host, members]).toEqual(['nats', []]);
  });

  test('a list whose user info is all variables has no written credential', () => {
    const { urlClass, hasCredentials } = NatsUrl.parse('nats://$(T)@a,nats://$(T)@b');
    expect([urlClass, hasCredentials]).toEqual([NatsUrlClass.KUBERNETES_VARIABLE, false]);
  });

  test('a list with one written credential has credentials', () => {
    const { urlClass, hasCredentials } = NatsUrl.parse('nats://$(T)@a,nats://u:p@b');
    expect([urlClass, hasCredentials]).toEqual([NatsUrlClass.CREDENTIALS, true]);
  });

  test('user info leaves the scheme as it is', () => {
    expect(['tls://u:p@nats', 'u:p@nats'].map(text => NatsUrl.parse(text).scheme)).toEqual(['tls', undefined]);
  });

  test('user info of Kubernetes variables is no written credential', () => {
    expect(['$(U):$(P)@nats', 'u:$(P)@nats', '$(U):p@nats', 'u:p@nats', 'nats', ''].map(text => NatsUrl.parse(text).hasCredentials))
      .toEqual([false, false, true, true, false, false]);
  });
});

describe('format of rule book §3', () => {
  test.each<[string, ServiceNameFormat | undefined]>([
    [FULL, ServiceNameFormat.CROSS_NAMESPACE],
    ['nats://nats-server.nats:4222', ServiceNameFormat.CROSS_NAMESPACE_SHORT],
    ['nats://nats-server.nats-namespace.svc.cluster.local:4222', ServiceNameFormat.DIFFERENT_NAMESPACE],
    ['nats://nats-server.nats-namespace:4222', ServiceNameFormat.DIFFERENT_NAMESPACE_SHORT],
    ['nats://nats-server:4222', undefined],
    ['nats://nats-server.nats.svc:4222', undefined],
  ])('%s', (text, format) => {
    expect(NatsUrl.parse(text, { server: SERVER }).format).toBe(format);
  });

  test('without a declared server no namespace is a different one', () => {
    expect(['a.b.svc.cluster.local', 'a.b'].map(text => NatsUrl.parse(text).format?.number)).toEqual([1, 2]);
  });
});

describe('canonical form', () => {
  test.each([
    'nats-server.nats.svc.cluster.local', 'nats-server.nats.svc.cluster.local.', 'nats-server.nats.svc', 'nats-server.nats', 'NATS://Nats-Server.nats:04222/',
    `u:p@${FULL.slice(7)}`, 'nats://$(U):$(P)@nats-server.nats', `${FULL}\n`, 'http://nats-server.nats:4222', `${FULL},nats-server.nats`, `${FULL},`,
    'nats-0.nats-server.nats.svc', 'nats-0.nats-server.nats.svc,nats-1.nats-server.nats.svc',
  ])('%j is written in full', text => {
    expect(canonical(text)).toBe(FULL);
  });

  test.each([
    'nats', 'nats-0.nats', 'nats-0.nats.svc', '10.0.0.5', 'localhost', 'nats.example.com', 'nats-server.nats.svc.evil.com', 'a.b,c.d', 'a.b,a.b,c.d', 'a.b:$(PORT)',
    'http://nats-server.nats:8222', 'http://nats-server.nats', 'a.b:0', 'a.b/c', '',
  ])('%j has none', text => {
    expect(canonical(text)).toBeUndefined();
  });

  test('scheme and port are kept', () => {
    expect(canonical('tls://nats-server.nats:4223')).toBe('tls://nats-server.nats.svc.cluster.local:4223');
  });

  test('a bare short name is the declared server of that name, else a Service of the pod\'s namespace', () => {
    const context = { namespace: 'petrosa-apps', server: SERVER };
    expect(canonical('nats-server', context)).toBe(FULL);
    expect(canonical('other', context)).toBe('nats://other.petrosa-apps.svc.cluster.local:4222');
  });

  test('a name that would not be full has none', () => {
    expect(canonical('nats-0', { namespace: 'nats' })).toBeUndefined();
    expect(canonical('nats', { namespace: 'not a label' })).toBeUndefined();
  });
});

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
const host = fc.oneof(
  fc.array(label, { minLength: 1, maxLength: 6 }).map(labels => labels.join('.')),
  fc.tuple(label, label, fc.constantFrom('.svc', '.svc.cluster.local', '.svc.cluster.local.', '.svc.cluster.local.evil.com', '.pod.cluster.local', '.svc.k8s.org'))
    .map(([service, namespace, rest]) => `${service}.${namespace}${rest}`),
  fc.domain(), fc.ipV4(), fc.ipV6(),
);
const context = fc.record({
  namespace: label,
  zone: fc.constantFrom('cluster.local', 'k8s.org'),
  server: fc.record({ service: label, namespace: label }),
}, { requiredKeys: [] });
const urlText = fc.tuple(
  fc.constantFrom('', 'nats://', 'tls://', 'WS://', 'http://'),
  fc.constantFrom('', 'u:p@', 't@', '$(U):$(P)@'),
  host,
  fc.constantFrom('', ':4222', ':0', ':', ':$(PORT)'),
  fc.constantFrom('', '/', '/x', ',nats', '\n'),
).map(parts => parts.join(''));

describe('properties', () => {
  const NAMES = [
    NatsUrlClass.FULL, NatsUrlClass.FULL_TRAILING_DOT, NatsUrlClass.WITHOUT_ZONE, NatsUrlClass.NAMESPACED_SHORT, NatsUrlClass.BARE_SHORT,
    NatsUrlClass.HEADLESS_POD, NatsUrlClass.AMBIGUOUS, NatsUrlClass.SUSPECT, NatsUrlClass.EXTERNAL, NatsUrlClass.LOOKALIKE,
  ] as string[];

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: 'grapheme' }), urlText), context, (text, around) => {
      expect(Object.values(NatsUrlClass)).toContain(NatsUrl.parse(text, around).urlClass);
    }), { numRuns: 500 });
  });

  test('no spelling of an IPv4 address that inet_aton takes classifies as a name', () => {
    const number = (max: number) => fc.tuple(fc.integer({ min: 0, max }), fc.constantFrom(10, 8, 16, 160), fc.nat(3)).map(([value, base, zeros]) => ({
      10: `${value}`,
      8: `0${'0'.repeat(zeros)}${value.toString(8)}`,
      16: `0x${'0'.repeat(zeros)}${value.toString(16)}`,
      160: `0X${value.toString(16).toUpperCase()}`,
    })[base]);
    const byte = number(255);
    const address = fc.oneof(
      number(0xffffffff).map(last => [last]),
      fc.tuple(byte, number(0xffffff)),
      fc.tuple(byte, byte, number(0xffff)), fc.tuple(byte, byte, byte, byte),
    ).map(parts => parts.join('.'));
    fc.assert(fc.property(address, fc.constantFrom('', '.'), fc.constantFrom('', 'nats://', 'ws://'), context, (text, dot, scheme, around) => {
      const urlClass = classify(`${scheme}${text}${dot}:4222`, around);
      expect([NatsUrlClass.IP, NatsUrlClass.IP_IN_DISGUISE, NatsUrlClass.LOCALHOST, NatsUrlClass.BIND_ADDRESS]).toContain(urlClass);
    }), { numRuns: 500 });
  });

  test('no IPv6 address classifies as a name, with or without brackets and zone id', () => {
    fc.assert(fc.property(fc.ipV6(), fc.constantFrom('', '%eth0', '%25eth0'), fc.boolean(), (address, zoneId, brackets) => {
      expect(NAMES).not.toContain(classify(brackets ? `[${address}${zoneId}]:4222` : `${address}${zoneId}`));
    }));
  });

  test('no text that a URL parser turns into an address classifies as a name', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0179xXaf.%2E３．。\u00ad'), maxLength: 10 });
    fc.assert(fc.property(text, hostText => {
      fc.pre(/^[0-9.]+$/.test(domainToASCII(hostText)));
      expect(NAMES).not.toContain(classify(hostText));
    }), { numRuns: 500 });
  });

  test('the canonical form is full and its own canonical form', () => {
    fc.assert(fc.property(urlText, context, (text, around) => {
      const written = canonical(text, around);
      fc.pre(written !== undefined);
      expect(NatsUrl.parse(written!, around)).toMatchObject({ urlClass: NatsUrlClass.FULL, canonical: written });
    }), { numRuns: 500 });
  });

  test('nothing but a full name of the zone classifies as full', () => {
    fc.assert(fc.property(urlText, context, (text, around) => {
      const zone = (around.zone ?? 'cluster.local').replace('.', '\\.');
      const full = new RegExp(`^((nats|tls|ws|wss)://)?[a-z][a-z0-9-]*\\.[a-z0-9-]+\\.svc\\.${zone}(:(4222)?)?/?$`, 'i');
      fc.pre(!full.test(text));
      expect(classify(text, around)).not.toBe(NatsUrlClass.FULL);
    }), { numRuns: 500 });
  });

  test('a full name of the zone classifies as full', () => {
    const server = fc.stringMatching(/^[a-z]([a-z]{0,8}[a-z])?$/);
    fc.assert(fc.property(server, label, (service, namespace) => {
      expect(classify(`nats://${service}.${namespace}.svc.cluster.local:4222`)).toBe(NatsUrlClass.FULL);
    }));
  });

  test('nothing public holds a password', () => {
    const password = fc.string({ unit: fc.constantFrom(...'ab1:/@,?#$()[]%. \\'), maxLength: 8 }).map(text => `s3cr3t${text}4711`);
    const secret = /s3cr3t|4711/;
    const start = fc.constantFrom('', 'nats://', 'http://u:', 'u:', 'nats://u:');
    fc.assert(fc.property(start, password, host, context, (begin, word, name, around) => {
      fc.pre(!secret.test(name + JSON.stringify(around)));
      // Then the first part of the word is the scheme.
      fc.pre(begin !== '' || !word.includes('://'));
      const url = NatsUrl.parse(`${begin}${word}@${name}:4222`, around);
      expect(JSON.stringify(url)).not.toMatch(secret);
      expect(url.hasCredentials).toBe(true);
    }), { numRuns: 500 });
  });
});
