"""The one place that knows the order of the stages: the list of steps and the runner."""
