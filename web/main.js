import { ProgramFinder } from './program_finder.js';

// One a page: the address and the keys belong to it.
const host = document.querySelector('[data-program-finder]');
if (host) new ProgramFinder(host).start();
