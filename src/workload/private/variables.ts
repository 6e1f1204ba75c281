import * as kplus from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { constructError } from '../../app/private/errors';

/** A name of an environment variable that every shell takes; Kubernetes takes dots and hyphens as well. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A name and what stands behind it. */
export interface Variable {
  readonly name: string;
  readonly value: kplus.EnvValue;
}

/** The variables of a workload's wired containers: what is wired reaches each of them, whenever it was added. */
export class Variables {
  private readonly wired: Variable[] = [];
  private readonly containers: kplus.Container[] = [];

  public constructor(private readonly workload: IConstruct) {}

  /** Gives variables to every wired container, present and future. */
  public wire(...variables: readonly Variable[]): void {
    for (const { name } of variables) this.checkName(name);
    this.wired.push(...variables);
    for (const container of this.containers) this.set(container, variables);
  }

  /** A container that gets what is wired; its own variables come after those wired before it was added. */
  public addContainer(container: kplus.Container): void {
    this.containers.push(container);
    this.set(container, this.wired);
  }

  /** Sets the own variables of a container. */
  public addOwn(container: kplus.Container, own: { readonly [name: string]: kplus.EnvValue } = {}): void {
    const variables = Object.entries(own).map(([name, value]) => ({ name, value }));
    for (const { name } of variables) this.checkName(name);
    this.set(container, variables);
  }

  /** Wired variables that were overwritten later, through `container.env`. */
  public overwritten(): string[] {
    return this.containers.flatMap(container => {
      const present = variablesOf(container);
      return this.wired
        .filter(({ name, value }) => !sameValue(present.get(name), value))
        .map(({ name, value }) => `variable ${name} of container ${container.name} is wired to ${describe(value)} and was overwritten `
          + `with ${describe(present.get(name))}; remove the addVariable`);
    });
  }

  private checkName(name: string): void {
    if (!NAME.test(name)) {
      throw constructError(this.workload, `"${name}" is no name of a variable`, 'write letters, digits and underscores, not starting with a digit (env, rename)');
    }
    if (name === '__proto__') {
      throw constructError(this.workload, 'a variable named __proto__ would vanish from the object that holds the variables', 'give it another name (env, rename)');
    }
  }

  private set(container: kplus.Container, variables: readonly Variable[]): void {
    const all = container.env.variables; // a copy, which cdk8s-plus makes at each question
    for (const { name, value } of variables) {
      const present = Object.hasOwn(all, name) ? all[name] : undefined;
      if (present !== undefined && !sameValue(present, value)) {
        throw constructError(
          this.workload,
          `variable ${name} of container ${container.name} is ${describe(present)} already and cannot be ${describe(value)}`,
          'remove one of them, or give one another name (env, rename)',
        );
      }
      all[name] = value;
      container.env.addVariable(name, value);
    }
  }
}

function variablesOf({ env }: kplus.Container): ReadonlyMap<string, kplus.EnvValue> {
  return new Map(Object.entries(env.variables));
}

function sameValue(a: kplus.EnvValue | undefined, b: kplus.EnvValue): boolean {
  return a === b || JSON.stringify([a?.value, a?.valueFrom]) === JSON.stringify([b.value, b.valueFrom]);
}

/** Where a value comes from; never the value, which may be a credential. */
function describe(value: kplus.EnvValue | undefined): string {
  const { configMapKeyRef, secretKeyRef } = value?.valueFrom ?? {};
  if (configMapKeyRef) return `key ${configMapKeyRef.key} of ConfigMap ${configMapKeyRef.name}`;
  if (secretKeyRef) return `key ${secretKeyRef.key} of Secret ${secretKeyRef.name}`;
  return value?.valueFrom ? 'a field of the pod' : 'a literal';
}
