import { isDataKey } from './private/data-key';
import { isObjectName } from './private/dns-name';
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
  /**
   * Declares what is known of a Secret.
   * @throws if Kubernetes does not take the name or a key
   */
  public static of(props: KnownSecretProps): KnownSecret {
    const { name, keys } = props;
    if (typeof name !== 'string' || !isObjectName(name)) {
      throw new Error(`${shown(name)} is no name of a Secret; write a DNS name in lower case, such as petrosa-sensitive-credentials`);
    }
    for (const key of keys) {
      if (typeof key === 'string' && isDataKey(key)) continue;
      throw new Error(`${shown(key)} is no key of Secret ${name}; write 1 to 253 letters, digits, hyphens, underscores and dots`);
    }
    return new KnownSecret(name, [...new Set(keys)].sort());
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
