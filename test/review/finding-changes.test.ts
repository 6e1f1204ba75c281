import { deployment, object, reviewed } from './support/reviewed';
import { ManifestSet, readText } from '../../src/manifest';
import { review } from '../../src/review';
import { RULES, Verification, verify } from '../../src/verify';
import { madeUpRule, verifyText } from '../support/made-up-rules';

describe('findings', () => {
  const findings = (before: string, after: string) => reviewed(before, after).findings.map(({ change, code }) => `${change} ${code}`);
  const at = (url: string) => deployment('api', `env: [{ name: NATS_URL, value: "${url}" }]`);

  test('of one side only are gained or fixed', () => {
    expect([findings(deployment('api'), at('nats://10.1.2.3:4222')), findings(at('nats://10.1.2.3:4222'), deployment('api'))]).toEqual([['gained URL101'], ['fixed URL101']]);
  });

  test('of which the message alone is another are the same', () => {
    expect(findings(at('nats://10.1.2.3:4222'), at('nats://10.1.2.4:4222'))).toEqual([]);
  });

  test('of a ConfigMap of somebody else are the same, whichever keys differ', () => {
    const overwriting = (data: string) => verify(new ManifestSet({
      files: readText('a.yaml', object('ConfigMap', 'common', `data: { ${data} }`)).documents,
      state: readText('state.yaml', object('ConfigMap', 'common', 'data: { LEVEL: info, ZONE: eu }')).documents,
    }), [], {}, RULES.filter(({ code }) => code === 'CFG203'));
    expect(review(overwriting('LEVEL: info'), overwriting('LEVEL: debug, ZONE: eu')).findings).toEqual([]);
  });

  test('keys that nobody reads are the same in another order', () => {
    const unread = (data: string): Verification =>
      verify(new ManifestSet({ files: readText('a.yaml', deployment('api') + object('ConfigMap', 'api', `data: { ${data} }`)).documents }), [], {}, RULES.filter(({ code }) => code === 'CFG209'));
    expect([unread('B: b, A: a').findings.length, review(unread('B: b, A: a'), unread('A: a, B: b')).findings]).toEqual([1, []]);
  });

  describe('of a file', () => {
    const broken = (file: string) => {
      const { documents, problems } = readText(file, 'a: b\n\tc');
      return verify(new ManifestSet({ files: documents }), problems, {}, RULES.filter(({ code }) => code.startsWith('FIL')));
    };
    const nameInHead = (file: string) => file.replace('old/', 'new/');

    test('are the same where the head has it under another name', () => {
      expect(review(broken('old/a.yaml'), broken('new/a.yaml'), { nameInHead }).findings).toEqual([]);
    });

    test('are new in another file, and named as each side names it', () => {
      expect(review(broken('old/a.yaml'), broken('new/b/a.yaml'), { nameInHead }).findings.map(({ change, file }) => `${change} ${file}`)).toEqual([
        'gained new/b/a.yaml', 'fixed old/a.yaml',
      ]);
    });
  });

  describe('of an object that moves', () => {
    const BY_IP = at('nats://10.1.2.3:4222');
    const moved = (namespace: string) => BY_IP.replace('namespace: shop', `namespace: ${namespace}`);

    test('to another namespace are the same', () => {
      expect(findings(BY_IP, moved('bots'))).toEqual([]);
    });

    test('as a workload to another kind are the same', () => {
      expect(findings(BY_IP, BY_IP.replace('Deployment', 'StatefulSet'))).toEqual([]);
    });

    test('and has a further one: that is gained', () => {
      expect(findings(at('nats://nats.nats.svc.cluster.local:4222'), moved('bots'))).toEqual(['gained URL101']);
    });

    test.each([
      ['a copy, where the first stays', BY_IP, BY_IP + moved('bots'), ['gained URL101']],
      ['one of two copies', BY_IP, moved('bots') + moved('beta'), ['gained URL101', 'gained URL101', 'fixed URL101']],
      ['what two become', moved('bots') + moved('beta'), BY_IP, ['gained URL101', 'fixed URL101', 'fixed URL101']],
      ['what has another name too', BY_IP, moved('bots').replace('name: api', 'name: web'), ['gained URL101', 'fixed URL101']],
      ['what has another namespace and another kind', BY_IP, moved('bots').replace('Deployment', 'StatefulSet'), ['gained URL101', 'fixed URL101']],
    ])('are not those of %s', (_, before, after, changes) => {
      expect(findings(before, after)).toEqual(changes);
    });

    test.each([
      ['of no workload', object('ConfigMap', 'api', ''), object('Service', 'api', '')],
      ['of what is a workload no longer', BY_IP, object('Service', 'api', '')],
      ['of what becomes a workload', object('Service', 'api', ''), BY_IP],
      ['without a name', object('ConfigMap', '""', ''), object('ConfigMap', '""', '').replace('shop', 'bots')],
    ])('are gained and fixed where they are %s', (_, before, after) => {
      const [old, current] = [before, after].map(text => verifyText(text, [madeUpRule()]));
      expect(review(old, current).findings.map(({ change }) => change)).toEqual(['gained', 'fixed']);
    });
  });
});
