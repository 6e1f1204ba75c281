import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** The peer of the quickstart: an app that loads cdk8s-plus and renders one object. */
const app = new App();
new kplus.ConfigMap(new Chart(app, 'empty'), 'config', { data: { KEY: 'value' } });
app.synth();
