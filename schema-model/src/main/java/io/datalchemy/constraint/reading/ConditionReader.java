package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.reading.Rewriting.Choice;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Case;
import io.datalchemy.expression.Expression.Compare;
import io.datalchemy.expression.Expression.Quantified;
import io.datalchemy.expression.Expression.Test;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a condition under SQL's three-valued logic into a two-valued formula. */
public final class ConditionReader {
  private static final Set<String> CONDITION_FUNCTIONS = Set.of("starts_with", "regexp_like");

  /** Functions that are NULL exactly if an argument is. */
  private static final Set<String> STRICT_FUNCTIONS =
      Set.of(
          "length",
          "char_length",
          "character_length",
          "octet_length",
          "upper",
          "lower",
          "initcap",
          "btrim",
          "ltrim",
          "rtrim",
          "strpos",
          "abs",
          "round",
          "floor",
          "ceil",
          "ceiling",
          "trunc",
          "mod",
          "left",
          "right",
          "replace",
          "extract",
          "date_part",
          "date_trunc",
          "age",
          "timezone",
          "date",
          "jsonb_typeof",
          "json_typeof",
          "cardinality");

  private final Terms terms;
  private final Rewriting rewriting = new Rewriting(this::isCondition);
  private final AtomReader atoms;

  /** A reader of conditions over the columns of those terms. */
  public ConditionReader(Terms terms) {
    this.terms = terms;
    this.atoms = new AtomReader(terms);
  }

  /** When the expression's truth value is as demanded. */
  public Formula read(Expression e, Demand demand) {
    if (e instanceof Expression.And and) {
      return junction(and.operands(), demand, demand.isPositive());
    }
    if (e instanceof Expression.Or or) {
      return junction(or.operands(), demand, !demand.isPositive());
    }
    if (e instanceof Expression.Not not) {
      return read(not.operand(), demand.ofNegation());
    }
    if (e instanceof Expression.Truth truth) {
      return Formula.when(truth.value() == demand.isPositive());
    }
    if (isNull(e)) {
      return Formula.when(demand.takesUnknown());
    }
    if (e instanceof Test test) {
      return test(test, demand);
    }
    return rewriting
        .asCase(e)
        .or(() -> surface(e))
        .map(choice -> cases(choice, value -> read(value, demand)))
        .orElseGet(() -> comparison(e, demand));
  }

  private Optional<Choice> surface(Expression e) {
    return isBooleanComparison(e) ? Optional.empty() : rewriting.surface(e);
  }

  private Formula junction(List<Expression> operands, Demand demand, boolean conjunction) {
    List<Formula> parts = operands.stream().map(operand -> read(operand, demand)).toList();
    return conjunction ? Formula.all(parts) : Formula.anyOf(parts);
  }

  private static boolean isNull(Expression e) {
    return e instanceof Expression.Null
        || (e instanceof Expression.Cast cast && isNull(cast.operand()));
  }

  private Formula test(Test test, Demand demand) {
    boolean wanted = demand.isPositive();
    Expression operand = test.operand();
    return switch (test.kind()) {
      case NULL, UNKNOWN -> nullness(operand, wanted);
      case NOT_NULL, NOT_UNKNOWN -> nullness(operand, !wanted);
      case TRUE -> read(operand, wanted ? Demand.TRUE : Demand.NOT_TRUE);
      case NOT_TRUE -> read(operand, wanted ? Demand.NOT_TRUE : Demand.TRUE);
      case FALSE -> read(operand, wanted ? Demand.FALSE : Demand.NOT_FALSE);
      case NOT_FALSE -> read(operand, wanted ? Demand.NOT_FALSE : Demand.FALSE);
    };
  }

  /** When the value is NULL, or is not. */
  private Formula nullness(Expression e, boolean wanted) {
    if (isNull(e)) {
      return Formula.when(wanted);
    }
    if (e instanceof Expression.Column column) {
      return terms.knows(column.name())
          ? terms.nullness(column.name(), wanted ? Nullness.NULL : Nullness.NOT_NULL)
          : Formula.OPAQUE;
    }
    if (isCondition(e)) {
      return wanted
          ? Formula.all(read(e, Demand.NOT_TRUE), read(e, Demand.NOT_FALSE))
          : Formula.anyOf(read(e, Demand.TRUE), read(e, Demand.FALSE));
    }
    Optional<Choice> choice = rewriting.asCase(e).or(() -> rewriting.surface(e));
    if (choice.isPresent()) {
      return cases(choice.get(), value -> nullness(value, wanted));
    }
    return isStrict(e) ? operandsNull(e, wanted) : Formula.OPAQUE;
  }

