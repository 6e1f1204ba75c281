import { Kubectl, KubectlOptions } from './kubectl';
import { Trouble, troubleOf, Unavailable } from './trouble';
import { Json, JsonObject, listOf, objectOf } from '../manifest';

/** Where objects are listed. */
export type Where = { readonly namespace: string } | 'all' | 'context';

/** How a question is asked. */
export interface AskOptions extends Partial<KubectlOptions> {
  /** Whether it is asked although it was before. */
  readonly again?: boolean;
}

/** What checks ask a cluster. */
export interface Live {
  /** @throws Unavailable */
  list(resource: string, where: Where): Promise<readonly JsonObject[]>;

  /**
   * Standard output of a command that may be shown.
   * @throws Unavailable
   */
  text(args: readonly string[], options?: AskOptions): Promise<string>;

  /**
   * The JSON that a command prints.
   * @throws Unavailable
   */
  json(args: readonly string[], options?: AskOptions): Promise<JsonObject>;

  /** Work whose result several checks look at, done by the first of them. */
  shared<T>(name: string, work: (live: Live) => Promise<T>): Promise<T>;
}

/** The cluster as it was when each question was first asked. */
export class LiveCluster {
  private readonly answers = new Map<string, Promise<string>>();
  private readonly lists = new Map<string, Promise<readonly JsonObject[]>>();

  private readonly works = new Map<string, { readonly commands: Set<string>; readonly result: Promise<unknown> }>();

  constructor(private readonly kubectl: Kubectl, private readonly timeoutSeconds: number) {}

  /** The cluster for a check, which keeps the commands that it ran. */
  watched(commands: Set<string>): Live {
    const note = (args: readonly string[]): void => void commands.add(JSON.stringify(['kubectl', ...this.kubectl.flags, ...args]));
    const text: Live['text'] = (args, options) => {
      note(args);
      return this.once(args, options);
    };
    return {
      text,
      json: async (args, options) => parsed(await text(args, options)),
      list: (resource, where) => {
        const args = listArgs(resource, where);
        note(args);
        return this.listed(args);
      },
      shared: async <T>(name: string, work: (live: Live) => Promise<T>) => {
        const own = new Set<string>();
        const done = this.works.get(name) ?? { commands: own, result: work(this.watched(own)) };
        this.works.set(name, done);
        try {
          return await done.result as T;
        } finally {
          done.commands.forEach(command => commands.add(command));
        }
      },
    };
  }

  private listed(args: readonly string[]): Promise<readonly JsonObject[]> {
    const id = JSON.stringify(args);
    let list = this.lists.get(id);
    if (!list) this.lists.set(id, list = this.once(args).then(itemsIn));
    return list;
  }

  private once(args: readonly string[], options: AskOptions = {}): Promise<string> {
    if (options.again) return this.run(args, options);
    const id = JSON.stringify(args);
    let answer = this.answers.get(id);
    if (!answer) this.answers.set(id, answer = this.run(args, options));
    return answer;
  }

  private async run(args: readonly string[], { again: _, ...options }: AskOptions): Promise<string> {
    const result = await this.kubectl.run([...this.kubectl.flags, ...args], { timeoutSeconds: this.timeoutSeconds, ...options });
    const trouble: Trouble | undefined = troubleOf(result);
    if (trouble || result.type !== 'ended') throw new Unavailable(trouble!);
    return result.out;
  }
}

function itemsIn(text: string): JsonObject[] {
  return listOf(parsed(text).items).map(objectOf).filter(item => item !== undefined);
}

function listArgs(resource: string, where: Where): string[] {
  const place = where === 'all' ? ['-A'] : where === 'context' ? [] : ['-n', where.namespace];
  return ['get', resource, ...place, '-o', 'json'];
}

function parsed(text: string): JsonObject {
  try {
    return objectOf(JSON.parse(text) as Json) ?? {};
  } catch {
    throw new Unavailable({ type: 'other', text: 'the answer is no JSON' });
  }
}
