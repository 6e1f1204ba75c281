import { DeclaredEndpoint } from './declared-endpoint';
import { EndpointVariable, IEndpoint } from './endpoint';
import { SecretKey } from './known-secret';
import { servicePlace } from './private/place';
import { checkedPort } from './private/port';
import { secretVariable, urlVariables } from './private/url-variables';
import { ServiceAddress, ServiceAddressParts } from './service-address';
import { ServiceEndpoint } from './service-endpoint';
import { ServicePods } from './service-pods';

/** Scheme of a NATS URL. */
export enum NatsScheme {
  /** Plain, or upgraded to TLS where the server asks for it. */
  NATS = 'nats',
  /** TLS. */
  TLS = 'tls',
  /** WebSocket. */
  WS = 'ws',
  /** WebSocket over TLS. */
  WSS = 'wss',
}

/** Credentials of a NATS client, by reference: `user` with `password`, or `token`. */
export interface NatsCredentials {
  /**
   * Key that holds the user's name; the variable is `NATS_USER`.
   * @default - none
   */
  readonly user?: SecretKey;

  /**
   * Key that holds the password; the variable is `NATS_PASSWORD`.
   * @default - none
   */
  readonly password?: SecretKey;

  /**
   * Key that holds the token; the variable is `NATS_TOKEN`.
   * @default - none
   */
  readonly token?: SecretKey;
}

/** Where a NATS server runs, and how clients reach it. */
export interface NatsServerProps extends ServiceAddressParts, ServicePods {
  /**
   * Client port of the Service.
   * @default 4222; with the schemes of WebSocket it must be given
   */
  readonly port?: number;

  /**
   * Port of the HTTP monitoring interface, on the pods and the Service.
   * @default 8222
   */
  readonly monitoringPort?: number;

  /**
   * Port on the pods for routes between the servers of a cluster.
   * @default 6222
   */
  readonly routePort?: number;

  /**
   * Scheme of the URL.
   * @default NatsScheme.NATS
   */
  readonly scheme?: NatsScheme;

  /**
   * Credentials that clients get beside the URL.
   * @default - none
   */
  readonly credentials?: NatsCredentials;
}

/** A NATS server behind a Service of the cluster. Its URL is the full DNS name with the port, always (rule book §1 to §5). */
export class NatsServer extends DeclaredEndpoint {
  /**
   * Declares a server.
   * @throws if a name is no DNS label, a port is out of range or lacks for WebSocket, or the credentials are incomplete
   */
  public static of(props: NatsServerProps): NatsServer {
    return new NatsServer(props);
  }

  /** Names of the Service. */
  public readonly address: ServiceAddress;

  /** Client port on the pods, which policies see. */
  public readonly podPort: number;

  /** Labels of the server's pods. Undefined where clients may reach every pod of the namespace. */
  public readonly podLabels?: { readonly [key: string]: string };

  /** Port for routes between servers, on the pods. */
  public readonly routePort: number;

  /** Port of the monitoring interface, on the pods. */
  public readonly monitoringPort: number;

  /** The monitoring interface, for those who scrape it. */
  public readonly monitoring: IEndpoint;

  private constructor(props: NatsServerProps) {
    const { port = 4222, monitoringPort = 8222, routePort = 6222, scheme = NatsScheme.NATS } = props;
    if (props.port === undefined && [NatsScheme.WS, NatsScheme.WSS].includes(scheme)) {
      throw new Error(`scheme ${scheme} has no port of its own in NATS; give the port of the server's WebSocket listener`);
    }
    const place = servicePlace(props, port);
    const url = `${scheme}://${place.authority}`;
    super({
      ...place.reach,
      description: url,
      url,
      variables: [...urlVariables('NATS_URL', { url }), ...credentialVariables(props.credentials ?? {})],
    });
    this.address = ServiceAddress.of(props);
    this.podPort = place.reach.egress[0].ports[0].port;
    this.podLabels = place.reach.egress[0].peers[0].podLabels;
    this.routePort = checkedPort('routePort', routePort);
    this.monitoringPort = checkedPort('monitoringPort', monitoringPort);
    this.monitoring = ServiceEndpoint.http({ ...this.address, podLabels: props.podLabels, port: monitoringPort });
  }
}

function credentialVariables({ user, password, token }: NatsCredentials): EndpointVariable[] {
  if (token && (user || password)) throw new Error('credentials have both a token and a user or password; a client sends one of them, so give one');
  if (!user !== !password) throw new Error(`credentials lack the ${user ? 'password' : 'user'}; give the Secret keys of both user and password`);
  if (token) return [secretVariable('NATS_TOKEN', token)];
  return user && password ? [secretVariable('NATS_USER', user), secretVariable('NATS_PASSWORD', password)] : [];
}
