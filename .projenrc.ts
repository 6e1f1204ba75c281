import { cdk8s, DependencyType, Task, TextFile } from 'projen';
import { WorkflowSteps } from 'projen/lib/github';
import { Job, JobPermission } from 'projen/lib/github/workflows-model';
import { JestReporter, NodePackageManager, UpdateSnapshot } from 'projen/lib/javascript';
import { ReleaseTrigger } from 'projen/lib/release';

/** The version that is being made: what is tested, and what a release publishes. See CONTRIBUTING.md. */
const VERSION = '0.1.0';

const VALUES = ['address', 'subject', 'schedule', 'probe'];

/** The two halves of src/, and what joins them: each room may import those before it in its list, see ARCHITECTURE.md. */
const CONSTRUCTS = [...VALUES, 'app', 'synth', 'config', 'network', 'workload', 'monitoring'];
const ENGINE = [...VALUES, 'manifest', 'edit', 'reachability', 'compare', 'verify', 'migrate', 'adopt', 'review', 'graph', 'doctor', 'report', 'cli'];
const DOORS = ['migrate', 'adopt', 'review', 'graph', 'doctor'];
const VALIDATION = ['address', 'app', 'synth', 'manifest', 'verify'];
const ROOMS = [...new Set([...CONSTRUCTS, ...ENGINE, 'validation'])];

const mayImport = (room: string, other: string): boolean =>
  room === other
  || (room === 'validation' && VALIDATION.includes(other))
  || (!(DOORS.includes(room) && DOORS.includes(other))
    && [CONSTRUCTS, ENGINE].some(list => list.includes(room) && list.includes(other) && list.indexOf(other) < list.indexOf(room)));

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-petrosa',
  description:
    'cdk8s constructs for NATS clients on Kubernetes: a connection declared once becomes the URL, the env variable and the network policies.',
  author: 'Petrosa',
  authorOrganization: true,
  authorAddress: 'platform@petrosa.example',
  repositoryUrl: 'https://github.com/PetroSa2/cdk8s-petrosa.git',
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'kubernetes', 'k8s', 'nats', 'networkpolicy', 'configmap', 'constructs', 'petrosa'],
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  packageManager: NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  workflowNodeVersion: '20',

  // Found to work together; the lockfile pins the rest.
  typescriptVersion: '~5.9',
  jsiiVersion: '~5.9',
  cdk8sVersion: '2.70.106',
  constructsVersion: '10.4.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  bundledDeps: ['@dagrejs/dagre@^3', 'commander@^14', 'croner', 'diff@^9', 'fastest-levenshtein', 'ipaddr.js', 'yaml'],
  devDeps: [
    '@grafana/lezer-logql', '@grafana/schema@^11', '@microsoft/jest-sarif', '@stryker-mutator/core@^9', '@stryker-mutator/jest-runner@^9', '@types/node@^20',
    'ajv@^8', 'ajv-draft-04', 'ajv-formats', 'cdk8s-cli', 'fast-check', 'tsx',
  ],
  npmignoreEnabled: false,
  bin: { 'petrosa-nats': 'bin/petrosa-nats' },
  publishToPypi: { distName: 'cdk8s-petrosa', module: 'cdk8s_petrosa', trustedPublishing: true },

  // By hand, see CONTRIBUTING.md; npm and PyPI trust the workflow, so that there is no token to keep.
  npmTrustedPublishing: true,
  releaseTrigger: ReleaseTrigger.workflowDispatch(),
  jsiiReleaseVersion: '^0.2.1061',
  releaseWorkflowSetupSteps: [{ name: 'audit', run: 'npx projen audit' }],
  auditDeps: true,
  auditDepsOptions: { prodOnly: true, level: 'low', runOn: 'manual' },
  depsUpgrade: false,
  pullRequestTemplate: false,
  githubOptions: { mergify: false, pullRequestLint: false },
  buildWorkflowOptions: {
    mutableBuild: false,
    workflowTriggers: { pullRequest: {}, push: { branches: ['main'] }, workflowDispatch: {} },
    preBuildSteps: [{ name: 'audit', run: 'npx projen audit' }, { name: 'synth', run: 'npx projen synth' }],
  },

  eslintOptions: {
    dirs: ['src', 'examples', 'scripts'],
    devdirs: ['test', 'bench', 'projenrc'],
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  },
  jestOptions: {
    updateSnapshot: UpdateSnapshot.NEVER,
    passWithNoTests: false,
    coverageText: false,
    junitReporting: false,
    jestConfig: {
      // The coverage task counts, since that takes the tests half again as long; `.ci/run` runs it too.
      collectCoverage: false,
      // v8 takes ten times as long here, since each test file loads cdk8s-plus anew.
      coverageProvider: 'babel',
      maxWorkers: 2,
      // No test is one of speed, and many run programs, which take their time on a busy machine.
      testTimeout: 60_000,
      // What a test file looks up in its own global object takes several times as long.
      sandboxInjectedGlobals: ['Array', 'Boolean', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'WeakMap', 'WeakSet'],
      coverageThreshold: { statements: 98, branches: 97, functions: 98, lines: 98 },
      testEnvironment: '<rootDir>/test/support/test-environment.cjs',
      moduleNameMapper: { '^cdk8s-petrosa$': '<rootDir>/src/index.ts' },
      setupFiles: ['<rootDir>/test/support/same-cases.cjs'],
      collectCoverageFrom: ['src/**/*.ts', 'examples/**/*.ts'],
      coverageReporters: ['lcov', 'text-summary'],
      reporters: [new JestReporter('<rootDir>/test/support/fail-on-obsolete-snapshots.cjs')],
    },
  },
  // Maps would hold the sources, which are twice as large as the code.
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  tsconfigDev: { compilerOptions: { paths: { 'cdk8s-petrosa': ['../src/index.ts'] } } },
  // jsii-pacmak writes .npmignore, which `files` of package.json makes void, and jsii-rosetta its translations.
  gitignore: ['/dist/', '/.venv/', '/.stryker-tmp/', '/reports/', '/.npmignore', '/.jsii.tabl.json'],
});

