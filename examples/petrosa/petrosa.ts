import { App } from 'cdk8s';
import { Cio } from './cio';
import { DataExtractor } from './data-extractor';
import { PetrosaPlatform } from './platform';
import { RealtimeStrategies } from './realtime-strategies';
import { TaBot } from './ta-bot';

/** Adds the systems of the platform to an app, one chart each. */
export function addPetrosa(app: App): void {
  const platform = new PetrosaPlatform(app);
  for (const System of [DataExtractor, RealtimeStrategies, TaBot, Cio]) new System(app, platform);
}
