// All in-editor tests: the same ones run in every host. Mocha must be set up before this is loaded.
import './activation.test';
import './agents.test';
import './citations.test';
import './completion.test';
import './hover.test';
import './settings.test';
import './silence.test';
import './slice.test';
import './pages.test';
import './review.test';
import './team.test';
import './security.test';
import './faults.test';
