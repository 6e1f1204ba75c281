/** What runs generated code. The constructs are given from outside, since the engine loads none of them. */
export interface Toolchain {
  /** TypeScript to CommonJS, without a look at types. */
  readonly transpile: (text: string) => string;

  /** A package that generated code imports. */
  readonly load: (module: string) => unknown;
}
