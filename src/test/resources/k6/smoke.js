// A little of everything at a constant rate, for tests that need load and nothing else.
import http from 'k6/http';
import { check } from 'k6';

const base = __ENV.BASE_URL || 'http://127.0.0.1:8080';
const duration = __ENV.DURATION || '20s';

function constant(exec, rate) {
  return { executor: 'constant-arrival-rate', exec, rate, timeUnit: '1s', duration, preAllocatedVUs: 50, maxVUs: 200 };
}

export const options = {
  scenarios: {
    status: constant('status', Number(__ENV.RATE || 20)),
    mixed: constant('mixed', 10),
    compute: constant('compute', 5),
  },
  thresholds: { checks: ['rate==1'], dropped_iterations: ['count==0'] },
};

function get(path) {
  check(http.get(`${base}${path}`), { 'status is 200': (answer) => answer.status === 200 });
}

export const status = () => get('/status?delay=100ms');
export const mixed = () => get('/mixed?profile=python:1ms,opaque:1ms,io:20ms,native:1ms');
export const compute = () => get('/compute?cpu=5ms');
