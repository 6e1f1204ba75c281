import { ManifestSet, readText } from '../../src/manifest';
import { checklist, ChecklistItem, ChecklistNumber, rule, Rule, RULES, verify } from '../../src/verify';

const CLIENT = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: quotes
  namespace: market
  annotations: { petrosa.io/nats-server: "nats.messaging:4222" }
spec:
  selector: { matchLabels: { app: quotes } }
  template:
    metadata: { labels: { app: quotes } }
    spec:
      containers:
        - name: quotes
          image: registry.example.com/quotes:1.0.0
          env:
            - { name: NATS_URL, valueFrom: { configMapKeyRef: { name: common, key: NATS_URL } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: common, namespace: market }
data: { NATS_URL: "nats://nats.messaging.svc.cluster.local:4222" }
`;

const POLICY = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: quotes-egress, namespace: market }
spec:
  podSelector: { matchLabels: { app: quotes } }
  policyTypes: [Egress]
  egress:
    - ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }]
    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } } }]
      ports: [{ protocol: TCP, port: 4222 }]
`;

const SERVER = `
apiVersion: v1
kind: Service
metadata: { name: nats, namespace: messaging }
spec: { selector: { app: nats }, ports: [{ port: 4222 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: nats, namespace: messaging }
spec:
  serviceName: nats
  selector: { matchLabels: { app: nats } }
  template:
    metadata: { labels: { app: nats } }
    spec: { containers: [{ name: nats, image: "nats:2.10.22", ports: [{ containerPort: 4222 }] }] }
`;

const SERVER_POLICY = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: nats-ingress, namespace: messaging }
spec:
  podSelector: { matchLabels: { app: nats } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: market } } }]
      ports: [{ protocol: TCP, port: 4222 }]
`;

const CHECK = `
apiVersion: batch/v1
kind: Job
metadata: { name: nats-connection-check, namespace: market }
spec:
  template:
    metadata: { labels: { app: nats-check } }
    spec: { restartPolicy: Never, containers: [{ name: check, image: "registry.example.com/check:1.0.0" }] }
`;

const ALERTS = `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: nats, namespace: market }
spec:
  groups:
    - name: nats
      rules:
        - { alert: NatsFails, expr: 'count_over_time({app="quotes"} |= "Failed to connect to NATS" [5m]) > 0' }
        - { alert: NatsLost, expr: 'count_over_time({app="quotes"} |= "NATS connection lost" [5m]) > 0' }
`;

describe('the checklist', () => {
  test('has the seven items of the rule book in their order', () => {
    expect(decided(CLIENT).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('passes all items where each has its proof', () => {
    const items = decided(CLIENT, POLICY, SERVER, SERVER_POLICY, CHECK, ALERTS);
    expect(items.filter(({ status }) => status !== 'passed')).toEqual([]);
  });

  test('decides nothing where no workload connects to NATS', () => {
    expect(decided(SERVER).map(({ status }) => status)).toEqual(Array(7).fill('undecidable'));
  });

  test.each([1, 2, 3, 6] as const)('has a rule whose findings fail item %d', (number) => {
    expect(RULES.filter(one => one.checklist === number)).not.toEqual([]);
  });

  test('fails an item by the findings of its rules', () => {
    const { status, findings } = item(2, [reporting(2)], CLIENT);
    expect([status, findings.map(({ code }) => code)]).toEqual(['failed', ['TEST001']]);
  });

  test('fails no other item by a finding', () => {
    expect(item(3, [reporting(2)], CLIENT).status).toBe('passed');
  });

  test('leaves out why an item is undecidable once findings fail it', () => {
    expect(item(6, [reporting(6)], CLIENT, POLICY)).toMatchObject({ status: 'failed', reason: undefined });
  });
});

describe('item 1, a Service name instead of an address', () => {
  test('is undecidable where the address comes from a Secret', () => {
    const secret = CLIENT.replace('configMapKeyRef', 'secretKeyRef');
    expect(item(1, [], secret)).toMatchObject({ status: 'undecidable', reason: 'the manifests do not say which server this is: NATS_URL of Deployment quotes' });
  });
});

describe('item 4, the connection is tested', () => {
  test('is undecidable without a Job that checks it', () => {
    expect(item(4, [], CLIENT)).toMatchObject({ status: 'undecidable', reason: 'no Job checks the connection to NATS in market' });
  });

  test('is undecidable with a Job in another namespace', () => {
    expect(item(4, [], CLIENT, CHECK.replace('namespace: market', 'namespace: web')).status).toBe('undecidable');
  });

  test('takes a CronJob whose command checks the connection', () => {
    expect(item(4, [], CLIENT, `
