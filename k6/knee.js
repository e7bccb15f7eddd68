// Where the service stops keeping up: the rate of one endpoint grows from FROM to TO, past saturation. Dropping is part of
// it: no objective on drops or p99. It ends with 0 when it found a knee: at most 5 % of the answers in the first fifth of the
// ramp came after LIMIT, and at least 50 % in its last quarter.
//
//   BASE_URL  http://127.0.0.1:8080  the service          FROM      5      starts per second at the beginning
//   DURATION  60s                    how long             TO        150    starts per second at the end
//   TARGET    /compute?cpu=20ms      what is asked for    LIMIT     500    ms after which an answer is past the knee
//   STEPS     10                     parts of the ramp in the summary
//   VUS       300                    virtual users        TIMEOUT   35s    of a request
//   SUMMARY   k6-knee.json
import exec from 'k6/execution';
import { Counter, Rate } from 'k6/metrics';
import { millis, number, ramp, rampScenario, request, summaryOf, summaryTrendStats, text } from './lib/gilbench.js';

const from = number('FROM', 5, 0.001);
const to = number('TO', 150, from);
const duration = millis('DURATION', '60s');
const target = text('TARGET', '/compute?cpu=20ms');
const limit = number('LIMIT', 500, 1);
const steps = Math.floor(number('STEPS', 10, 4));
const timetable = ramp(from, to, duration);

const pastKnee = new Rate('past_knee');
const within = new Counter('within_limit');

// A bound that always holds gives k6 a sub-metric for the summary.
const shown = {};
for (let step = 0; step < steps; step++) {
  shown[`past_knee{step:${step}}`] = ['rate>=0'];
  shown[`within_limit{step:${step}}`] = ['count>=0'];
}

export const options = {
  scenarios: { knee: rampScenario(from, to, duration, number('VUS', 300, 1)) },
  thresholds: { ...shown, 'past_knee{part:early}': ['rate<=0.05'], 'past_knee{part:late}': ['rate>=0.5'] },
  summaryTrendStats,
};

export default function () {
  // By the clock: after the first drop the number of a start no longer tells when it was due.
  const share = Math.min(0.999999, (Date.now() - exec.scenario.startTime) / duration);
  const part = share < 0.2 ? 'early' : share < 0.75 ? 'middle' : 'late';
  const step = `${Math.floor(share * steps)}`;
  const response = request('knee', target, timetable);
  const past = response.status !== 200 || response.timings.blocked + response.timings.duration > limit;
  pastKnee.add(past, { part, step });
  within.add(past ? 0 : 1, { step });
}

/** The knee is where the first step begins of which more than 10 % came past the limit. */
function knee(data) {
  const seconds = duration / 1000 / steps;
  const values = (name) => (data.metrics[name] ? data.metrics[name].values : {});
  const seen = [];
  for (let step = 0; step < steps; step++) {
    seen.push({
      offered: from + ((to - from) * (step + 0.5)) / steps,
      answered: (values(`within_limit{step:${step}}`).count || 0) / seconds,
      past: values(`past_knee{step:${step}}`).rate || 0,
    });
  }
  const held = (name) => Object.values((data.metrics[name] || {}).thresholds || {}).every(({ ok }) => ok);
  const found = held('past_knee{part:early}') && held('past_knee{part:late}');
  const first = seen.findIndex(({ past }) => past > 0.1);
  const at = from + ((to - from) * first) / steps;
  const lines = seen.map(({ offered, answered, past }) =>
    `${offered.toFixed(1)}/s offered, ${answered.toFixed(1)}/s within ${limit} ms, ${(100 * past).toFixed(1)} % past it`);
  lines.push(found && first > 0 ? `knee: from ${at.toFixed(1)}/s on` : 'no knee found');
  return { lines, values: { knee: { found, steps: seen, ...(found && first > 0 ? { rate: at } : {}) } } };
}

export const handleSummary = summaryOf('knee', knee);
