import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { hasMovingTag } from './container-checks';
import { PROBE_IMAGE, PROBE_USER, probeScript, ProbeScript } from '../../probe';

/** What differs between containers that speak to NATS for the workload. */
export interface ProbeContainerProps {
  readonly name: string;
  readonly script: ProbeScript;

  /** Instead of busybox. */
  readonly image?: string;

  /** Instead of the script. */
  readonly command?: string[];
  readonly envVariables: { [name: string]: kplus.EnvValue };
}

/** A container that runs a script; small, not root, and on a read-only root. */
export function probeContainer({ name, script, image = PROBE_IMAGE, command, envVariables }: ProbeContainerProps): kplus.ContainerProps {
  return {
    name,
    image,
    // Pods that start do not hang on the registry of an image that is the same tomorrow.
    imagePullPolicy: hasMovingTag(image) ? kplus.ImagePullPolicy.ALWAYS : kplus.ImagePullPolicy.IF_NOT_PRESENT,
    command: command ?? ['sh', '-c', probeScript(script)],
    envVariables,
    resources: {
      cpu: { request: kplus.Cpu.millis(10), limit: kplus.Cpu.millis(100) },
      memory: { request: Size.mebibytes(16), limit: Size.mebibytes(32) },
    },
    securityContext: { user: PROBE_USER, group: PROBE_USER },
  };
}
