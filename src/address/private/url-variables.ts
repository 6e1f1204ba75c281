import { EndpointVariable } from '../endpoint';
import { SecretKey } from '../known-secret';
import { ValueSource } from '../value-source';
import { checkedEnvName } from './env-name';

/** The variable for a URL that a Secret knows, or else the endpoint itself; none where no name is given. */
export function urlVariables(env: string | undefined, from: { url?: string; secret?: SecretKey }): EndpointVariable[] {
  if (env === undefined) {
    if (from.secret) throw new Error(`key ${from.secret.key} of Secret ${from.secret.secretName} has no variable; name it by env`);
    return [];
  }
  const name = checkedEnvName(env);
  if (from.secret) return [secretVariable(name, from.secret)];
  if (from.url === undefined) {
    throw new Error(`the variable ${name} has no value: a URL needs a scheme and an exact host; give those, or the Secret key that holds the URL`);
  }
  return [{ name, source: ValueSource.endpointUrl() }];
}

/** A variable with the value of a Secret's key. */
export function secretVariable(name: string, key: SecretKey): EndpointVariable {
  return { name, source: ValueSource.secretKey(key) };
}
