import { JOBS, type JobName, type Written } from './annotate-jobs';
import { cpuTime } from './cpu-time';

/** A process that does one job once, on the article given to it, and prints the milliseconds that took. */
const [name, written] = process.argv.slice(2);
const job = await JOBS[name as JobName]();
const article = JSON.parse(written ?? '') as Written;
const began = cpuTime();
job(article);
process.stdout.write(String(cpuTime() - began));
