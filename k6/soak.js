// A mixed request at a constant rate for a long time. The summary shows each quarter, so that what creeps is seen.
//
//   BASE_URL  http://127.0.0.1:8080  the service          RATE      20     starts per second
//   DURATION  1h                     how long             PROFILE   python:2ms,io:50ms  what each request does
//   P99       500                    bound on p99, ms, of each quarter
//   JITTER    1                      random delay of a start, in intervals
//   VUS       2·RATE+JITTER+10       virtual users        SEED      1      of the delays
//   TIMEOUT   35s                    of a request         SUMMARY   k6-soak.json
import exec from 'k6/execution';
import { constant, constantScenario, millis, number, objective, request, summaryOf, summaryTrendStats, text }
  from './lib/gilbench.js';

const rate = number('RATE', 20, 0.001);
const jitter = number('JITTER', 1);
const duration = millis('DURATION', '1h');
const path = `/mixed?profile=${text('PROFILE', 'python:2ms,io:50ms')}`;
const timetable = constant(rate);
const p99 = number('P99', 500);

export const options = {
  scenarios: { soak: constantScenario(rate, duration, jitter) },
  thresholds: objective({ mixed: p99, 'quarter:1': p99, 'quarter:2': p99, 'quarter:3': p99, 'quarter:4': p99 }),
  summaryTrendStats,
};

export default function () {
  const quarter = Math.min(4, 1 + Math.floor((4 * timetable.due(exec.scenario.iterationInTest)) / duration));
  request('mixed', path, timetable, jitter, { quarter: `${quarter}` });
}

export const handleSummary = summaryOf('soak');
