import { incidentsPage } from '../test/replay/incidents-page';
import { allIncidents } from '../test/replay/support';

process.stdout.write(incidentsPage(allIncidents()));