  private Formula operandsNull(Expression e, boolean wanted) {
    List<Formula> parts = e.children().stream().map(child -> nullness(child, wanted)).toList();
    return wanted ? Formula.anyOf(parts) : Formula.all(parts);
  }

  private static boolean isStrict(Expression e) {
    if (e instanceof Expression.Call call) {
      return STRICT_FUNCTIONS.contains(call.function());
    }
    return e instanceof Expression.Arithmetic
        || e instanceof Expression.Negate
        || e instanceof Expression.Cast
        || e instanceof Expression.Numeral
        || e instanceof Expression.Text
        || e instanceof Expression.Truth;
  }

  private Formula cases(Choice choice, Function<Expression, Formula> reading) {
    List<Formula> ways = new ArrayList<>();
    List<Formula> notBefore = new ArrayList<>();
    for (Case.Branch branch : choice.cases().branches()) {
      List<Formula> way = new ArrayList<>(choice.isPartition() ? List.of() : notBefore);
      way.add(read(branch.condition(), Demand.TRUE));
      way.add(reading.apply(branch.value()));
      ways.add(Formula.all(way));
      notBefore.add(read(branch.condition(), Demand.NOT_TRUE));
    }
    if (!choice.isPartition()) {
      notBefore.add(reading.apply(choice.cases().otherwise()));
      ways.add(Formula.all(notBefore));
    }
    return Formula.anyOf(ways);
  }

  private Formula comparison(Expression e, Demand demand) {
    if (terms.isConstant(e)) {
      return constant(e, demand);
    }
    if (e instanceof Expression.Distinct distinct) {
      return distinct(distinct, demand);
    }
    Optional<String> listed = ofFewValues(e);
    if (listed.isPresent()) {
      return tried(e, listed.get(), demand);
    }
    if (isBooleanComparison(e)) {
      return equivalence((Compare) e, demand);
    }
    if (e instanceof Quantified quantified) {
      return quantified(quantified, demand);
    }
    if (e instanceof Expression.Column column && isCondition(e)) {
      return atoms.comparison(
          column, demand.of(Comparison.EQUAL), new Expression.Truth(true), demand.takesUnknown());
    }
    if (e instanceof Compare c) {
      Comparison operator = demand.of(c.operator());
      Formula read = atoms.comparison(c.left(), operator, c.right(), demand.takesUnknown());
      return read.equals(Formula.OPAQUE) && operator != Comparison.NOT_EQUAL
          ? new Formula.Opaque(Optional.of(new Compare(c.left(), operator, c.right())))
          : read;
    }
    return atoms.pattern(e, demand.isPositive(), demand.takesUnknown());
  }

  /** The only column of the expression, if it has few values and all can be tried. */
  private Optional<String> ofFewValues(Expression e) {
    if (e.columns().size() != 1 || terms.isMoving(e)) {
      return Optional.empty();
    }
    return e.columns().stream()
        .filter(terms::knows)
        .filter(column -> !DomainAlgebra.universe(terms.type(column)).isEmpty())
        .filter(column -> terms.unsupportedPart(e).isEmpty())
        .findFirst();
  }

  private Formula tried(Expression e, String column, Demand demand) {
    TruthValue wanted = demand.isPositive() ? TruthValue.TRUE : TruthValue.FALSE;
    List<String> values = new ArrayList<>(terms.valuesWith(e, column, wanted));
    if (demand.takesUnknown()) {
      values.addAll(terms.valuesWith(e, column, TruthValue.UNKNOWN));
    }
    TruthValue ofNull = terms.truthOfNull(e);
    boolean nullFits = ofNull == wanted || (demand.takesUnknown() && ofNull == TruthValue.UNKNOWN);
    return terms.in(column, ColumnDomain.oneOf(values), nullFits);
  }

