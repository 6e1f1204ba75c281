import { DeclaredEndpoint } from './declared-endpoint';
import { SecretKey } from './known-secret';
import { servicePlace } from './private/place';
import { secretVariable, urlVariables } from './private/url-variables';
import { ServiceAddressParts } from './service-address';
import { ServicePods } from './service-pods';
import { ValueSource } from './value-source';

/** Protocol by which telemetry is sent; each has its own port (OpenTelemetry protocol specification). */
export enum OtlpProtocol {
  /** gRPC, port 4317. */
  GRPC = 'grpc',
  /** HTTP with protobuf bodies, port 4318. */
  HTTP = 'http/protobuf',
}

/** Where an OpenTelemetry collector runs, and how it is spoken to. */
export interface OtlpCollectorProps extends ServiceAddressParts, ServicePods {
  /**
   * Protocol, which decides on the port.
   * @default OtlpProtocol.GRPC
   */
  readonly protocol?: OtlpProtocol;

  /**
   * Key of a Secret that holds the request headers; the variable is `OTEL_EXPORTER_OTLP_HEADERS`.
   * @default - no headers
   */
  readonly headers?: SecretKey;
}

/** An OpenTelemetry collector behind a Service of the cluster. Its URL is `OTEL_EXPORTER_OTLP_ENDPOINT`; over HTTP `OTEL_EXPORTER_OTLP_PROTOCOL` follows. */
export class OtlpCollector extends DeclaredEndpoint {
  /**
   * Declares a collector.
   * @throws if a name is no DNS label
   */
  public static of(props: OtlpCollectorProps): OtlpCollector {
    return new OtlpCollector(props);
  }

  private constructor(props: OtlpCollectorProps) {
    const place = servicePlace(props, props.protocol === OtlpProtocol.HTTP ? 4318 : 4317);
    const url = `http://${place.authority}`;
    super({
      ...place.reach,
      description: url,
      url,
      variables: [
        ...urlVariables('OTEL_EXPORTER_OTLP_ENDPOINT', { url }),
        // gRPC is what most SDKs take by default.
        ...props.protocol === OtlpProtocol.HTTP ? [{ name: 'OTEL_EXPORTER_OTLP_PROTOCOL', source: ValueSource.literal(OtlpProtocol.HTTP) }] : [],
        ...props.headers ? [secretVariable('OTEL_EXPORTER_OTLP_HEADERS', props.headers)] : [],
      ],
    });
  }
}
