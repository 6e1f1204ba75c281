import { body } from '../support/adopted';

describe('a comment whose field has no prop', () => {
  const code = body(`# Rates of currencies,
#
# for all shops

# as of 2024
--- # in the cluster of the shop
kind: Deployment # with two pods
apiVersion: apps/v1
metadata:
  name: rates
  namespace: shop # of all shops
spec: # as asked for
  revisionHistoryLimit: 2 # since disks are small
  # The first line of two
  # and the second
  paused: false
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      tolerations: # of the zones
        - key: zone # any
          operator: Exists
        # - key: disk
      # mounted once
      volumes:
        # of quotes
        - name: cache
          emptyDir: {}
      containers:
        - name: main
          image: shop/rates:1.0.0
          env:
            - name: NATS_URL
              # of the platform
              valueFrom: { configMapKeyRef: { name: rates-config, key: NATS_URL } }
            - name: MODE
              value: slow
            # - name: DEPTH
            #   value: "3"
          resources:
            limits: # seen at most
              memory: 128Mi
          livenessProbe:
            httpGet:
              path: /live # without the database
              port: 8080
          # as root for now
          securityContext:
            runAsGroup: 0 # of root
            allowPrivilegeEscalation: false # nor anybody
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: cache, mountPath: /cache }]
        # beside it
        - name: beside
          image: shop/rates:1.0.0
          env:
            - name: NATS_URL
              # the same again
              valueFrom: { configMapKeyRef: { name: rates-config, key: NATS_URL } }
            - name: FURTHER
              value: one
# the end of rates
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: rates-config # of rates
  namespace: shop
data:
  # with three members
  NATS_URL: nats://nats.messaging.svc.cluster.local:4222
  # not good
  PASSWORD: hunter2hunter2
---
# Who may come in
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates-in, namespace: shop }
spec:
  podSelector: { matchLabels: { app: rates } }
  policyTypes: [Ingress]
  ingress:
    # the shop
    - from: [{ podSelector: {} }]
      ports: [{ port: 8080 }]
---
# Where it may go
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates-out, namespace: shop }
spec:
  podSelector: { matchLabels: { app: rates } }
  policyTypes: [Egress]
  egress:
    - to:
        # the servers
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
      ports: [{ port: 4222 }]
---
apiVersion: v1
kind: Service
metadata: { name: rates, namespace: shop }
spec:
  type: ClusterIP # inside alone
  selector: { app: rates }
  ports:
    - name: http # for people
      port: 80
      targetPort: 8080
---
# the last words
`);

  it.each([
    ['of its own metadata at the metadata', '// namespace: of all shops\n  metadata: {'],
    ['in the resources at the resources', '// limits: seen at most\n      resources: {'],
    ['of the action of a probe at the probe', "// httpGet.path: without the database\n      liveness: kplus.Probe.fromHttpGet('/live'),"],
    ['in a security context below that of the context',
      '// as root for now\n      // runAsGroup: of root\n      // allowPrivilegeEscalation: nor anybody\n      securityContext: {'],
    ['in a list at the list, which it names', '// env[0].valueFrom: the same again\n      envVariables: { FURTHER'],
    ['of a volume at the volume', '// of quotes\n        volume: kplus.Volume.fromEmptyDir'],
    ['of a variable that is wired at the connection', '// of the platform\nrates.connectTo('],
    ['that closes a list at the list', '//   value: "3"\n      envVariables: { MODE'],
    ['of a key with an address at the endpoint', '// with three members\n    NATS_URL: NatsServer'],
    ['of a name at the name', "// of rates\n  name: 'rates-config',"],
    ['of a key that a patch sets at the patch', '// data.PASSWORD: not good\nApiObject.of(settings)'],
    ['of several fields that a patch sets at the patch, the label once for several lines', `
// spec.revisionHistoryLimit: since disks are small
// spec.paused: The first line of two
// and the second
// spec.template.spec.tolerations: of the zones
// - key: disk
ApiObject.of(rates).addJsonPatch(`],
    ['in a policy that connections derive at its name', '// Where it may go\n  // spec.egress[0].to[0]: the servers\n  egressPolicyName:'],
    ['in a Service, the policy for it and the documents around without an object at the call that stands for both', `
// the last words
// Who may come in
// spec.type: inside alone
// spec.ports[0]: for people
// spec.ingress[0]: the shop
rates.exposeHttp(`],
    ['elsewhere at the object, below what is about no field', `
// Rates of currencies,
// for all shops
// as of 2024
// in the cluster of the shop
// with two pods
// the end of rates
// spec: as asked for
// spec.template.spec.volumes: mounted once
const rates = `],
  ])('stands %s', (_, text) => {
    expect(code).toContain(text);
  });
});

describe('a comment of a common config', () => {
  const code = body(`apiVersion: v1
kind: ConfigMap
metadata: { name: petrosa-common-config, namespace: shop }
data:
  NATS_ENABLED: "false" # not yet
  NATS_URL: nats://nats.messaging.svc.cluster.local:4222 # three members
  LEDGER_URL: http://ledger.shop.svc.cluster.local:80 # of the shop
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  selector: # as it always was
    matchLabels: { app: rates }
  template:
    metadata: # of its pods
      labels: { app: rates, part: spot }
    spec:
      volumes: # for later
        - name: cache
          emptyDir: {}
      containers:
        - name: main
          image: shop/rates:1.0.0
          env:
            - name: NATS_URL # that of all
              valueFrom: { configMapKeyRef: { name: petrosa-common-config, key: NATS_URL } }
`);

  it.each([
    ['of the switch', '// not yet\n  natsEnabled: false,'],
    ['of the server', '// three members\n  nats: NatsServer'],
    ['of another address', "// of the shop\ncommonConfig.addEndpoint('LEDGER_URL',"],
    ['of the variable', '// that of all\n  config: commonConfig,'],
    ['of the selector', '// as it always was\n  labels: {'],
    ['of the pods', '// of its pods\n  podMetadata: {'],
    ['of volumes that nothing mounts', '// for later\n  volumes: ['],
  ])('%s stands at the prop or call', (_, text) => {
    expect(code).toContain(text);
  });
});

describe('a comment of a policy for several workloads', () => {
  const workload = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      containers:
        - name: main
          image: shop/${name}:1.0.0
          env: [{ name: NATS_URL, value: nats://nats.messaging.svc.cluster.local:4222 }]
---
`;

  it('stands at the first of them', () => {
    const code = body(`${workload('spot')}${workload('forward')}# Where they may go
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates-out, namespace: shop }
spec:
  podSelector: { matchLabels: { app: rates } }
  policyTypes: [Egress] # alone
  egress: [{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } } }], ports: [{ port: 4222 }] }]
`);
    expect(code.match(/.*\/\/.*|.*egressPolicyName: .*/g)).toEqual([
      '  // Where they may go',
      '  // spec.policyTypes: alone',
      "  egressPolicyName: 'rates-out',",
      "  egressPolicyName: 'rates-out',",
    ]);
  });
});
