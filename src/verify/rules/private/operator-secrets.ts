import { ManifestObject } from '../../../manifest';

/** Groups of operators that make Secrets called after a custom resource: `NAME-app`, `NAME-cluster-ca-cert`, `NAME-es-elastic-user`, `USER.NAME.credentials…`. */
const OPERATORS = /(^|\.)(cnpg\.io|strimzi\.io|k8s\.elastic\.co|zalan\.do)$/;

/** The names of what operators make Secrets for. */
export class OperatorSecrets {
  private readonly owners: ReadonlySet<string>;

  constructor(objects: readonly ManifestObject[]) {
    this.owners = new Set(objects.filter(({ group }) => OPERATORS.test(group)).map(({ name }) => name));
  }

  /** Whether an operator may make an object of this name. */
  has(name: string): boolean {
    if (this.owners.size === 0) return false;
    const parts = name.split('-');
    return this.owners.has(name.split('.')[1]) || parts.some((_, i) => this.owners.has(parts.slice(0, i).join('-')));
  }
}
