import { NatsUrlClass } from './nats-url-class';
import { NatsUrlContext } from './nats-url-context';
import { explain } from './private/explain';
import { readUrl, UrlReading } from './private/read-url';
import { ServiceNameFormat } from './service-name-format';

/** The URL of a NATS server as it was written somewhere, read and classified. It holds no credential. */
export class NatsUrl {
  /**
   * Reads a text of any kind. Never throws: a text that is no URL gets the class `INVALID`.
   * What is known around the URL tells the Services of the cluster from other names.
   */
  public static parse(text: string, context: NatsUrlContext = {}): NatsUrl {
    return new NatsUrl(readUrl(text, context), context);
  }

  /** What the URL names. Only `FULL` may stay, if the text is `canonical`. */
  public readonly urlClass: NatsUrlClass;

  /** What is left when credentials, a wrong scheme and white space are set aside; else the same as `urlClass`. */
  public readonly hostClass: NatsUrlClass;

  /** Whether user info is written out in the text, in any part of it. */
  public readonly hasCredentials: boolean;

  /** The scheme in lower case. Undefined where none is written; clients then take `nats`. */
  public readonly scheme?: string;

  /** The host in lower case, without brackets. Undefined in a list, and where it is invalid or a variable. */
  public readonly host?: string;

  /** The port, 4222 where none is written. Undefined in a list, and where it is invalid or a variable. */
  public readonly port?: number;

  /** Name of the Service, as far as the host says it. */
  public readonly service?: string;

  /** Namespace of the Service, as far as the host says it. */
  public readonly namespace?: string;

  /** DNS zone, as far as the host says it: the cluster's, or what a look-alike has in its place. */
  public readonly zone?: string;

  /** Name of the pod, where the host is one behind a headless Service. */
  public readonly pod?: string;

  /**
   * The form to write: scheme, full name, port, no credentials. It is of class `FULL` in the same context.
   * Undefined where the text names no Service for certain.
   */
  public readonly canonical?: string;

  /** The format of rule book §3, of full and namespaced short names. */
  public readonly format?: ServiceNameFormat;

  /** The URLs of a list, in order; empty where the text is no list. */
  public readonly members: NatsUrl[];

  /** One sentence: the class, what it means in the pod, what to write instead. Holds no credential. */
  public readonly explanation: string;

  private constructor(reading: UrlReading, context: NatsUrlContext) {
    this.urlClass = reading.urlClass;
    this.hostClass = reading.hostClass;
    this.hasCredentials = reading.hasCredentials;
    this.scheme = reading.scheme;
    this.host = reading.host;
    this.port = reading.port;
    this.service = reading.service;
    this.namespace = reading.namespace;
    this.zone = reading.zone;
    this.pod = reading.pod;
    this.canonical = reading.canonical;
    this.format = formatOf(reading, context);
    this.members = reading.members.map(member => new NatsUrl(member, context));
    this.explanation = explain(reading, this.format, context);
  }
}

function formatOf({ urlClass, namespace }: UrlReading, { server }: NatsUrlContext): ServiceNameFormat | undefined {
  const elsewhere = server !== undefined && namespace !== server.namespace;
  if (urlClass === NatsUrlClass.FULL) return elsewhere ? ServiceNameFormat.DIFFERENT_NAMESPACE : ServiceNameFormat.CROSS_NAMESPACE;
  if (urlClass !== NatsUrlClass.NAMESPACED_SHORT) return undefined;
  return elsewhere ? ServiceNameFormat.DIFFERENT_NAMESPACE_SHORT : ServiceNameFormat.CROSS_NAMESPACE_SHORT;
}
