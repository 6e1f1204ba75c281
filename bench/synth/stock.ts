import { App, Chart } from 'cdk8s';
import { COUNT, NAMESPACE, OUTPUT } from './arguments';
import { kplusApplication } from './kplus-application';

const app = new App({ outdir: OUTPUT });
for (let i = 0; i < COUNT; i++) kplusApplication(new Chart(app, `app-${i}`, { namespace: NAMESPACE }), `app-${i}`);
app.synth();
