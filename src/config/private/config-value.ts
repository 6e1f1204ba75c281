import { IConstruct } from 'constructs';
import { clusterAddressIn } from '../../address/private/cluster-address';
import { credentialIn } from '../../address/private/credentials';
import { constructError } from '../../app/private/errors';

/** What a value was given as: text by the user, or the URL of an endpoint. */
export type ValueOrigin = 'text' | 'endpoint';

/**
 * The value as a ConfigMap holds it.
 * @throws if it holds a credential, or if a text is an address that belongs into an endpoint; the message never has the value
 */
export function checkedValue(scope: IConstruct, key: string, value: unknown, origin: ValueOrigin): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw constructError(scope, `the value of key ${key} is no string`, 'write a string; ConfigMaps hold nothing else');
  }
  const text = String(value);
  const credential = credentialIn(key, text);
  if (credential) {
    throw constructError(scope, `the value of key ${key} ${credential}, which a ConfigMap shows to everybody`,
      'keep it in a Secret, import that by KnownSecret.of, and refer to its key');
  }
  const address = origin === 'text' ? clusterAddressIn(key, text) : undefined;
  if (address) {
    const isFile = text.trim().includes('\n');
    throw constructError(scope, `the value of key ${key} ${isFile ? 'holds' : 'is'} ${address}, written as text that no policy knows of`,
      isFile ? 'leave it out of the file and let the program take the address from the variable NATS_URL' : declareInstead(key, address));
  }
  return text;
}

function declareInstead(key: string, address: string): string {
  const kind = address.startsWith('a NATS') ? 'NatsServer.of' : 'ServiceEndpoint.http';
  return `declare it in \`endpoints\`, such as endpoints: { ${key}: ${kind}({ ... }) }`;
}

/** What is allowed in a value but hardly meant. */
export function doubtsAbout(value: string): string[] {
  const trimmed = value.trim();
  const isFile = trimmed.includes('\n');
  return [
    ...(value !== trimmed && !isFile ? ['begins or ends with white space, which the program gets as well'] : []),
    ...(/^(["']).*\1$/s.test(trimmed) ? ['is wrapped in quotation marks, which the program gets as well'] : []),
  ];
}
