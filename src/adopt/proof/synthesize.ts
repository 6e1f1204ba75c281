import { Toolchain } from './toolchain';

/** What an app rendered. */
export interface Synthesis {
  /** All manifests, as one stream. */
  readonly yaml: string;

  /** What the synth printed: the warnings of constructs, a line each. */
  readonly warnings: readonly string[];
}

/** The part of `App` of cdk8s that is used. */
interface RenderedApp {
  synthYaml(): string;
}
type AppClass = new (...args: readonly unknown[]) => RenderedApp;

/**
 * Runs `main.ts` of generated files in this process. Nothing is written: where the app would write its manifests they are returned.
 *
 * @throws what the generated code throws: the error of a construct, or of the validation at synth
 */
export function synthesize(files: ReadonlyMap<string, string>, toolchain: Toolchain): Synthesis {
  const rendered: string[] = [];
  const warnings: string[] = [];
  const { error } = console;
  console.error = (...texts: readonly unknown[]) => void warnings.push(texts.join(' '));
  try {
    new ModuleRunner(files, toolchain, rendered).run('main.ts');
  } finally {
    console.error = error;
  }
  return { yaml: rendered.join('---\n'), warnings };
}

class ModuleRunner {
  private readonly modules = new Map<string, object>();

  constructor(private readonly files: ReadonlyMap<string, string>, private readonly toolchain: Toolchain, private readonly rendered: string[]) {}

  run(file: string): object {
    const known = this.modules.get(file);
    if (known) return known;
    const exports = {};
    this.modules.set(file, exports);
    const code = this.toolchain.transpile(this.files.get(file) ?? '');
    // The code is our own, of this moment.
    new Function('require', 'exports', `${code}\n//# sourceURL=${file}`)((module: string) => this.load(module), exports);
    return exports;
  }

  private load(module: string): unknown {
    if (module.startsWith('./')) return this.run(`${module.slice('./'.length)}.ts`);
    const loaded = this.toolchain.load(module);
    return module === 'cdk8s' ? { ...loaded as object, App: recording((loaded as { readonly App: AppClass }).App, this.rendered) } : loaded;
  }
}

/** The class `App`, whose synth keeps the manifests instead of writing them. */
function recording(App: AppClass, rendered: string[]): AppClass {
  return class extends App {
    synth(): void {
      rendered.push(this.synthYaml());
    }
  };
}
