// /status, which waits on a slow API, at a constant rate.
//
//   BASE_URL  http://127.0.0.1:8080  the service          RATE      20     starts per second
//   DURATION  30s                    how long             DELAY     100ms  what each request waits for
//   P99       500                    bound on p99, ms     JITTER    0      random delay of a start, in intervals
//   VUS       2·RATE+JITTER+10       virtual users        SEED      1      of the delays
//   TIMEOUT   35s                    of a request         SUMMARY   k6-status.json
import { constant, constantScenario, millis, number, objective, request, summaryOf, summaryTrendStats, text }
  from './lib/gilbench.js';

const rate = number('RATE', 20, 0.001);
const jitter = number('JITTER', 0);
const path = `/status?delay=${text('DELAY', '100ms')}`;
const timetable = constant(rate);

export const options = {
  scenarios: { status: constantScenario(rate, millis('DURATION', '30s'), jitter) },
  thresholds: objective({ status: number('P99', 500) }),
  summaryTrendStats,
};

export default function () {
  request('status', path, timetable, jitter);
}

export const handleSummary = summaryOf('status');