apiVersion: batch/v1
kind: CronJob
metadata: { name: hourly, namespace: market }
spec:
  schedule: "7 * * * *"
  jobTemplate: { spec: { template: { spec: { containers: [{ name: cli, image: "registry.example.com/cli:1.0.0", command: [nats, server, check, connection] }] } } } }
`).status).toBe('passed');
  });

  test('does not take a Job that only publishes', () => {
    expect(item(4, [], CLIENT, CHECK.replace('nats-connection-check', 'nats-publish').replace('name: check', 'name: publish')).status).toBe('undecidable');
  });

  test('does not take a Deployment', () => {
    expect(item(4, [], CLIENT.replace('name: quotes', 'name: nats-check')).status).toBe('undecidable');
  });
});

describe('item 5, the logs are monitored', () => {
  test('names the log lines that no alert looks for', () => {
    const one = ALERTS.replace('NATS connection lost', 'restarted');
    expect(item(5, [], CLIENT, one).reason).toBe("no alert rule looks for 'NATS connection lost' in the logs");
  });

  test('takes no recording rule', () => {
    expect(item(5, [], CLIENT, ALERTS.replace(/alert:/g, 'record:')).status).toBe('undecidable');
  });

  test('takes alert rules in a ConfigMap', () => {
    const text = "groups: [{ rules: [{ alert: A, expr: 'Failed to connect to NATS' }, { alert: B, expr: 'NATS connection lost' }] }]";
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'rules', namespace: 'market' }, data: { 'nats.yaml': text } };
    expect(item(5, [], CLIENT, JSON.stringify(map)).status).toBe('passed');
  });
});

describe('item 6, policies secure the traffic', () => {
  test('fails where nothing limits the egress of a client', () => {
    expect(item(6, [], CLIENT, SERVER, SERVER_POLICY)).toMatchObject({ status: 'failed', reason: 'no policy limits the egress of Deployment quotes' });
  });

  test('fails where nothing limits the ingress of the server', () => {
    expect(item(6, [], CLIENT, POLICY, SERVER)).toMatchObject({ status: 'failed', reason: 'no policy limits the ingress of StatefulSet nats' });
  });

  test('does not fail by a rule that opens MySQL to everybody', () => {
    expect(item(6, RULES, CLIENT, openTo(3306), SERVER, SERVER_POLICY).status).toBe('passed');
  });

  test('fails by a rule that opens NATS to everybody', () => {
    expect(item(6, RULES, CLIENT, openTo(4222), SERVER, SERVER_POLICY).findings.map(({ code }) => code)).toEqual(['NET314']);
  });

  test('is undecidable without the server', () => {
    expect(item(6, [], CLIENT, POLICY).status).toBe('undecidable');
  });
});

describe('item 7, dependencies are documented', () => {
  test('is undecidable without the annotation', () => {
    expect(item(7, [], CLIENT.replace('petrosa.io/nats-server', 'example.com/other')))
      .toMatchObject({ status: 'undecidable', reason: 'no annotation petrosa.io/nats-server on Deployment quotes' });
  });
});

function openTo(port: number): string {
  return `${POLICY}    - { to: [{ ipBlock: { cidr: 0.0.0.0/0 } }], ports: [{ protocol: TCP, port: ${port} }] }\n`;
}

function item(number: ChecklistNumber, rules: readonly Rule[], ...manifests: readonly string[]): ChecklistItem {
  return decide(manifests, rules).find(one => one.number === number)!;
}

function decided(...manifests: readonly string[]): ChecklistItem[] {
  return decide(manifests, RULES);
}

function decide(manifests: readonly string[], rules: readonly Rule[]): ChecklistItem[] {
  const files = manifests.flatMap((text, i) => readText(`${i}.yaml`, text).documents);
  const verification = verify(new ManifestSet({ files }), [], {}, rules);
  return checklist(verification, verification.facts, rules);
}

function reporting(number: ChecklistNumber): Rule {
  return rule({
    code: 'TEST001',
    title: 'a rule of the test',
    severity: 'error',
    reads: ['objects'],
    why: '',
    repair: '',
    source: '§10',
    checklist: number,
    check: ({ objects }) => [{ at: objects[0].at(), message: 'a finding', fix: 'nothing' }],
  });
}
