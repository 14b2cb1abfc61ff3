package io.datalchemy.resolution.part;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.constraint.solving.ConstraintSolver;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolution.condition.Narrowing;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a generator within the CHECKs of a domain where no row can be drawn again: the domain of an
 * element or a field.
 */
final class DomainValues {
  private static final String VALUE = "value";
  private static final int SAMPLES = 200;

  private final GeneratorCatalogue catalogue;
  private final LocalDate asOf;

  DomainValues(GeneratorCatalogue catalogue, LocalDate asOf) {
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /**
   * The call, or another, whose values all meet the CHECKs.
   *
   * @return empty if there is none that is known to
   */
  Optional<GeneratorCall> within(List<Domain> domains, ValueType type, GeneratorCall call) {
    List<Expression> checks = new ArrayList<>();
    for (Domain domain : domains) {
      for (Domain.Check check : domain.checks()) {
        if (!(ExpressionParser.parseCheck(check.expression())
            instanceof ParsedCondition.Parsed parsed)) {
          return Optional.empty();
        }
        checks.add(onValue(parsed.expression()));
      }
    }
    return checks.isEmpty() || keepsTo(checks, type, call)
        ? Optional.of(call)
        : narrowed(checks, type, call);
  }

  private static Expression onValue(Expression check) {
    Expression named = check;
    for (String name : check.columns()) {
      named = named.replacing(new Expression.Column(name), new Expression.Column(VALUE));
    }
    return named;
  }

  private Optional<GeneratorCall> narrowed(
      List<Expression> checks, ValueType type, GeneratorCall call) {
    List<Condition> conditions = checks.stream().map(c -> new Condition(VALUE, c)).toList();
    List<SolvedGroup> groups =
        ConstraintSolver.solve(
            new SolverRequest(List.of(new SolverColumn(VALUE, type, true)), conditions, asOf));
    return groups.stream()
        .filter(group -> group.unsupported().isEmpty())
        .flatMap(group -> group.shapes().stream().map(s -> s.domains().get(VALUE)))
        .filter(domain -> domain.nullness() != Nullness.NULL)
        .map(domain -> narrowed(domain, type, call))
        .filter(other -> isProven(groups) || keepsTo(checks, type, other))
        .findFirst();
  }

  private GeneratorCall narrowed(ColumnDomain domain, ValueType type, GeneratorCall call) {
    return new Narrowing(catalogue).narrow(call, type, domain);
  }

  /** Whether the domains alone say all that is demanded, so that nothing needs to be tried. */
  private static boolean isProven(List<SolvedGroup> groups) {
    return groups.stream()
        .allMatch(
            group ->
                group.residual().isEmpty()
                    && group.shapes().stream()
                        .map(shape -> shape.domains().get(VALUE))
                        .allMatch(Narrowing::isExpressible));
  }

  /** Whether all of many sample values pass: for texts, which samples can be had of. */
  private boolean keepsTo(List<Expression> checks, ValueType type, GeneratorCall call) {
    if (type.family() != TypeFamily.TEXT) {
      return false;
    }
    Evaluator evaluator = new Evaluator(asOf, Map.of(VALUE, type));
    List<String> samples = catalogue.sample(call, type, SAMPLES);
    return !samples.isEmpty()
        && samples.stream()
            .allMatch(
                text ->
                    checks.stream()
                        .allMatch(c -> evaluator.test(c, name -> text) != TruthValue.FALSE));
  }
}
