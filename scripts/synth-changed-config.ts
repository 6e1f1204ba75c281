import { App } from 'cdk8s';
import { Config } from 'cdk8s-petrosa';
import { addPetrosa } from '../examples/petrosa/petrosa';

/** The platform after a change of every ConfigMap that it owns, as the next deployment would bring it. */
const app = new App();
addPetrosa(app);
for (const construct of app.node.findAll()) {
  if (construct instanceof Config && construct.owned) construct.addData('CHANGED', 'yes');
}
app.synth();
