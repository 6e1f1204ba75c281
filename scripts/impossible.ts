import { impossiblePage } from '../test/impossible/page';

process.stdout.write(impossiblePage());
