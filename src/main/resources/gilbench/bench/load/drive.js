// Sends what `gilbench run --driver k6` asks for; read with its sample stream, not by people.
// Metadata of samples: request = user turn iteration delay-µs sent-ms; answer = end Server-Timing.
import { sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { Trend } from 'k6/metrics';

const env = (name) => Number(__ENV[name]);
const vus = env('VUS');
const ends = env('END_MS');
const thinkTime = env('THINK_MS');
const turns = env('TURNS');
const period = env('PERIOD_MS');
const displacement = env('DISPLACEMENT_MS');
const seed = env('SEED');
const gracefulStop = `${env('GRACE_MS')}ms`;
const params = { timeout: `${env('TIMEOUT_MS')}ms`, redirects: 0, responseType: 'text' };

const scenarios = {
  open: {
    executor: 'constant-arrival-rate',
    rate: env('RATE'),
    timeUnit: '1000s',
    duration: `${ends}ms`,
    preAllocatedVUs: vus,
    maxVUs: vus,
    gracefulStop,
  },
  users: { executor: 'constant-vus', vus, duration: `${ends}ms`, gracefulStop },
  turns: { executor: 'per-vu-iterations', vus, iterations: turns, maxDuration: `${ends}ms`, gracefulStop },
};
export const options = { scenarios: { drive: scenarios[__ENV.KIND] }, systemTags: ['error_code'] };

const began = new Trend('gilbench_began');
const answered = new Trend('gilbench_answered');

export default function () {
  const i = exec.scenario.iterationInTest;
  const turn = exec.vu.iterationInScenario;
  const delay = uniform(i) * displacement;
  if (i === 0) {
    began.add(exec.scenario.startTime);
  }
  if (__ENV.KIND === 'open' && i * period + delay >= ends) {
    return;
  }
  if (delay > 0) {
    sleep(delay / 1000);
  }
  const metadata = exec.vu.metrics.metadata;
  const sent = Date.now() - exec.scenario.startTime;
  metadata.request = `${exec.vu.idInTest} ${turn} ${i} ${Math.round(delay * 1000)} ${sent}`;
  const response = http.get(__ENV.URL, params);
  metadata.answer = `${end(response)} ${(response.headers['Server-Timing'] || '').replace(/&/g, ' ')}`;
  answered.add(1);
  delete metadata.answer;
  delete metadata.request;
  if (thinkTime > 0 && turn + 1 !== turns) {
    sleep(Math.max(0, Math.min(thinkTime, ends + 1 - (Date.now() - exec.scenario.startTime))) / 1000);
  }
}

/** How the request ended: by the body of a 200, by the last path segment of the problem's type otherwise. */
function end(response) {
  const body = response.body || '';
  if (response.status === 200) {
    const completed = body.includes('"status":"ok"') && body.includes('"outcome":"completed"');
    return completed ? 'completed' : 'bad-answer';
  }
  if (response.status === 0) {
    return response.error_code === 1050 ? 'client-timeout' : 'not-connected';
  }
  const type = /"type":"[^"]*\/([a-z-]+)"/.exec(body);
  return type && type[1] !== 'completed' ? type[1] : 'bad-answer';
}

/** Uniform on [0, 1), fixed by the seed and the number of the start (the finalizer of MurmurHash3, twice). */
function uniform(i) {
  let h = Math.imul(seed, 0x9e3779b1) ^ i;
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h = (h ^ (h >>> 16)) + 0x9e3779b9;
  }
  return (h >>> 0) / 4294967296;
}

export function handleSummary() {
  return {};
}
