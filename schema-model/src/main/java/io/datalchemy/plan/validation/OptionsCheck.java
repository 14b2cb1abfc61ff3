package io.datalchemy.plan.validation;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Options;
import io.datalchemy.problem.NearMatch;
import java.math.BigDecimal;
import java.util.List;

/** Are the plan's options within their bounds, and its locales known? */
final class OptionsCheck {
  private OptionsCheck() {}

  static void check(PlanInSchema context) {
    context
        .plan()
        .global()
        .flatMap(GenerationPlan.Global::locale)
        .ifPresent(locale -> checkLocale(context, locale, "/global/locale"));
    context.plan().options().ifPresent(options -> checkBounds(context, options));
  }

  /** Whether the generators know the locale; if not, the problem is told. */
  static boolean checkLocale(PlanInSchema context, String locale, String path) {
    List<String> known = context.catalogue().locales();
    if (!known.contains(locale)) {
      context.error(
          "unknown_locale",
          path,
          "locale '" + locale + "': must be one that the generators know",
          NearMatch.hint(locale, known));
    }
    return known.contains(locale);
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
