import { Kubectl, KubectlOptions, KubectlResult } from '../../../src/doctor';
import { Json, JsonObject, textOf, textsOf, valueAt } from '../../../src/manifest';

/** What a fake cluster holds and says. */
export interface World {
  readonly objects: readonly JsonObject[];

  /** By the name of the pod. */
  readonly logs?: Readonly<Record<string, string>>;

  /** What the variable is in a pod, by its name. */
  readonly environments?: Readonly<Record<string, string>>;

  /** By the end of the path. */
  readonly raw?: Readonly<Record<string, Json>>;

  /** Instead of the answer, where a command contains the text. */
  readonly instead?: Readonly<Record<string, KubectlResult>>;

  /** How the probe ends. */
  readonly probe?: { readonly code: number; readonly log: string };
}

/** A run that ended with an error, as kubectl writes it. */
export function refusal(err: string, code = 1): KubectlResult {
  return { type: 'ended', code, out: '', err };
}

/** What the API server says to somebody without a right. */
export function forbidden(verb: string, resource: string, namespace?: string, group = ''): KubectlResult {
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  return refusal(`Error from server (Forbidden): ${resource} is forbidden: User "mia" cannot ${verb} resource "${resource}" in API group "${group}" ${where}\n`);
}

/** A kubectl whose answers have the form of recorded ones. */
export class FakeKubectl implements Kubectl {
  readonly flags: readonly string[] = [];

  /** The commands that were run, in their order. */
  readonly commands: string[] = [];

  /** The pods that were made and not removed. */
  readonly pods = new Map<string, JsonObject>();

  /** Each pod that was made. */
  readonly made: JsonObject[] = [];

  constructor(private readonly world: World) {}

  run(args: readonly string[], options: KubectlOptions): Promise<KubectlResult> {
    const command = args.join(' ');
    this.commands.push(command);
    const other = Object.entries(this.world.instead ?? {}).find(([text]) => command.includes(text));
    return Promise.resolve(other ? other[1] : this.answer(args, options));
  }

  private answer(args: readonly string[], { stdin }: KubectlOptions): KubectlResult {
    const [verb, what, name] = args;
    const namespace = args[args.indexOf('-n') + 1];
    switch (verb) {
      case 'api-versions': return ended('apps/v1\nv1\n');
      case 'logs': return ended(this.pods.has(what) ? this.world.probe?.log ?? '' : this.world.logs?.[what] ?? '');
      case 'exec': {
        const value = this.world.environments?.[what];
        return value === undefined ? refusal('command terminated with exit code 1\n') : ended(`${value}\n`);
      }
      case 'create': {
        const pod = JSON.parse(stdin!) as JsonObject;
        this.made.push(pod);
        this.pods.set(textOf(valueAt(pod, ['metadata', 'name']))!, pod);
        return ended('pod created\n');
      }
      case 'delete':
        this.pods.delete(name);
        return ended('pod deleted\n');
      default: return this.get(what, name, namespace, args);
    }
  }

  private get(what: string, name: string, namespace: string, args: readonly string[]): KubectlResult {
    if (what === '--raw') {
      const found = Object.entries(this.world.raw ?? {}).find(([end]) => name.endsWith(end));
      return found ? ended(JSON.stringify(found[1])) : refusal('Error from server (ServiceUnavailable): error trying to reach service: dial tcp 10.1.0.9:8222: connect: connection refused\n');
    }
    if (what === 'pod') {
      const terminated = this.world.probe && { exitCode: this.world.probe.code };
      return ended(JSON.stringify({ kind: 'Pod', status: { containerStatuses: [{ name: 'probe', state: terminated ? { terminated } : { waiting: { reason: 'ContainerCreating' } } }] } }));
    }
    const items = this.world.objects.filter(object => `${textOf(object.kind)!.toLowerCase()}s`.replace('ys', 'ies') === what || `${textOf(object.kind)!.toLowerCase()}` === what)
      .filter(object => args.includes('-A') || !args.includes('-n') || valueAt(object, ['metadata', 'namespace']) === namespace);
    if (what === 'configmap') return ended(JSON.stringify(items.find(object => valueAt(object, ['metadata', 'name']) === name)));
    const label = /service-name=(.*)$/.exec(args[args.indexOf('-l') + 1])?.[1];
    const labelled = args.includes('-l') ? items.filter(object => textsOf(valueAt(object, ['metadata', 'labels']))['kubernetes.io/service-name'] === label) : items;
    return ended(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: labelled }));
  }
}

function ended(out: string): KubectlResult {
  return { type: 'ended', code: 0, out, err: '' };
}
