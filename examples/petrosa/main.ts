import { App } from 'cdk8s';
import { addPetrosa } from './petrosa';

const app = new App();
addPetrosa(app);
app.synth();
