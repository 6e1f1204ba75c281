import { Construct } from 'constructs';
import { checkOptions, inSeconds, OptionRule, textLike } from './option-checks';
import { NatsScrapeOptions } from '../nats-scrape-options';

const PATH = textLike(/^\/\S*$/, 'write a path that begins with a slash, such as /metrics');
const PORT_NAME = textLike(/^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/,
  'write the name of a container port: lowercase letters, digits and hyphens, at most 15');
const INTERVAL: OptionRule = { holds: value => Number.isInteger(value) && Number(value) > 0, instead: 'write whole seconds' };

/** @throws if Prometheus could not scrape by an option */
export function checkScraping(scope: Construct, { metricsPath, metricsPort, interval, exporter }: NatsScrapeOptions): void {
  checkOptions(scope, [
    ['metricsPath', metricsPath, PATH],
    ['metricsPort', metricsPort, PORT_NAME],
    ['interval in seconds', inSeconds(interval), INTERVAL],
    ['exporter.portName', exporter?.portName, PORT_NAME],
  ]);
}
