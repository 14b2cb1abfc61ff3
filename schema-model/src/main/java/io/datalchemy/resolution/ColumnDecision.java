package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.schema.Column;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is to fill one column that no foreign key fills: decided so far, narrowed as constraints are
 * read.
 */
record ColumnDecision(
    Column column,
    ValueType type,
    GeneratorCall call,
    List<TransformCall> transforms,
    double nullRate,
    DecidedBy decidedBy,
    String reason,
    Optional<BigDecimal> confidence) {

  ColumnDecision(
      Column column,
      ValueType type,
      GeneratorCall call,
      List<TransformCall> transforms,
      double nullRate,
      DecidedBy decidedBy,
      String reason) {
    this(column, type, call, transforms, nullRate, decidedBy, reason, Optional.empty());
  }

  /** The same column filled otherwise; what a constraint decides is no guess any more. */
  ColumnDecision withCall(GeneratorCall other, DecidedBy by, String why) {
    Optional<BigDecimal> sure = by == DecidedBy.CONSTRAINT ? Optional.empty() : confidence;
    return new ColumnDecision(column, type, other, transforms, nullRate, by, why, sure);
  }

  ColumnDecision withTransform(TransformCall more) {
    List<TransformCall> all =
        java.util.stream.Stream.concat(transforms.stream(), java.util.stream.Stream.of(more))
            .toList();
    return new ColumnDecision(column, type, call, all, nullRate, decidedBy, reason, confidence);
  }

  /** The same generator with other parameters. */
  ColumnDecision withParams(Parameters params) {
    return withCall(new GeneratorCall(call.id(), call.locale(), params), decidedBy, reason);
  }

  ColumnDecision withNullRate(double rate) {
    return new ColumnDecision(column, type, call, transforms, rate, decidedBy, reason, confidence);
  }

  ColumnDecision withConfidence(Optional<BigDecimal> sure) {
    return new ColumnDecision(column, type, call, transforms, nullRate, decidedBy, reason, sure);
  }

  boolean isRuled() {
    return decidedBy == DecidedBy.RULE;
  }

  ColumnSource.Generated source(Distinctness distinct) {
    return new ColumnSource.Generated(call, transforms, nullRate, distinct);
  }
}
