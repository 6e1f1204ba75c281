import { PetrosaApp } from 'cdk8s-petrosa';
import { OUTPUT } from './arguments';
import { handwrittenApplications } from './handwritten-applications';

const app = new PetrosaApp({ outdir: OUTPUT });
handwrittenApplications(app);
app.synth();
