import { nearest } from './private/nearest';
import { shown } from './private/shown';

/** Name and keys of a Secret that exists in the cluster. */
export interface KnownSecretProps {
  /** `metadata.name` of the Secret. */
  readonly name: string;

  /** The keys that it holds. Values are never known here. */
  readonly keys: string[];
}

/** A Secret that lives elsewhere and whose keys are known, so that a missing key is found when the reference is made. */
export class KnownSecret {
  /** Declares what is known of a Secret. */
  public static of(props: KnownSecretProps): KnownSecret {
    return new KnownSecret(props.name, [...new Set(props.keys)].sort());
  }

  private constructor(
    /** `metadata.name` of the Secret. */
    public readonly name: string,
    /** The keys that it holds, sorted. */
    public readonly keys: string[],
  ) {}

  /**
   * A reference to a key.
   * @throws if the Secret lacks the key; the message names the nearest one
   */
  public key(key: string): SecretKey {
    if (!this.keys.includes(key)) {
      throw new Error(`Secret ${this.name} has no key ${shown(key)}; ${nearest(key, this.keys)}`);
    }
    return SecretKey._of(this.name, key);
  }
}

/** A key of a Secret; made by `KnownSecret.key`. */
export class SecretKey {
  /** @internal */
  public static _of(secretName: string, key: string): SecretKey {
    return new SecretKey(secretName, key);
  }

  private constructor(
    /** `metadata.name` of the Secret. */
    public readonly secretName: string,
    /** The key in the Secret. */
    public readonly key: string,
  ) {}
}
