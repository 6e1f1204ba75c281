import { App } from 'cdk8s';
import { Quickstart } from './quickstart';

const app = new App();
new Quickstart(app);
app.synth();
