import { seconds } from './seconds';
import { ManifestSet, readText } from '../src/manifest';
import { formatText } from '../src/report';
import { Rule, RULES, verify } from '../src/verify';
import { FactName, Facts } from '../src/verify/facts/facts';

const SMALL = 200;
const LARGE = 2000;
const WORKLOADS_PER_IMAGE = 10;
const RUNS = 3;

/** Facts that many rules share, timed apart: else the first rule to ask would seem slow. */
const SHARED = ['urls', 'needs', 'network', 'references', 'siblings', 'subjects', 'unchecked'] as const satisfies readonly FactName[];

/** The aim: ten times the objects cost at most this many times the time. */
const AIM = 11;

/** Rules that take less of the large set, in seconds, are not judged by their growth: the clock is too coarse for them. */
const LEAST = 0.1;

/** How the workloads are spread: one namespace for all is what an index by namespaces does not help. */
const SPREADS = { 'namespaces of 50': 50, 'one namespace': Infinity };

/** A workload with its settings, Service and policies; it calls NATS and the next one, and one in seven has the wrong port. */
function manifests(i: number, size: number, perNamespace: number): string {
  const namespaceOf = (n: number): string => `team-${Math.floor(n / perNamespace)}`;
  const [name, next] = [`app-${i}`, (i + 1) % size];
  return `
apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}, namespace: ${namespaceOf(i)}}
data:
  NATS_URL: nats://nats.nats.svc.cluster.local:4222
  NEXT_URL: http://app-${next}.${namespaceOf(next)}.svc.cluster.local:${i % 7 === 0 ? 8080 : 80}
  LOG_LEVEL: info
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespaceOf(i)}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}, app.kubernetes.io/part-of: platform}}
    spec:
      containers:
        - name: app
          image: registry.example/team/app-${Math.floor(i / WORKLOADS_PER_IMAGE)}:1.0.0
          ports: [{name: http, containerPort: 8080}]
          env:
            - {name: NATS_URL, valueFrom: {configMapKeyRef: {name: ${name}, key: NATS_URL}}}
            - {name: NEXT_URL, valueFrom: {configMapKeyRef: {name: ${name}, key: NEXT_URL}}}
            - {name: NATS_TOPIC, value: platform.events.${i}}
            - {name: NATS_CONSUMER_TOPIC, value: platform.events.${next}}
            - {name: MYSQL_PASSWORD, valueFrom: {secretKeyRef: {name: ${name}, key: password}}}
          envFrom: [{configMapRef: {name: ${name}}}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespaceOf(i)}}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespaceOf(i)}}
spec:
  podSelector: {matchLabels: {app: ${name}}}
  policyTypes: [Ingress, Egress]
  egress:
    - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
      ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
    - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: nats}}}]
      ports: [{port: 4222}]
    - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${namespaceOf(next)}}}, podSelector: {matchLabels: {app: app-${next}}}}]
      ports: [{port: 8080}]
  ingress:
    - from: [{namespaceSelector: {}, podSelector: {matchLabels: {app.kubernetes.io/part-of: platform}}}]
      ports: [{port: 8080}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: sweep-${i}, namespace: ${namespaceOf(i)}}
spec:
  schedule: '*/15 * * * *'
  jobTemplate:
    spec:
      template:
        metadata: {labels: {job: sweep, app.kubernetes.io/part-of: platform}}
        spec:
          restartPolicy: Never
          containers:
            - name: sweep
              image: registry.example/team/sweep:1.0.0
              env: [{name: NATS_URL, value: 'nats://nats.nats:4222'}]
`;
}

/** Computes what rules share, and notes the time that it takes. */
function share(facts: Facts, times: Map<string, number>): void {
  for (const fact of SHARED) times.set(`fact ${fact}`, seconds(() => void facts[fact]));
  times.set('fact answer', seconds(() => facts.needs.forEach(need => facts.answer(need))));
}

/** The same rules, with the time that each takes noted in a table. */
function timed(times: Map<string, number>): Rule[] {
  return RULES.map((rule, i) => ({
    ...rule,
    check: (facts) => {
      if (i === 0) share(facts, times);
      let found: ReturnType<Rule['check']> = [];
      const time = seconds(() => { found = [...rule.check(facts)]; });
      times.set(rule.code, time);
      return found;
    },
  }));
}

/** What one lint takes. */
interface Times {
  readonly objects: number;
  readonly findings: number;
  readonly total: number;
  readonly reading: number;
  readonly report: number;
  readonly rules: ReadonlyMap<string, number>;
}

function lint(files: readonly string[]): Times {
  const rules = new Map<string, number>();
  let set = new ManifestSet({ files: [] });
  const reading = seconds(() => { set = new ManifestSet({ files: files.flatMap((text, i) => readText(`app-${i}.yaml`, text).documents) }); });
  let verification = verify(new ManifestSet({ files: [] }));
  const verifying = seconds(() => { verification = verify(set, [], {}, timed(rules)); });
  const report = seconds(() => {
    const rest = { files: files.length, skipped: [], unread: [], objects: set.objects.length, rules: RULES, version: '', base: '' };
    formatText({ ...verification, ...rest, sourceOf: file => files[Number(/\d+/.exec(file))] });
  });
  return { objects: set.objects.length, findings: verification.findings.length, total: reading + verifying + report, reading, report, rules };
}

/** The fastest run: what else the machine does makes the others slower. */
function fastest(files: readonly string[]): Times {
  return Array.from({ length: RUNS }, () => lint(files)).sort((a, b) => a.total - b.total)[0];
}

for (const [spread, perNamespace] of Object.entries(SPREADS)) {
  lint(Array.from({ length: SMALL }, (_, i) => manifests(i, SMALL, perNamespace))); // warms the code
  const [small, large] = [SMALL, LARGE].map(size => fastest(Array.from({ length: size }, (_, i) => manifests(i, size, perNamespace))));
  for (const { objects, findings, total, reading, report } of [small, large]) {
    const parts = `reading ${reading.toFixed(2)}, rules ${(total - reading - report).toFixed(2)}, report of ${findings} findings ${report.toFixed(2)}`;
    console.log(`${spread}, ${objects} objects: ${total.toFixed(2)} s of CPU (${parts}), ${Math.round(objects / total)} objects a second`);
  }
  console.log(`${large.objects / small.objects} times the objects take ${(large.total / small.total).toFixed(1)} times the time (aim: at most ${AIM})`);
  const steep = [...large.rules].filter(([code, time]) => time > LEAST && time / small.rules.get(code)! > AIM);
  for (const [code, time] of steep) console.log(`  ${code} takes ${time.toFixed(3)} s, ${(time / small.rules.get(code)!).toFixed(0)} times the time`);
}
