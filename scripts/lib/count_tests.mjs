// Prints "PASSED FAILED" of a JUnit file.
import { readFileSync } from 'node:fs';

const xml = readFileSync(process.argv[2], 'utf8');
const cases = xml.match(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
const failed = cases.filter((text) => /<(failure|error)\b/.test(text)).length;
const skipped = cases.filter((text) => /<skipped\b/.test(text)).length;
console.log(cases.length - failed - skipped, failed);
