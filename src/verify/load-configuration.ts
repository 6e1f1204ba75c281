import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { Configuration, CONFIGURATION_FILE, readConfiguration } from './configuration';
import { RULES } from './rules';

/** Says what the user has to change in a configuration file. */
export class ConfigurationError extends Error {}

const NO_CONFIGURATION: Configuration = { options: {}, clusterState: [], closedWorld: false, problems: [] };

/**
 * Reads the configuration file that is named, else the one of the current folder, where there is one. The paths in it become relative to the
 * current folder.
 * @throws ConfigurationError if the file cannot be read or anything in it is wrong
 */
export function loadConfiguration(named?: string): Configuration {
  const file = named ?? CONFIGURATION_FILE;
  if (named === undefined && !existsSync(file)) return NO_CONFIGURATION;
  const configuration = readConfiguration(file, read(file), RULES.map(({ code }) => code));
  const faults = configuration.problems.map(({ position, message, fix }) => `${position.file}:${position.line}:${position.column} ${message}; ${fix}`);
  if (faults.length > 0) throw new ConfigurationError(['the configuration is wrong', ...faults].join('\n  '));
  return { ...configuration, clusterState: configuration.clusterState.map(path => join(dirname(file), path)) };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`the configuration file ${file} cannot be read: ${(error as Error).message}`);
  }
}
