package io.datalchemy.beam.shard;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * How far a run is, as its DoFns have counted.
 *
 * @param rows rows in finished shards
 * @param tables tables whose shards are all finished
 */
public record RunMetrics(long rows, long tables) {
  private static final String NAMESPACE = "datalchemy";
  private static final String ROWS = "rows_written";
  private static final String TABLES = "tables_written";

  static Counter rowsCounter() {
    return Metrics.counter(NAMESPACE, ROWS);
  }

  static Counter tablesCounter() {
    return Metrics.counter(NAMESPACE, TABLES);
  }

  /** What the metrics of a running or finished pipeline say. */
  public static RunMetrics of(MetricResults results) {
    MetricsFilter ours =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(NAMESPACE)).build();
    MetricQueryResults found = results.queryMetrics(ours);
    return new RunMetrics(sum(found, ROWS), sum(found, TABLES));
  }

  private static long sum(MetricQueryResults results, String name) {
    long sum = 0;
    for (MetricResult<Long> counter : results.getCounters()) {
      if (counter.getName().getName().equals(name)) {
        sum += counter.getAttempted();
      }
    }
    return sum;
  }
}
