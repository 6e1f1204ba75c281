import { EgressRule, EndpointVariable, IEndpoint } from './endpoint';

/** The parts of an endpoint. */
export interface EndpointDeclaration {
  /** What it is, for people: its URL, or a description. Never a credential. */
  readonly description: string;

  /**
   * The URL that a client is given, without credentials.
   * @default - none, or known to a Secret alone
   */
  readonly url?: string;

  /** Whether it is a Service of the cluster. */
  readonly inCluster: boolean;

  /**
   * Whether clients reach it by a name.
   * @default true
   */
  readonly needsDns?: boolean;

  /** What a client's egress policy has to let through, on pod ports, without DNS. */
  readonly egress: EgressRule[];

  /**
   * The variables that a client is given, the URL first.
   * @default - none
   */
  readonly variables?: EndpointVariable[];
}

/** An endpoint made of its parts: the base of the kinds of this library, and of kinds of your own. */
export abstract class DeclaredEndpoint implements IEndpoint {
  /** What it is, for people and for merging. */
  public readonly description: string;

  /** The URL that a client is given, without credentials. */
  public readonly url?: string;

  /** Whether it is a Service of the cluster. */
  public readonly inCluster: boolean;

  /** Whether clients reach it by a name. */
  public readonly needsDns: boolean;

  /** What a client's egress policy has to let through, on pod ports, without DNS. */
  public readonly egress: EgressRule[];

  /** The variables that a client is given, the URL first. */
  public readonly variables: EndpointVariable[];

  /**
   * Takes the parts as they are.
   * @throws if the description or the URL has user info
   */
  protected constructor(declaration: EndpointDeclaration) {
    const shownToAll = ['description', 'url'] as const;
    const prop = shownToAll.find(each => /\/\/[^\s/?#]*@/.test(declaration[each] ?? ''));
    if (prop) throw new Error(`${prop} of the endpoint has user info, which everybody sees; give it as a variable from a Secret (KnownSecret)`);
    this.description = declaration.description;
    this.url = declaration.url;
    this.inCluster = declaration.inCluster;
    this.needsDns = declaration.needsDns ?? true;
    this.egress = declaration.egress;
    this.variables = declaration.variables ?? [];
  }
}