// The version is committed, so that a clone and its tests know it, and guards of compatibility follow it. projen would make it up from tags and commits.
project.package.addVersion(VERSION);
project.deps.removeDependency('commit-and-tag-version');
const release = project.tasks.tryFind('release')!;
release.reset('rm -fr dist');
release.spawn(project.buildTask);
for (const task of ['test:package', 'test:compat']) release.exec(`npx projen ${task}`);
release.exec('TSX_TSCONFIG_PATH=scripts/tsconfig.json node --import tsx scripts/release-files.ts');
release.exec('git diff --exit-code && test -z "$(git status --porcelain)"');
for (const task of ['bump', 'bump:releasable-commits', 'unbump']) project.removeTask(task);
// npm publishes without a token from 11.5.1 on, which comes with Node 24.
project.tryFindObjectFile('.github/workflows/release.yml')!.addOverride('jobs.release_npm.steps.0.with.node-version', '24');

// 1.13.0 installs without its platform packages, after which `npm ci` fails.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// What users need, so that nothing else of the repository gets into the package.
project.package.addField('files', ['lib', '.jsii', 'assets', 'bin', 'docs/rules', 'CHANGELOG.md']);

for (const task of ['test:package', 'test:compat']) project.buildWorkflow!.addPostBuildSteps({ name: task, run: `npx projen ${task}` });

// The TypeScript of the README becomes Python on PyPI. Which class a prop takes is known to a compiler only, so that jsii-pacmak alone writes dicts.
project.tasks.tryFind('package:python')!.prependExec('jsii-rosetta extract');

// projen pins its other actions itself.
project.github!.actions.set('actions/setup-node', 'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e'); // v6.4.0
project.github!.actions.set('actions/setup-python', 'actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065'); // v5.6.0

new TextFile(project, '.npmrc', { lines: ['omit-lockfile-registry-resolved=true', ''] });

project.eslint?.addRules({
  'import/no-cycle': ['error', { disableScc: true }],
  // The examples import the library by its published name, which tsc resolves and eslint cannot.
  'import/no-unresolved': ['error', { ignore: ['^cdk8s-petrosa$'] }],
  'import/no-restricted-paths': ['error', {
    zones: ROOMS.map(room => ({
      target: `./src/${room}`,
      from: ROOMS.filter(other => !mayImport(room, other)).map(other => `./src/${other}`),
      message: `src/${room} may only import ${['itself', ...ROOMS.filter(other => other !== room && mayImport(room, other))].join(', ')}.`,
    })),
  }],
  'max-lines': ['error', 400],
});

project.addTask('synth', {
  description: 'Synthesise the whole platform to dist/petrosa',
  exec: 'cdk8s synth --check-upgrade=false',
});
project.addTask('synth:quickstart', {
  description: 'Synthesise the quickstart to dist/quickstart',
  cwd: 'examples/quickstart',
  exec: 'cdk8s synth --check-upgrade=false',
});

