import { IConstruct } from 'constructs';
import { perApp } from './per-app';

const METADATA = 'cdk8s-petrosa:warning';

/** A warning, and the construct that it is about. */
export interface Warning {
  readonly scope: IConstruct;
  readonly message: string;
}

interface DeferredCheck {
  readonly scope: IConstruct;
  readonly check: () => readonly (string | Warning)[];
}

/** The warnings of one app: those that are known when they arise, and the checks that can only be decided at synth. */
class WarningLog {
  public strict = false;
  private readonly known: Warning[] = [];
  private readonly checks: DeferredCheck[] = [];
  private readonly recorded = new Set<string>();
  private readonly printed = new Set<string>();
  private latest?: Warning[];
  private decisionCount = 0;

  constructor(root: IConstruct) {
    root.node.addValidation({ validate: () => this.report() });
  }

  public add(scope: IConstruct, message: string): void {
    this.known.push({ scope, message });
    this.record({ scope, message });
    this.changed();
  }

  public defer(deferred: DeferredCheck): void {
    this.checks.push(deferred);
    this.changed();
  }

  /** Makes the next synth decide the checks anew; a synth validates once for each chart and decides them once. */
  public changed(): void {
    this.latest = undefined;
  }

  /** Counts how often the deferred checks have been decided. */
  public get decisions(): number {
    return this.decisionCount;
  }

  public all(): string[] {
    return [...new Set(this.decide().map(line))];
  }

  private decide(): Warning[] {
    this.decisionCount++;
    const deferred = this.checks.flatMap(({ scope, check }) => check().map(found => (typeof found === 'string' ? { scope, message: found } : found)));
    return [...this.known, ...deferred];
  }

  private record(warning: Warning): void {
    if (this.recorded.has(line(warning))) return;
    this.recorded.add(line(warning));
    warning.scope.node.addMetadata(METADATA, warning.message);
  }

  private report(): string[] {
    this.latest ??= this.decide();
    for (const warning of this.latest) this.record(warning);
    const lines = [...new Set(this.latest.map(line))];
    if (this.strict) return lines;
    for (const warning of lines) {
      if (this.printed.has(warning)) continue;
      this.printed.add(warning);
      console.error(`warning: ${warning}`);
    }
    return [];
  }
}

function line({ scope, message }: Warning): string {
  return `${scope.node.path || 'App'}: ${message}`;
}

/** The warnings of the app that `scope` is part of. */
export const warningLog = perApp(root => new WarningLog(root));

/** Registers a check that can only be decided at synth; it returns its warnings, which get the path of `scope` unless they have their own. */
export function deferWarnings(scope: IConstruct, check: () => readonly (string | Warning)[]): void {
  warningLog(scope).defer({ scope, check });
}

/** A value that the deferred checks share: made anew each time that they are decided. */
export function oncePerDecision<T>(make: (root: IConstruct) => T): (scope: IConstruct) => T {
  const latest = perApp(root => ({ decision: warningLog(root).decisions, value: make(root) }));
  return scope => {
    const held = latest(scope);
    const { decisions } = warningLog(scope);
    if (held.decision !== decisions) Object.assign(held, { decision: decisions, value: make(scope.node.root) });
    return held.value;
  };
}
