/** The parts of a package.json that say which versions a generated app needs. */
export interface PackageVersions {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