  private Formula constant(Expression e, Demand demand) {
    if (terms.isMoving(e)) {
      return Formula.OPAQUE;
    }
    Object value = terms.valueNow(e).orElse(null);
    boolean unknown = value == null;
    return Formula.when(
        unknown ? demand.takesUnknown() : value.equals(true) == demand.isPositive());
  }

  private Formula distinct(Expression.Distinct d, Demand demand) {
    boolean different = demand.isPositive();
    Expression same = new Compare(d.left(), Comparison.EQUAL, d.right());
    Formula values = read(same, different ? Demand.FALSE : Demand.TRUE);
    if (!different) {
      return Formula.anyOf(
          Formula.all(nullness(d.left(), true), nullness(d.right(), true)), values);
    }
    return Formula.anyOf(
        Formula.all(nullness(d.left(), true), nullness(d.right(), false)),
        Formula.all(nullness(d.left(), false), nullness(d.right(), true)),
        values);
  }

  private boolean isBooleanComparison(Expression e) {
    return e instanceof Compare c
        && (c.operator() == Comparison.EQUAL || c.operator() == Comparison.NOT_EQUAL)
        && (isCondition(c.left()) || isCondition(c.right()));
  }

  /** {@code P = Q} of conditions: both hold as demanded, or neither does. */
  private Formula equivalence(Compare c, Demand demand) {
    boolean equal = (c.operator() == Comparison.EQUAL) == demand.isPositive();
    Demand plain = demand.isPositive() ? demand : demand.ofNegation();
    Demand left = plain;
    Demand right = equal ? plain : plain.ofNegation();
    return Formula.anyOf(
        Formula.all(read(c.left(), left), read(c.right(), right)),
        Formula.all(read(c.left(), left.ofNegation()), read(c.right(), right.ofNegation())));
  }

  private Formula quantified(Quantified q, Demand demand) {
    Optional<List<Expression>> elements = terms.elements(q.array());
    if (elements.isEmpty()) {
      return q.operator() == Comparison.EQUAL && !q.all() && demand.isPositive()
          ? among(q)
          : Formula.OPAQUE;
    }
    boolean list = q.operator() == (q.all() ? Comparison.NOT_EQUAL : Comparison.EQUAL);
    if (list) {
      boolean within = q.all() != demand.isPositive();
      Optional<Formula> domain =
          atoms.membership(q.left(), elements.get(), within, demand.takesUnknown());
      if (domain.isPresent()) {
        return domain.get();
      }
    }
    List<Expression> each = new ArrayList<>();
    elements.get().forEach(element -> each.add(new Compare(q.left(), q.operator(), element)));
    return read(q.all() ? new Expression.And(each) : new Expression.Or(each), demand);
  }

  /** {@code constant = ANY (column)}: true of an array that the constant is appended to. */
  private Formula among(Quantified q) {
    boolean isAppended = q.array() instanceof Expression.Column && terms.isConstant(q.left());
    Expression longer = Expression.Call.of("array_append", q.array(), q.left());
    return isAppended
        ? new Formula.Opaque(Optional.of(new Compare(q.array(), Comparison.EQUAL, longer)))
        : Formula.OPAQUE;
  }

  private boolean isCondition(Expression e) {
    if (e instanceof Expression.Column column) {
      return terms.family(column.name()).filter(f -> f == TypeFamily.BOOLEAN).isPresent();
    }
    if (e instanceof Case choice) {
      return choice.branches().stream().map(Case.Branch::value).anyMatch(this::isCondition);
    }
    if (e instanceof Expression.Call call) {
      boolean passesOn = call.function().equals("coalesce") || call.function().equals("nullif");
      return CONDITION_FUNCTIONS.contains(call.function())
          || (passesOn && call.arguments().stream().anyMatch(this::isCondition));
    }
    return e instanceof Expression.And
        || e instanceof Expression.Or
        || e instanceof Expression.Not
        || e instanceof Compare
        || e instanceof Expression.Distinct
        || e instanceof Test
        || e instanceof Quantified
        || e instanceof Expression.Match
        || e instanceof Expression.Truth;
  }
}
