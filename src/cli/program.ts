import { Argument, Command, Option } from 'commander';
import { commands } from './commands';
import { ExitCode } from './exit-code';
import { HELP } from './help';
import { Io } from './io';
import { version } from './version';
import { PROBE_IMAGE } from '../probe';

type Done = (code: ExitCode) => void;

/**
 * The commands and their options. What does the work is loaded when its command runs, so that help comes at once.
 * @param done  takes the exit code of the command
 */
export function program(io: Io, done: Done): Command {
  const root = new Command('petrosa-nats')
    .description('Checks Kubernetes manifests: every link between a workload and the endpoints that it needs.')
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', HELP.root)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHasColors: () => false, getErrHasColors: () => false })
    .showSuggestionAfterError();

  addChecks(root, io, done);
  addRewrites(root, io, done);
  addReviews(root, io, done);
  addDoctor(root, io, done);
  addRulePages(root, io, done);
  return root;
}

/** The commands that judge manifests. */
function addChecks(root: Command, io: Io, done: Done): void {
  withInputs(root.command('lint'))
    .summary('print what is wrong')
    .description('Prints what is wrong with the manifests, with the line and the fix.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('-f, --format <format>', 'text, json, sarif, markdown or github; FORMAT=FILE writes to a file; repeatable', collect)
    .addOption(new Option('--fail-on <severity>', 'lowest severity that ends in exit code 1').choices(['error', 'warning', 'advice']).default('error'))
    .addHelpText('after', HELP.lint)
    .action(async (paths, options) => done(await commands.lint().lint(paths, options, io)));

  withInputs(root.command('why'))
    .summary('say whether a workload reaches an endpoint, link by link')
    .description('Says whether a workload reaches an endpoint, and which link of the chain decides.')
    .argument('<workload>', 'NAME, KIND/NAME, NAMESPACE/NAME or NAMESPACE/NAME[KIND]')
    .argument('<endpoint>', 'a URL, or HOST:PORT')
    .addArgument(new Argument('[path...]', 'files, folders, or - for standard input').default(['.'], 'the current folder'))
    .addHelpText('after', HELP.why)
    .action(async (workload, endpoint, paths, options) => done(await commands.why().why({ workload, endpoint, paths }, options, io)));

  withInputs(root.command('connections'))
    .summary('list all allowed connections')
    .description('Lists the allowed connections between workloads, and with ranges of addresses.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .addHelpText('after', HELP.connections)
    .action(async (paths, options) => done(await commands.connections().connections(paths, options, io)));

  withInputs(root.command('checklist'))
    .summary('judge the seven items of the checklist')
    .description('Judges the seven items of the checklist (rule book §10): passed, failed with findings, or not decidable from manifests.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(['text', 'json', 'markdown']).default('text'))
    .addHelpText('after', HELP.checklist)
    .action(async (paths, options) => done(await commands.checklist().checklist(paths, options, io)));
}

/** The commands that write files from manifests. */
function addRewrites(root: Command, io: Io, done: Done): void {
  withInputs(root.command('migrate'))
    .summary('correct manifests in place')
    .description('Corrects in the files what can be corrected with certainty, and prints what to apply and restart.')
    .argument('<path...>', 'files or folders')
    .option('--server <service>', 'NAMESPACE/NAME of the NATS server that addresses are corrected to (default: the only one that is found)')
    .option('--only <code>', 'correct the findings of this rule alone; repeatable', collect)
    .option('--write', 'write the files; without it the changes are only shown')
    .option('--check', 'exit with 1 if there is anything to correct')
    .option('--script', 'print the plan as shell commands')
    .addHelpText('after', HELP.migrate)
    .action(async (paths, options) => done(await commands.migrate().migrate(paths, options, io)));

  withInputs(root.command('adopt'))
    .summary('write the constructs for existing manifests')
    .description('Writes a cdk8s app that renders existing manifests, and proves that it does.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .requiredOption('-o, --out <folder>', 'folder that the app is written to; new or empty')
    .addHelpText('after', HELP.adopt)
    .action(async (paths, options) => done(await commands.adopt().adopt(paths, options, io)));
}

/** The commands that show to people what manifests mean. */
function addReviews(root: Command, io: Io, done: Done): void {
  withInputs(root.command('diff'))
    .summary('say what a change of manifests means')
    .description('Says what changes between two folders or two git revisions of manifests: connections, configuration, pods that are replaced.')
    .argument('<base>', 'folder, file or git revision')
    .argument('<head>', 'folder, file or git revision')
    .option('--path <path>', 'folder of the repository that holds the manifests, where revisions are compared; repeatable', collect)
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(['text', 'json', 'markdown']).default('text'))
    .addHelpText('after', HELP.diff)
    .action(async (base, head, options) => done(await commands.diff().diff({ base, head }, options, io)));

  withInputs(root.command('graph'))
    .summary('draw who talks to whom')
    .description('Draws workloads, subjects, Services and external hosts, with the verdict on each connection.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the graph (default: mermaid)').choices(['mermaid', 'json', 'svg']))
    .addOption(new Option('--svg', 'the same as --format svg').conflicts('format'))
    .option('-o, --out <file>', 'file that it is written to (default: standard output)')
    .addHelpText('after', HELP.graph)
    .action(async (paths, options) => done(await commands.graph().graph(paths, options, io)));
}

/** The command that looks at a cluster. */
function addDoctor(root: Command, io: Io, done: Done): void {
  root.command('doctor')
    .summary('examine the connections of workloads in a cluster')
    .description('Examines in a cluster, by kubectl, why a workload reaches NATS or does not. It changes nothing, unless --probe allows a temporary pod.')
    .argument('[workload...]', 'NAME or KIND/NAME; without one, all that have the URL of a NATS server')
    .option('--context <name>', 'context of the kubeconfig (default: the current one)')
    .option('--kubeconfig <file>', 'kubeconfig (default: that of kubectl)')
    .option('-n, --namespace <name>', 'namespace of the workloads (default: that of the context)')
    .option('-A, --all-namespaces', 'workloads of all namespaces')
    .option('--server <service>', 'NAMESPACE/NAME of the NATS server (default: that of the URL)')
    .option('--zone <domain>', 'DNS zone of the cluster (default: cluster.local)')
    .option('--probe', 'make a temporary pod that goes the way of the workload, and remove it')
    .option('--probe-image <image>', 'image of that pod, with the shell, nc and nslookup of busybox', PROBE_IMAGE)
    .option('--timeout <duration>', 'patience with each command of kubectl', '10s')
    .option('--wait <duration>', 'how long to examine again, until nothing fails (default: not)')
    .addOption(new Option('-o, --output <format>', 'form of the report').choices(['text', 'json', 'short']).default('text'))
    .addOption(new Option('--fail-on <severity>', 'mildest result that ends in exit code 1').choices(['error', 'warning']).default('error'))
    .option('--show-commands', 'show the commands that each check ran')
    .addHelpText('after', HELP.doctor)
    .action(async (workloads, options) => done(await commands.doctor().doctor(workloads, options, io)));
}

/** The commands about the rules themselves. */
function addRulePages(root: Command, io: Io, done: Done): void {
  root.command('explain')
    .description('print the page of a rule')
    .argument('<code>', 'code of the rule, such as URL101')
    .action(async code => done(commands.explain().explain(code, io)));

  root.command('rules')
    .description('print the table of all rules as Markdown')
    .action(async () => done(commands.rules().rules(io)));
}

/** The options of all commands that read manifests. */
function withInputs(command: Command): Command {
  return command
    .option('-n, --namespace <name>', 'namespace of objects that name none')
    .option('-s, --cluster-state <path>', 'file or folder that tells what the cluster holds beside the files; not linted; repeatable', collect)
    .option('-c, --config <file>', 'configuration file (default: petrosa-nats.yaml of the current folder, where there is one)')
    .option('--closed-world', 'what is neither in the files nor in the state exists nowhere')
    .option('--default-deny <namespace>', 'namespace that denies by default, beside those whose policies say so; repeatable', collect)
    .option('--zone <domain>', 'DNS zone of the cluster (default: cluster.local)');
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
