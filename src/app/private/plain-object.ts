import { ApiObject, ApiObjectMetadata, App, ImplicitTokenResolver, JsonPatch, Lazy, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { Construct } from 'constructs';

const RESOLVERS = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** What an object is, and what its fields beside the metadata hold, asked when it is rendered: nothing but text, numbers, booleans, lists and mappings. */
export interface PlainObjectProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObjectMetadata;
  readonly fields: { readonly [field: string]: () => unknown };
}

/** An object of plain values. cdk8s asks its resolvers about each value; where there are none but its own, they have nothing to say here. */
export class PlainObject extends ApiObject {
  private readonly fields: PlainObjectProps['fields'];
  private patched = false;

  constructor(scope: Construct, id: string, { fields, ...props }: PlainObjectProps) {
    super(scope, id, { ...props, ...Object.fromEntries(Object.entries(fields).map(([field, produce]) => [field, Lazy.any({ produce })])) });
    this.fields = fields;
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.patched = true;
  }

  public toJson(): any {
    if (!this.isPlain) return super.toJson();
    const { apiVersion, kind } = this;
    return { apiVersion, kind, metadata: this.metadata.toJson(), ...this.plainFields() };
  }

  /** The fields as they are rendered, without the cost of the metadata where that is not needed. */
  protected renderedFields(): { readonly [field: string]: any } {
    return this.isPlain ? this.plainFields() : super.toJson();
  }

  private get isPlain(): boolean {
    return !this.patched && !process.env.CDK8S_DISABLE_SORT && hasOwnResolversOnly(this);
  }

  private plainFields(): { readonly [field: string]: unknown } {
    return Object.fromEntries(Object.keys(this.fields).sort().map(field => [field, sorted(this.fields[field]())]));
  }
}

function hasOwnResolversOnly(object: ApiObject): boolean {
  const { resolvers } = App.of(object);
  return resolvers.length === RESOLVERS.length && resolvers.every((resolver, i) => resolver.constructor === RESOLVERS[i]);
}

/** The same value with the keys of mappings in order, without those that have no value. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const mapping = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(mapping).sort()) if (mapping[key] !== undefined) result[key] = sorted(mapping[key]);
  return result;
}
