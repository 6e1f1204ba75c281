import { DeclaredEndpoint } from './declared-endpoint';
import { rangeEgress } from './private/egress';
import { checkedPort } from './private/port';
import { shown } from './private/shown';

/** What a workload may do at the Kubernetes API: a rule of its Role. */
export interface KubernetesApiRule {
  /** API groups; the core group is the empty text. */
  readonly apiGroups: string[];

  /** Resources by their plural, such as `cronjobs` or `pods/log`. */
  readonly resources: string[];

  /** Verbs, such as `get` or `list`. */
  readonly verbs: string[];

  /**
   * Names of the only objects that the rule is for.
   * @default - every object
   */
  readonly resourceNames?: string[];
}

/** How the API server is reached, and what for. */
export interface KubernetesApiProps {
  /** What the workload may do; the rules of its Role. */
  readonly rules: KubernetesApiRule[];

  /**
   * Port of the API server itself, which policies see after the Service's 443 is translated; 16443 on MicroK8s.
   * @default 6443
   */
  readonly port?: number;

  /**
   * Address ranges of the API server's nodes, in canonical CIDR notation.
   * @default - 0.0.0.0/0, private ranges included: the API server has the address of a node
   */
  readonly cidrs?: string[];
}

/**
 * The Kubernetes API server. Workloads that connect to it get a token, a ServiceAccount and a Role with `rules` (rule book §15).
 * It has no URL and needs no DNS: clients take the address from `KUBERNETES_SERVICE_HOST`, which Kubernetes sets in each container.
 */
export class KubernetesApi extends DeclaredEndpoint {
  /**
   * Declares what is needed of the API server.
   * @throws if there is no rule, a rule lacks resources or verbs or misspells one, or if the port or a range is invalid
   */
  public static of(props: KubernetesApiProps): KubernetesApi {
    return new KubernetesApi(props);
  }

  /** The rules of the Role that a workload gets. */
  public readonly rules: KubernetesApiRule[];

  private constructor(props: KubernetesApiProps) {
    const port = checkedPort('port', props.port ?? 6443);
    super({
      inCluster: true,
      egress: rangeEgress(props.cidrs ?? ['0.0.0.0/0'], port),
      description: `Kubernetes API, port ${port}`,
      needsDns: false,
    });
    if (props.rules.length === 0) throw new Error('rules is empty, which permits nothing; name API groups, resources and verbs');
    this.rules = props.rules.map(checkedRule);
  }
}

function checkedRule(rule: KubernetesApiRule): KubernetesApiRule {
  const { apiGroups, resources, verbs, resourceNames } = rule;
  if (apiGroups.length === 0) throw new Error("a rule lacks apiGroups; write '' for the core group");
  checkedWords('resources', resources, /^(\*|[a-z][a-z0-9-]*)(\/(\*|[a-z][a-z0-9-]*))?$/, 'the plural in lower case, such as cronjobs');
  checkedWords('verbs', verbs, /^(\*|[a-z]+)$/, 'a verb of the API in lower case, such as get');
  return { apiGroups: [...apiGroups], resources: [...resources], verbs: [...verbs], ...resourceNames && { resourceNames: [...resourceNames] } };
}

function checkedWords(prop: string, words: string[], valid: RegExp, write: string): void {
  if (words.length === 0) throw new Error(`a rule lacks ${prop}; write ${write}`);
  const wrong = words.find(word => !valid.test(word));
  if (wrong !== undefined) throw new Error(`a rule has ${shown(wrong)} among its ${prop}; write ${write}`);
}