// What a CommonJS program does not use of the library it does not load.
project.compileTask.exec('node --import tsx scripts/lazy-index.ts');

// A rule is its file, its fixtures and its page; the list and the pages are written from them.
const rules = project.addTask('rules', { description: 'Write the list of the rules and their pages' });
rules.exec('node --import tsx scripts/rules-index.ts');
rules.exec('node --import tsx scripts/rule-pages.ts');

const bench = project.addTask('bench', { description: 'Measure speed, as ratios against stated peers' });
bench.spawn(project.compileTask);
for (const name of ['import', 'start', 'synth', 'reachability', 'verify', 'patterns', 'migrate']) bench.exec(`node --import tsx bench/${name}.ts`);

// jsii prints a page about the end of life of Node 20 at each call.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

// projen's task asks the registry for the last release, and passes without one.
const compat = project.tasks.tryFind('compat')!;
compat.reset('node --import tsx scripts/compat.ts');
compat.description = 'Compare the compiled API with that of the last release';
project.addTask('test:compat', { description: 'Try that the comparison of the API fails where it should', exec: 'jest --ci --config test/compat/jest.config.json', receiveArgs: true });
const baseline = project.addTask('compat:baseline', {
  description: 'Write down what this version promises: its API, and the names and selectors of its manifests',
});
baseline.spawn(project.compileTask);
baseline.exec('TSX_TSCONFIG_PATH=scripts/tsconfig.json node --import tsx scripts/compat-baseline.ts');

// The test command runs everything that a change has to pass.
const jest = project.addTask('jest', { description: 'Run the tests alone', exec: 'jest --ci', receiveArgs: true });
project.addTask('test:e2e', { description: 'Run the tests on the cluster of KUBECONFIG, which is for trials', exec: 'jest --ci --config test/e2e/jest.config.json', receiveArgs: true });
project.addTask('test:package', {
  description: 'Try the packages for npm and PyPI, made of what is compiled, outside the repository',
  exec: 'jest --ci --config test/package/jest.config.json',
  receiveArgs: true,
});
const peers = project.addTask('test:peers', { description: 'Run the tests of the constructs with the newest peers that users may have; `npm ci` takes back what it installs' });
peers.exec(`npm install --no-save ${project.deps.all.filter(({ type }) => type === DependencyType.PEER).map(({ name, version }) => `${name}@${version}`).join(' ')}`);
peers.exec(`jest --ci ${[...CONSTRUCTS, 'validation'].map(room => `test/${room}/`).join(' ')}`);
const random = project.addTask('test:random', {
  description: 'Run the tests with cases that no run has met before, where they say what is true of all',
  exec: 'jest --ci',
  receiveArgs: true,
  env: { RANDOM_CASES: '1' },
});
const jobOf = (task: Task): Job => ({
  runsOn: ['ubuntu-latest'],
  permissions: { contents: JobPermission.READ },
  tools: { node: { version: '20' } },
  steps: [WorkflowSteps.checkout(), { name: 'Install dependencies', run: 'npm ci' }, { name: task.name, run: `npx projen ${task.name}` }],
});
project.github!.tryFindWorkflow('build')!.addJob('peers', jobOf(peers));
const weekly = project.github!.addWorkflow('weekly');
weekly.on({ schedule: [{ cron: '0 5 * * 1' }], workflowDispatch: {} });
weekly.addJob('random', jobOf(random));
project.addTask('coverage', { description: 'Run the tests and check how much of the code they cover', exec: 'jest --ci --coverage', receiveArgs: true });
const mutation = project.addTask('mutation', { description: 'Change the code of the rooms that must not be wrong in thousands of ways, and see whether tests notice' });
const mutatedRooms = ['address', 'subject', 'config', 'network', 'reachability'];
mutation.exec('rm -fr reports/mutation');
for (const room of mutatedRooms) mutation.exec(`MUTATED_ROOM=${room} stryker run test/mutation/stryker.config.mjs`);
mutation.exec(`node --import tsx scripts/mutation-table.ts ${mutatedRooms.join(' ')}`);
project.testTask.reset();
for (const task of [project.defaultTask!, rules, project.compileTask, project.tasks.tryFind('docgen')!, compat]) project.testTask.spawn(task);
project.testTask.exec('tsc --noEmit -p test');
project.testTask.exec('tsc --noEmit -p examples');
for (const task of [project.eslint!.eslintTask, jest]) project.testTask.spawn(task);

project.synth();
