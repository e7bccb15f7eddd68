// The victim test: what happens to /status while /compute is loaded. /status goes on alone for ALONE, then beside /compute
// for DURATION. Starts are displaced at random, because two regular streams lock in phase with one another.
//
//   BASE_URL      http://127.0.0.1:8080  the service      JITTER        1      random delay of a start, in intervals
//   ALONE         10s   /status alone                     DURATION      30s    /status beside /compute
//   STATUS_RATE   20    starts per second                 COMPUTE_RATE  10     starts per second
//   DELAY         100ms what /status waits for            CPU           20ms   what /compute burns
//   STATUS_P99    500   bound on p99, ms                  COMPUTE_P99   1000   bound on p99, ms
//   VUS           2·rate+JITTER+10, for each scenario     SEED          1      of the delays
//   TIMEOUT       35s   of a request                      SUMMARY       k6-mixed.json
import exec from 'k6/execution';
import { constant, constantScenario, millis, number, objective, request, summaryOf, summaryTrendStats, text }
  from './lib/gilbench.js';

const jitter = number('JITTER', 1);
const alone = millis('ALONE', '10s');
const duration = millis('DURATION', '30s');
const statusRate = number('STATUS_RATE', 20, 0.001);
const computeRate = number('COMPUTE_RATE', 10, 0.001);
const statusPath = `/status?delay=${text('DELAY', '100ms')}`;
const computePath = `/compute?cpu=${text('CPU', '20ms')}`;
const statusTimes = constant(statusRate);
const computeTimes = constant(computeRate);
const statusP99 = number('STATUS_P99', 500);
const phases = alone > 0 ? { 'phase:alone': statusP99, 'phase:beside': statusP99 } : { 'phase:beside': statusP99 };

export const options = {
  scenarios: {
    status: constantScenario(statusRate, alone + duration, jitter, { exec: 'status' }),
    compute: constantScenario(computeRate, duration, jitter, { exec: 'compute', startTime: `${alone}ms` }),
  },
  thresholds: objective({ ...phases, status: statusP99, compute: number('COMPUTE_P99', 1000) }),
  summaryTrendStats,
};

export function status() {
  const phase = statusTimes.due(exec.scenario.iterationInTest) < alone ? 'alone' : 'beside';
  request('status', statusPath, statusTimes, jitter, { phase });
}

export function compute() {
  request('compute', computePath, computeTimes, jitter);
}

export const handleSummary = summaryOf('mixed');
