import { AdoptedApp } from '../adopted-app';
import { fileName, printChart, printMain } from '../code';
import { withImageConstants, withTables, withTextConstants } from '../tables';
import { PackageVersions } from './versions';

/** What a generated app needs to run, and is not needed to compile it elsewhere. */
const TOOLS = ['@types/node', 'cdk8s-cli', 'ts-node', 'typescript'];

/**
 * The TypeScript of an app, by the names of its files.
 *
 * @throws Error  where two files have one name
 */
export function sourceFiles({ charts }: AdoptedApp): Map<string, string> {
  const files = new Map([['main.ts', printMain(charts)]]);
  for (const chart of charts) {
    const file = `${fileName(chart)}.ts`;
    if (files.has(file)) throw new Error(`two files of the app would be named ${file}`);
    files.set(file, printChart(withImageConstants(withTables(withTextConstants(chart)))));
  }
  return files;
}

/** The files that make a project of the TypeScript of an app, as `cdk8s init` writes them. */
export function projectFiles(name: string, versions: PackageVersions): Map<string, string> {
  return new Map([
    ['package.json', json(packageJson(name, versions))],
    ['tsconfig.json', json(TSCONFIG)],
    ['cdk8s.yaml', 'language: typescript\napp: npx ts-node main.ts\noutput: dist\n'],
    ['.gitignore', 'node_modules/\ndist/\n'],
  ]);
}

function packageJson(name: string, { version, peerDependencies, devDependencies }: PackageVersions): object {
  return {
    name: packageName(name),
    version: '0.0.0',
    private: true,
    scripts: { compile: 'tsc --noEmit', synth: 'cdk8s synth' },
    dependencies: { 'cdk8s-petrosa': `^${version}`, ...peerDependencies },
    devDependencies: Object.fromEntries(TOOLS.map(tool => [tool, devDependencies[tool]])),
  };
}

const TSCONFIG = {
  compilerOptions: {
    module: 'node16',
    noEmit: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    skipLibCheck: true,
    strict: true,
    target: 'ES2022',
    types: ['node'],
  },
  include: ['*.ts'],
};

/** A name that npm takes. */
function packageName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d._-]+/g, '-').replace(/^[._-]+|-+$/g, '') || 'app';
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
