import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { commandFaults } from './commands';
import { Block } from './pages';
import { ManifestSet, readText } from '../../../src/manifest';
import { PetrosaValidation } from '../../../src/validation';
import { readConfiguration, RULES, verify } from '../../../src/verify';
import { PROJECT } from '../../support/shared';

type Yaml = Readonly<Record<string, any>>;

/** What a document of YAML may be. */
interface Shape {
  readonly is: (document: Yaml, page: string) => unknown;
  readonly faults: (document: Yaml, text: string) => readonly unknown[] | Promise<readonly unknown[]>;
}

const codes = RULES.map(({ code }) => code);

/** A shape that nothing checks is none. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'a manifest': {
    is: ({ apiVersion, kind, metadata }) => apiVersion && kind && metadata?.name,
    faults: (_, text) => {
      const { documents, problems } = readText('block.yaml', text);
      return verify(new ManifestSet({ files: documents }), problems).findings.filter(({ code }) => /^(FILE|OBJ50)/.test(code));
    },
  },
  'a part of what the quickstart renders, with which docs.test.ts compares it': {
    is: ({ kind }, page) => kind && page === 'README.md',
    faults: () => [],
  },
  'a workflow of GitHub': {
    is: ({ jobs }) => jobs,
    faults: document => commandFaults(scriptsIn(document).join('\n')),
  },
  'jobs of GitLab': {
    is: document => Object.values(document).every(job => job?.script),
    faults: document => commandFaults(scriptsIn(document).join('\n')),
  },
  'a configuration of pre-commit': {
    is: ({ repos }) => repos,
    faults: ({ repos }) => {
      const [hooks] = parseAllDocuments(readFileSync(join(PROJECT, '.pre-commit-hooks.yaml'), 'utf8'));
      const ids = (hooks.toJS() as Yaml[]).map(({ id }) => id);
      return repos.flatMap((repo: Yaml) => repo.hooks).filter((hook: Yaml) => !ids.includes(hook.id));
    },
  },
  'a cdk8s.yaml': {
    is: ({ validations }) => validations,
    faults: ({ validations }) => validations.filter((each: Yaml) => each.class !== PetrosaValidation.name),
  },
  'the annotation that leaves a finding out': {
    is: ({ metadata, ...rest }) => metadata?.annotations && Object.keys(rest).length === 0,
    faults: ({ metadata }) => Object.entries(metadata.annotations).filter(([key, reason]) => !reason || !codes.some(code => key === `petrosa-nats/ignore.${code}`)),
  },
  'a configuration of petrosa-nats': {
    is: ({ severities, suppressions }) => severities ?? suppressions,
    faults: (_, text) => readConfiguration('petrosa-nats.yaml', text, codes).problems,
  },
};

/** What is wrong with a block of YAML, by what its documents are. */
export async function yamlFaults({ page, code }: Block): Promise<unknown[]> {
  const faults = await Promise.all(parseAllDocuments(code).map((document) => {
    if (document.errors.length > 0) return document.errors;
    const value = document.toJS() as Yaml;
    const shape = Object.values(SHAPES).find(({ is }) => is(value, page));
    return shape ? shape.faults(value, String(document)) : ['no test checks what this is'];
  }));
  return faults.flat();
}

/** The scripts in a pipeline. */
export function scriptsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (['run', 'script'].includes(key) ? [inner].flat().map(String) : scriptsIn(inner)));
}
