import { shown } from './shown';

/** The name of an environment variable, if Kubernetes 1.28 takes it. */
export function checkedEnvName(name: string): string {
  if (typeof name !== 'string' || !/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) {
    throw new Error(`${shown(name)} is no name of an environment variable; write letters, digits and underscores, such as NATS_URL`);
  }
  return name;
}
