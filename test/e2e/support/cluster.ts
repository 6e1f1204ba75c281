import { kubectl } from './kubectl';
import { describeUnlessMissing } from '../../support/required';

/** The label of all namespaces and kinds that tests make. */
export const MADE_HERE = 'petrosa.io/made-by=e2e';

/** An image with a program `probe`: `serve PORT…` answers by TCP and UDP, `tcp HOST:PORT` and `udp HOST:PORT` ask, within PROBE_TIMEOUT. */
export const PROBE_IMAGE = process.env.PETROSA_PROBE_IMAGE;

/** What tests need of a cluster. */
export interface Trial {
  /** Made for them and removed. */
  readonly namespaces: readonly string[];

  /** Whether they need more than busybox. */
  readonly image?: 'probe';
}

/** A `describe` for a cluster for trials, with namespaces of its own: skipped without KUBECONFIG, failing there under PETROSA_REQUIRE_CLUSTER=1. */
export function describeOnCluster(title: string, { namespaces, image }: Trial, tests: () => void): void {
  const reason = !process.env.KUBECONFIG ? 'KUBECONFIG does not say which cluster is for trials'
    : image === 'probe' && PROBE_IMAGE === undefined ? 'PETROSA_PROBE_IMAGE names no image with the program probe' : undefined;
  describeUnlessMissing(title, reason, 'PETROSA_REQUIRE_CLUSTER', () => {
    beforeAll(async () => {
      for (const namespace of namespaces) {
        await kubectl(['create', 'namespace', namespace]);
        await kubectl(['label', 'namespace', namespace, MADE_HERE]);
      }
    });
    afterAll(async () => {
      await kubectl(['delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false']);
    });
    tests();
  });
}
