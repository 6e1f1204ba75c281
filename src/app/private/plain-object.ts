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
    return this.plainJson() ?? super.toJson();
  }

  /** Whether it is rendered by its fields alone, so that it changes with them and with nothing else. */
  protected get isPlain(): boolean {
    return !this.patched && !process.env.CDK8S_DISABLE_SORT && this.toJson === PlainObject.prototype.toJson && hasOwnResolversOnly(this);
  }

  /** Undefined where cdk8s has to render it, or to say why that cannot be done. */
  private plainJson(): object | undefined {
    if (!this.isPlain) return undefined;
    const { apiVersion, kind } = this;
    try {
      const fields = Object.fromEntries(Object.entries(this.fields).map(([field, produce]) => [field, produce()]));
      return { apiVersion, kind, metadata: this.metadata.toJson(), ...plainValue(fields) as object };
    } catch {
      return undefined;
    }
  }
}

function hasOwnResolversOnly(object: ApiObject): boolean {
  const { resolvers } = App.of(object);
  return resolvers.length === RESOLVERS.length && resolvers.every((resolver, i) => resolver.constructor === RESOLVERS[i]);
}

/**
 * A value as cdk8s renders it: the keys of mappings in order, without those that have no value.
 * @throws if it is not made of texts, numbers, booleans, lists and mappings
 */
function plainValue(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('this is no plain value');
  const mapping = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(mapping).sort()) {
    const plain = plainValue(mapping[key]);
    if (plain !== undefined) result[key] = plain;
  }
  return result;
}
