package io.datalchemy.plan.validation;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Options;
import java.math.BigDecimal;

/** Are the plan's options within their bounds? */
final class OptionsCheck {
  private OptionsCheck() {}

  static void check(PlanInSchema context) {
    context.plan().options().ifPresent(options -> checkBounds(context, options));
  }

  private static void checkBounds(PlanInSchema context, Options options) {
    options.nullRate().ifPresent(rate -> checkRate(context, rate, "/options/null_rate"));
    options
        .scale()
        .filter(scale -> scale.signum() <= 0)
        .ifPresent(
            scale ->
                context.error(
                    "scale_out_of_range",
                    "/options/scale",
                    "options.scale: must be above 0, was " + scale.toPlainString(),
                    "2 doubles the rows of every target"));
    options
        .shardRows()
        .filter(rows -> rows < 1)
        .ifPresent(
            rows ->
                context.error(
                    "shard_rows_out_of_range",
                    "/options/shard_rows",
                    "options.shard_rows: must be at least 1, was " + rows,
                    "leave it out for " + GenerationPlan.DEFAULT_SHARD_ROWS));
  }

  static void checkRate(PlanInSchema context, BigDecimal rate, String path) {
    if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      context.error(
          "null_rate_out_of_range",
          path,
          "null_rate: must be within 0 and 1, was " + rate.toPlainString(),
          "0.1 makes every tenth row NULL");
    }
  }
}
