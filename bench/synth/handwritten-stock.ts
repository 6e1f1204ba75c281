import { App } from 'cdk8s';
import { OUTPUT } from './arguments';
import { handwrittenApplications } from './handwritten-applications';

const app = new App({ outdir: OUTPUT });
handwrittenApplications(app);
app.synth();
