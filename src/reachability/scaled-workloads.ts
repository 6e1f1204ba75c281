import { ManifestSet, objectOf, textOf, Workload } from '../manifest';

/** The workloads whose number of pods somebody else decides than their manifest: HorizontalPodAutoscalers and KEDA's ScaledObjects. */
export class ScaledWorkloads {
  private readonly targets: ReadonlySet<string>;

  constructor(set: ManifestSet) {
    this.targets = new Set(['HorizontalPodAutoscaler', 'ScaledObject'].flatMap(kind => set.ofKind(kind)).map((scaler) => {
      const target = objectOf(scaler.get('spec', 'scaleTargetRef'));
      return keyOf(scaler.namespace, textOf(target?.kind) ?? 'Deployment', textOf(target?.name) ?? '');
    }));
  }

  has({ namespace, kind, name }: Workload): boolean {
    return this.targets.has(keyOf(namespace, kind, name));
  }
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}
