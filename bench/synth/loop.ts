import { createHash } from 'crypto';
import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { COUNT, NAMESPACE, OUTPUT } from './arguments';

/** What cdk8s-plus labels pods with: the construct path and its hash. */
function addressOf(name: string): string {
  return `${name}-deployment-c8${createHash('sha1').update(`\n${name}\ndeployment\n`).digest('hex').slice(0, 6)}`;
}

/** The manifests of an application, as text. */
function manifestsOf(name: string, address: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}-config
  namespace: ${NAMESPACE}
data:
  LOG_LEVEL: info
  NATS_ENABLED: "true"
  NATS_URL: nats://nats-server.nats.svc.cluster.local:4222
immutable: false
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${NAMESPACE}
spec:
  minReadySeconds: 0
  progressDeadlineSeconds: 600
  replicas: 2
  selector:
    matchLabels:
      cdk8s.io/metadata.addr: ${address}
  strategy:
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 25%
    type: RollingUpdate
  template:
    metadata:
      labels:
        cdk8s.io/metadata.addr: ${address}
    spec:
      automountServiceAccountToken: false
      containers:
        - env:
            - name: NATS_URL
              valueFrom:
                configMapKeyRef:
                  key: NATS_URL
                  name: ${name}-config
            - name: NATS_ENABLED
              valueFrom:
                configMapKeyRef:
                  key: NATS_ENABLED
                  name: ${name}-config
            - name: LOG_LEVEL
              valueFrom:
                configMapKeyRef:
                  key: LOG_LEVEL
                  name: ${name}-config
          image: registry.example/team/${name}:1.0.0
          imagePullPolicy: Always
          name: main
          ports:
            - containerPort: 8080
          resources:
            limits:
              cpu: 1500m
              memory: 2048Mi
            requests:
              cpu: 1000m
              memory: 512Mi
          securityContext:
            allowPrivilegeEscalation: false
            privileged: false
            readOnlyRootFilesystem: true
            runAsNonRoot: true
          startupProbe:
            failureThreshold: 3
            tcpSocket:
              port: 8080
      dnsPolicy: ClusterFirst
      hostNetwork: false
      restartPolicy: Always
      securityContext:
        fsGroupChangePolicy: Always
        runAsNonRoot: true
      setHostnameAsFQDN: false
      terminationGracePeriodSeconds: 30
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${NAMESPACE}
spec:
  externalIPs: []
  ports:
    - port: 80
      targetPort: 8080
  selector:
    cdk8s.io/metadata.addr: ${address}
  type: ClusterIP
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}-egress
  namespace: ${NAMESPACE}
spec:
  egress:
    - ports:
        - port: 4222
          protocol: TCP
      to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: nats
          podSelector: {}
  podSelector:
    matchLabels:
      cdk8s.io/metadata.addr: ${address}
  policyTypes:
    - Egress
`;
}

mkdirSync(OUTPUT, { recursive: true });
for (let i = 0; i < COUNT; i++) {
  const name = `app-${i}`;
  writeFileSync(join(OUTPUT, `${name}.k8s.yaml`), manifestsOf(name, addressOf(name)));
}
