/** What surrounds the program where it is operated: image, compose file, Prometheus, Grafana, Kubernetes. */
package gilbench.operation;
