import { coloursOf } from './colours';
import { parseDuration } from './duration';
import { UsageError } from './errors';
import { EXIT, ExitCode } from './exit-code';
import { Io } from './io';
import { processKubectl } from './kubectl';
import { namesIn } from './names-in';
import { sleep } from './sleep';
import { CannotExamine, diagnose, DiagnoseOptions, Diagnosis, NamedWorkload, RESOURCES, Stopped, verdictOf, Where } from '../doctor';
import { DoctorReport, formatDoctorJson, formatDoctorShort, formatDoctorText } from '../report';
import { kindOf } from './kinds';
import { untilStopped } from './until-stopped';
import { isDnsLabel } from '../address/private/dns-name';
import { shown } from '../address/private/shown';
import { shellWords } from '../report/private/shell-words';
import { DEFAULT_OPTIONS, ServiceName } from '../verify';

/** The options of `doctor`. */
export interface DoctorOptions {
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
  readonly server?: string;
  readonly zone?: string;
  readonly probe?: boolean;
  readonly probeImage: string;
  readonly timeout: string;
  readonly wait?: string;
  readonly output: 'text' | 'json' | 'short';
  readonly failOn: 'error' | 'warning';
  readonly showCommands?: boolean;
}

/** Examines the connections of workloads in a cluster. */
export async function doctor(workloads: readonly string[], options: DoctorOptions, io: Io): Promise<ExitCode> {
  const { namespace, zone = DEFAULT_OPTIONS.zone } = namesIn(options);
  if (namespace !== undefined && options.allNamespaces) throw new UsageError('--namespace and --all-namespaces exclude each other; leave one out');
  const standing = new Set<readonly string[]>();
  const where: Where = options.allNamespaces ? 'all' : namespace === undefined ? 'context' : { namespace };
  const settings: DiagnoseOptions = {
    zone,
    server: options.server === undefined ? undefined : serverIn(options.server),
    probe: options.probe ? { image: options.probeImage, standing } : undefined,
    timeoutSeconds: parseDuration('--timeout', options.timeout),
    waitSeconds: options.wait === undefined ? 0 : parseDuration('--wait', options.wait),
    failOn: options.failOn === 'warning' ? 'warning' : 'failed',
  };
  const selection = { workloads: workloads.map(workloadIn), where };
  const flags = kubectlFlags(options);
  const left = (): string[] => [...standing].map(removal => `the probe may be left: ${shellWords(['kubectl', ...flags, ...removal])}`);
  const diagnosis = await untilStopped(io, left, (stop) => {
    const kubectl = processKubectl({ flags, env: io.env, stop });
    return diagnosed(() => diagnose(selection, kubectl, settings, { now: () => new Date(), sleep: seconds => sleep(seconds, stop) }));
  });
  const verdict = verdictOf(diagnosis, settings.failOn);
  io.out(render({ ...diagnosis, verdict, showCommands: options.showCommands === true }, options.output, io));
  return { ok: EXIT.ok, failed: EXIT.findings, unchecked: EXIT.error }[verdict];
}

function kubectlFlags({ context, kubeconfig }: DoctorOptions): string[] {
  return [...(context === undefined ? [] : ['--context', context]), ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig])];
}

async function diagnosed(work: () => Promise<Diagnosis>): Promise<Diagnosis> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotExamine) throw new UsageError(error.message);
    if (error instanceof Stopped) throw new UsageError(['stopped', error.message].filter(part => part !== '').join('; '));
    throw error;
  }
}

function workloadIn(text: string): NamedWorkload {
  const [first, name, ...rest] = text.split('/');
  if (name === undefined && first !== '') return { name: first };
  const kind = kindOf(first);
  if (kind === undefined || RESOURCES[kind] === undefined || !name || rest.length > 0) throw new UsageError(`${shown(text)} names no workload; write NAME or KIND/NAME, such as deployment/quotes, and the namespace as --namespace`);
  return { kind, name };
}

function serverIn(text: string): ServiceName {
  const [namespace, name, ...rest] = text.split('/');
  if (rest.length > 0 || !isDnsLabel(namespace) || !isDnsLabel(name ?? '')) throw new UsageError(`--server ${shown(text)} names no Service; write NAMESPACE/NAME, such as nats/nats-server`);
  return { namespace, name };
}

function render(report: DoctorReport, output: DoctorOptions['output'], io: Io): string {
  switch (output) {
    case 'text': return formatDoctorText(report, { colours: coloursOf(io) });
    case 'json': return formatDoctorJson(report);
    case 'short': return formatDoctorShort(report);
  }
}
