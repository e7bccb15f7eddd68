// /compute, which burns CPU while holding the GIL, at a constant rate.
//
//   BASE_URL  http://127.0.0.1:8080  the service          RATE      10     starts per second
//   DURATION  30s                    how long             CPU       20ms   what each request burns
//   P99       500                    bound on p99, ms     JITTER    0      random delay of a start, in intervals
//   VUS       2·RATE+JITTER+10       virtual users        SEED      1      of the delays
//   TIMEOUT   35s                    of a request         SUMMARY   k6-compute.json
import { constant, constantScenario, millis, number, objective, request, summaryOf, summaryTrendStats, text }
  from './lib/gilbench.js';

const rate = number('RATE', 10, 0.001);
const jitter = number('JITTER', 0);
const path = `/compute?cpu=${text('CPU', '20ms')}`;
const timetable = constant(rate);

export const options = {
  scenarios: { compute: constantScenario(rate, millis('DURATION', '30s'), jitter) },
  thresholds: objective({ compute: number('P99', 500) }),
  summaryTrendStats,
};

export default function () {
  request('compute', path, timetable, jitter);
}

export const handleSummary = summaryOf('compute');
