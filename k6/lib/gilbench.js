// What all scripts share: knobs, scenarios of the open model, requests with their Server-Timing, response times from the
// intended start, thresholds and the summary. k6 1.8 and 2.x.
import { check, sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { Trend } from 'k6/metrics';

// ---- knobs ----------------------------------------------------------------------------------------------------------

/** The text of an environment variable. */
export function text(name, otherwise) {
  return __ENV[name] === undefined || __ENV[name] === '' ? otherwise : __ENV[name];
}

/** The number of an environment variable, at least `least`. */
export function number(name, otherwise, least = 0) {
  const value = Number(text(name, otherwise));
  if (!(value >= least && Number.isFinite(value))) {
    throw new Error(`${name}: ${text(name, otherwise)} must be a number of at least ${least}`);
  }
  return value;
}

/** The milliseconds of an environment variable such as 500ms, 30s, 1m30s, 8h. */
export function millis(name, otherwise) {
  const units = { ms: 1, s: 1000, m: 60000, h: 3600000 };
  const value = text(name, otherwise);
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) {
    throw new Error(`${name}: ${value} must be a duration such as 500ms, 30s, 1m30s or 8h`);
  }
  let sum = 0;
  for (const [, amount, unit] of value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    sum += Number(amount) * units[unit];
  }
  return sum;
}

const baseUrl = text('BASE_URL', 'http://127.0.0.1:8080');
const timeout = text('TIMEOUT', '35s');
const seed = number('SEED', 1);

// ---- the open model -------------------------------------------------------------------------------------------------

// k6 takes whole rates: so many in 1000 s.
const UNIT = '1000s';
const PER_UNIT = 1000;

/** Virtual users for a rate: enough for answers of 2 s, and for the starts that JITTER holds back. */
function users(rate, jitter) {
  return number('VUS', Math.ceil(2 * rate + jitter) + 10, 1);
}

/** A timetable at a constant rate: start i is due at i / rate. */
export function constant(rate) {
  return { due: (i) => (i / rate) * 1000, interval: () => 1000 / rate };
}

/**
 * The timetable of a ramp: the rate goes linearly from `from` to `to` in `ms`. k6 begins with start 0 when the integrated
 * rate a·t + k·t²/2 reaches 1, so start i is due at its inverse at i + 1, in the form that neither cancels nor divides by 0.
 */
export function ramp(from, to, ms) {
  const slope = (to - from) / (ms / 1000);
  const due = (i) => (2000 * (i + 1)) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * (i + 1))));
  return { due, interval: (i) => due(i + 1) - due(i) };
}

/** A scenario at a constant rate. */
export function constantScenario(rate, ms, jitter, more = {}) {
  const vus = users(rate, jitter);
  return {
    executor: 'constant-arrival-rate',
    rate: Math.round(rate * PER_UNIT),
    timeUnit: UNIT,
    duration: `${ms}ms`,
    preAllocatedVUs: vus,
    maxVUs: vus,
    gracefulStop: '40s',
    ...more,
  };
}

/** A scenario on a ramp. */
export function rampScenario(from, to, ms, vus, more = {}) {
  return {
    executor: 'ramping-arrival-rate',
    startRate: Math.round(from * PER_UNIT),
    timeUnit: UNIT,
    stages: [{ target: Math.round(to * PER_UNIT), duration: `${ms}ms` }],
    preAllocatedVUs: vus,
    maxVUs: vus,
    gracefulStop: '40s',
    ...more,
  };
}

/** Uniform on [0, 1), fixed by SEED and the number of the start (the finalizer of MurmurHash3, twice). */
function uniform(i) {
  let h = Math.imul(seed, 0x9e3779b1) ^ i;
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h = (h ^ (h >>> 16)) + 0x9e3779b9;
  }
  return (h >>> 0) / 4294967296;
}

// ---- response time from the intended start --------------------------------------------------------------------------

const responseTime = new Trend('response_time', true);
const gilWait = new Trend('gil_wait', true);
const queueWait = new Trend('queue_wait', true);
const pythonCpu = new Trend('python_cpu', true);
const ioWait = new Trend('io_wait', true);

// Start and now are told to the millisecond.
const RESOLUTION = 1;
const LATE_FOR_GOOD = 20;

/**
 * Response times of one virtual user. k6 gives a dropped start no number, so that after the first drop every later start
 * looks at least an interval late, for good. A start that late is therefore held back until one of the same virtual user
 * is on time again, which proves that none was dropped; 20 in a row end the recording.
 */
class Responses {
  constructor() {
    this.held = [];
    this.ended = false;
  }

  add(late, interval, value, tags) {
    if (this.ended) {
      return;
    }
    this.held.push([value, tags]);
    if (late < Math.max(interval - RESOLUTION, 2 * RESOLUTION)) {
      this.held.forEach(([each, itsTags]) => responseTime.add(each, itsTags));
      this.held = [];
    } else if (this.held.length >= LATE_FOR_GOOD) {
      this.held = [];
      this.ended = true;
    }
  }
}

