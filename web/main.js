import { ProgramFinder } from './program_finder.js';

for (const host of document.querySelectorAll('[data-program-finder]')) new ProgramFinder(host).start();
