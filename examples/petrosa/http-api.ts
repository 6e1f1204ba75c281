import { Chart, Duration } from 'cdk8s';
import { NatsAwareDeployment } from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';

/** An Ingress of nginx with a certificate, for one Service on one host. */
export interface HttpsIngress {
  readonly name: string;
  readonly host: string;
  readonly tlsSecret: string;
  readonly service: string;
  readonly labels: { readonly [key: string]: string };

  /** Annotations of nginx beside the redirects to HTTPS, without their prefix. */
  readonly nginx?: { readonly [key: string]: string };

  /** Paths beside `/`, each exact. */
  readonly exactPaths?: readonly string[];
}

export function exposeHttps(chart: Chart, ingress: HttpsIngress): void {
  const annotations = { 'ssl-redirect': 'true', 'force-ssl-redirect': 'true', ...ingress.nginx };
  const backend = { service: { name: ingress.service, port: { number: 80 } } };
  new kplus.k8s.KubeIngress(chart, 'ingress', {
    metadata: {
      name: ingress.name,
      labels: { ...ingress.labels },
      annotations: {
        'kubernetes.io/ingress.class': 'nginx',
        'cert-manager.io/cluster-issuer': 'letsencrypt-prod',
        ...Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value])),
      },
    },
    spec: {
      tls: [{ hosts: [ingress.host], secretName: ingress.tlsSecret }],
      rules: [{
        host: ingress.host,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend }, ...(ingress.exactPaths ?? []).map(path => ({ path, pathType: 'Exact', backend }))],
        },
      }],
    },
  });
}

/** How a Deployment is scaled by CPU and memory. */
export interface Autoscaling {
  readonly name: string;
  readonly replicas: readonly [number, number];

  /** Percent of the pods that may go within a minute. */
  readonly downPercent: number;

  /** Seconds within which the pods may double. */
  readonly upPeriod: number;
}

export function autoscale(target: NatsAwareDeployment, scaling: Autoscaling, labels: { readonly [key: string]: string }): void {
  const upPeriod = Duration.seconds(scaling.upPeriod);
  new kplus.HorizontalPodAutoscaler(target, 'autoscaler', {
    metadata: { name: scaling.name, labels: { ...labels } },
    target,
    minReplicas: scaling.replicas[0],
    maxReplicas: scaling.replicas[1],
    metrics: [
      kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70)),
      kplus.Metric.resourceMemory(kplus.MetricTarget.averageUtilization(80)),
    ],
    scaleDown: {
      stabilizationWindow: Duration.seconds(300),
      policies: [{ replicas: kplus.Replicas.percent(scaling.downPercent), duration: Duration.seconds(60) }],
    },
    scaleUp: {
      stabilizationWindow: Duration.seconds(60),
      policies: [
        { replicas: kplus.Replicas.percent(100), duration: upPeriod },
        { replicas: kplus.Replicas.absolute(2), duration: upPeriod },
      ],
    },
  });
}
