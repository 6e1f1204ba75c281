import { EXIT, ExitCode } from './exit-code';
import { InputOptions, readInputsWhole } from './inputs';
import { Io } from './io';
import { Network } from '../reachability';
import { formatConnectionsJson, formatConnectionsText } from '../report';

/** The options of `connections`. */
export interface ConnectionsOptions extends InputOptions {
  readonly format: 'text' | 'json';
}

/** Prints the connections that policies allow. */
export async function connections(paths: readonly string[], { format, ...options }: ConnectionsOptions, io: Io): Promise<ExitCode> {
  const { set, options: { zone, defaultDeny }, incomplete } = await readInputsWhole(paths, options, io);
  const found = Network.of(set, { zone, defaultDeny }).connections();
  io.out(format === 'json' ? formatConnectionsJson(found) : formatConnectionsText(found));
  return incomplete ? EXIT.error : EXIT.ok;
}