const responses = {};

/**
 * Makes the request that is due now: waits out its random delay, asks, checks the answer, and records. The intended start
 * includes the delay; the response time includes waiting for a connection and connecting.
 *
 * @param endpoint a tag: what is asked for
 * @param path with its query
 * @param timetable of this scenario
 * @param jitter intervals by which a start is delayed at most
 */
export function request(endpoint, path, timetable, jitter = 0, more = {}) {
  const tags = { endpoint, ...more };
  const i = exec.scenario.iterationInTest;
  const due = exec.scenario.startTime + timetable.due(i);
  const late = Date.now() - due;
  const delay = jitter === 0 ? 0 : uniform(i) * jitter * timetable.interval(i);
  if (delay > 0) {
    sleep(Math.max(0, delay - Math.max(0, late)) / 1000);
  }
  const response = http.get(baseUrl + path, { tags: { name: endpoint, ...tags }, timeout, redirects: 0 });
  const took = Math.max(0, Date.now() - due - delay);
  const mine = (responses[exec.scenario.name] = responses[exec.scenario.name] || new Responses());
  mine.add(late, timetable.interval(i), took, tags);
  check(
    response,
    {
      'status is 200': (r) => r.status === 200,
      'outcome is completed': (r) => typeof r.body === 'string' && r.body.includes('"outcome":"completed"'),
      'Server-Timing has every part': (r) => parts(r, tags),
    },
    tags,
  );
  return response;
}

/** Records the parts of the Server-Timing header; whether all were there. */
function parts(response, tags) {
  const timing = {};
  for (const metric of (response.headers['Server-Timing'] || '').split(',')) {
    const [name, ...parameters] = metric.split(';').map((each) => each.trim());
    const duration = parameters.find((each) => each.startsWith('dur='));
    if (duration !== undefined) {
      timing[name] = Number(duration.slice(4));
    }
  }
  const wanted = [[queueWait, 'queue'], [gilWait, 'gil-wait'], [pythonCpu, 'python'], [ioWait, 'io']];
  const there = wanted.filter(([, name]) => Number.isFinite(timing[name]));
  there.forEach(([trend, name]) => trend.add(timing[name], tags));
  return there.length === wanted.length;
}

// ---- objective and summary ------------------------------------------------------------------------------------------

/** What must hold: nothing dropped, every check passed, and for each endpoint (or any `tag:value`) a p99 in ms. */
export function objective(p99) {
  const thresholds = { dropped_iterations: ['count==0'], checks: ['rate==1'] };
  for (const [of, bound] of Object.entries(p99)) {
    const tag = of.includes(':') ? of : `endpoint:${of}`;
    thresholds[`response_time{${tag}}`] = [`p(99)<${bound}`];
    thresholds[`http_req_duration{${tag}}`] = [`p(99)<${bound}`];
  }
  return thresholds;
}

export const summaryTrendStats = ['avg', 'min', 'med', 'p(90)', 'p(95)', 'p(99)', 'max', 'count'];

/** A handleSummary: a few lines for people, and everything as JSON in the file that SUMMARY names. */
export function summaryOf(script, extend = () => ({ lines: [], values: {} })) {
  return (data) => {
    const { lines, values } = extend(data);
    const json = { script, ...values, state: data.state, metrics: data.metrics };
    return {
      [text('SUMMARY', `k6-${script}.json`)]: JSON.stringify(json, null, 2),
      stdout: [...table(script, data), ...lines].join('\n') + '\n',
    };
  };
}

const LINES = /^(response_time|http_req_duration|queue_wait|gil_wait|python_cpu|io_wait)({|$)/;

function table(script, data) {
  const all = Object.entries(data.metrics).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [`\n${script}, ms`.padEnd(48) + '       n       p50       p95       p99       max'];
  for (const [name, { values }] of all.filter(([each]) => LINES.test(each) && !/expected_response/.test(each))) {
    const numbers = [values.med, values['p(95)'], values['p(99)'], values.max].map((each) => (each || 0).toFixed(2));
    lines.push(name.padEnd(47) + [values.count, ...numbers].map((each, k) => `${each}`.padStart(k ? 10 : 8)).join(''));
  }
  const count = (name) => (data.metrics[name] ? data.metrics[name].values.count || 0 : 0);
  lines.push(`${count('http_reqs')} requests, ${count('dropped_iterations')} dropped`);
  for (const [name, { thresholds }] of all) {
    for (const [bound, { ok }] of Object.entries(thresholds || {})) {
      if (!ok) {
        lines.push(`missed: ${name} ${bound}`);
      }
    }
  }
  return lines;
}
