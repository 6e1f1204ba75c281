import { Chart } from 'cdk8s';
import { PetrosaApp } from 'cdk8s-petrosa';
import { COUNT, NAMESPACE, OUTPUT } from './arguments';
import { kplusApplication } from './kplus-application';

const app = new PetrosaApp({ outdir: OUTPUT });
for (let i = 0; i < COUNT; i++) kplusApplication(new Chart(app, `app-${i}`, { namespace: NAMESPACE }), `app-${i}`);
app.synth();
