// All in-editor tests: the same ones run in every host. Mocha must be set up before this is loaded.
import './activation.test';
import './citations.test';
import './completion.test';
import './hover.test';
import './team.test';
