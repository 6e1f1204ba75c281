import { createHash } from 'crypto';
import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { PlainObject } from '../../app/private/plain-object';

/** The ConfigMap of an owned config; all workloads that read it ask for its checksum. */
export class ConfigObject extends PlainObject {
  private known?: string;

  constructor(scope: Construct, id: string, metadata: ApiObjectMetadata, data: () => { readonly [key: string]: string | undefined }) {
    super(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata, fields: { data } });
  }

  /** A checksum of what is rendered, patches included. */
  public checksum(): string {
    if (!this.isPlain) return checksumOf(this.toJson());
    this.known ??= checksumOf(this.toJson());
    return this.known;
  }

  /** Says that the content has changed. */
  public changed(): void {
    this.known = undefined;
  }
}

function checksumOf({ data, binaryData }: { readonly data?: { [key: string]: string }; readonly binaryData?: { [key: string]: string } }): string {
  return createHash('sha256').update(JSON.stringify([sorted(data), sorted(binaryData)])).digest('hex').slice(0, 16);
}

function sorted(data: { [key: string]: string } = {}): string[][] {
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}
