import { Container } from '../../../manifest';
import { Facts, Variable } from '../facts';

/** The variables `…_ENABLED` and `ENABLE_…` of containers that are false. */
export class Switches {
  private readonly known = new Map<Container, ReadonlySet<string>>();

  constructor(private readonly variables: Facts['variables']) {}

  /** Whether another variable of the container says that this one is not used: `OTEL_ENABLED` or `ENABLE_OTEL` is false. */
  turnOff({ name, container }: Variable): boolean {
    const off = this.of(container);
    if (off.size === 0) return false;
    const words = name.split('_');
    const prefixes = words.slice(1).map((_, i) => words.slice(0, i + 1).join('_'));
    return prefixes.some(prefix => off.has(`${prefix}_ENABLED`) || off.has(`ENABLE_${prefix}`));
  }

  private of(container: Container): ReadonlySet<string> {
    const known = this.known.get(container);
    if (known) return known;
    const off = this.variables(container).filter(({ name, value }) => /^ENABLE_|_ENABLED$/.test(name) && /^(false|0|no|off)$/i.test(value?.trim() ?? ''));
    const names = new Set(off.map(({ name }) => name));
    this.known.set(container, names);
    return names;
  }
}
